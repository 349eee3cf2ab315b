import LSP

/// The name of a view of a document: `tapescript-view:/reading-copy/episode.txt?file%3A///episode.txt`. Source: LSP 3.18,
/// `TextDocumentContentOptions`.
struct ViewAddress: Equatable {
  static let scheme = "tapescript-view"

  let view: ReadOnlyView
  let document: DocumentURI

  init(_ view: ReadOnlyView, of document: DocumentURI) { (self.view, self.document) = (view, document) }

  /// Nil if the name is that of no view.
  init?(_ uri: DocumentURI) {
    guard uri.hasScheme(Self.scheme), let query = uri.query,
      let view = uri.path.split(separator: "/").first.flatMap({ ReadOnlyView(rawValue: String($0)) })
    else { return nil }
    self.init(view, of: DocumentURI(query))
  }

  var uri: DocumentURI {
    DocumentURI(scheme: Self.scheme, path: "/\(view.rawValue)/\(stem).\(view.ending)", query: document.bytes)
  }

  /// A document that is not saved, in which a client that knows no views shows the text.
  func draft(_ number: Int) -> DocumentURI {
    DocumentURI(scheme: "untitled", path: "\(stem)-\(view.rawValue)-\(number).\(view.ending)")
  }

  /// The name of the document without its ending.
  private var stem: String {
    let name = document.path.split(separator: "/").last ?? "transcript"
    return String(name.lastIndex(of: ".").map { name[..<$0] }.flatMap { $0.isEmpty ? nil : $0 } ?? name)
  }
}
