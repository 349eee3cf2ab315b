import Features
import JSON
import LSP
import Workspace

/// Source: LSP 3.18, `textDocument/documentLink`.
extension Session {
  mutating func documentLink(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try TextDocumentParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let hasTooltips = capabilities.client.look.documentLinkTooltips
    let pages = documents[params.uri].map { configurations.pages(of: $0.neighbours) } ?? [:]
    let page = { (id: String) in pages[id].map { DocumentURI(filePath: $0).string } }
    var images = params.uri.isFile ? ImageFiles(of: params.uri.path, in: folders.map(\.path)) : nil
    let image = { (path: String) in
      // In Markdown a blank is written as `%20`.
      (images?.path(of: path) ?? images?.path(of: DocumentURI(path).path)).map { DocumentURI(filePath: $0).string }
    }
    // A long text has many links, so each is made only when it is written.
    let links = textLinks(reading, recording: documents[params.uri]?.recording, page: page, image: image).lazy.map {
      link in
      DocumentLink(
        range: convert.range(link.range), target: link.target, tooltip: hasTooltips ? link.tooltip : nil)
    }
    return { $0.array { for link in links { link.write(to: &$0) } } }
  }
}
