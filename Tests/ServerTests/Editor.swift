import JSON
import LSP

/// An editor that opens texts, asks about them and carries out edits. It counts lines and columns by itself, so that what
/// the server says is held against a second way to count.
final class Editor {
  private let client = Client()
  private let encoding: String
  private var lastID = 0
  private var lastDocument = 0

  init(encoding: String, capabilities: String) {
    self.encoding = encoding
    _ = request(
      "initialize",
      #"{"capabilities": {"general": {"positionEncodings": ["\#(encoding)"]}, \#(capabilities.dropFirst())}"#)
  }

  /// Opens a text under a new name and gives the name and what is wrong with the text.
  func open(_ text: String, as name: String) -> (uri: String, diagnostics: [JSONValue]) {
    lastDocument += 1
    let uri = "file:///\(lastDocument)/\(name)"
    var params = JSONWriter()
    params.object {
      $0.member("textDocument") {
        $0.object {
          $0.member("uri", uri)
          $0.member("version", lastDocument)
          $0.member("text", text)
        }
      }
    }
    send(#""method": "textDocument/didOpen", "params": \#(String(decoding: params.bytes, as: UTF8.self))"#)
    let published = client.receive { $0["params"]["uri"].string == uri }.last
    return (uri, published?["params"]["diagnostics"].array ?? [])
  }

  /// Replaces a range, given as JSON, and gives what is wrong with the text then.
  ///
  /// - Parameter version: of the text after that.
  func change(_ uri: String, version: Int, range: String, to replacement: String) -> [JSONValue] {
    var text = JSONWriter()
    text.value(replacement)
    send(
      #""method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(uri)", "version": \#(version)}, "#
        + #""contentChanges": [{"range": \#(range), "text": \#(String(decoding: text.bytes, as: UTF8.self))}]}"#)
    let published = client.receive { $0["params"]["uri"].string == uri && $0["params"]["version"].integer == version }
    return published.last?["params"]["diagnostics"].array ?? []
  }

  /// The result of a request; `null` for an error.
  func request(_ method: String, _ params: String) -> JSONValue {
    lastID += 1
    send(#""id": \#(lastID), "method": "\#(method)", "params": \#(params)"#)
    return client.receive { $0["id"].integer == lastID }.last?["result"] ?? .null
  }

  /// The text after a workspace edit of one document; nil if its edits overlap or do not fit.
  func text(_ text: String, after edit: JSONValue) -> String? {
    let edits = (edit["documentChanges"].array?.first?["edits"] ?? edit["changes"].members?.first?.value)?.array
    let scalars = Array(text.unicodeScalars)
    let starts = Self.lineStarts(scalars)
    func offset(_ position: JSONValue) -> Int? {
      guard let line = position["line"].integer, let column = position["character"].integer, line < starts.count else {
        return nil
      }
      var (at, units) = (starts[line], 0)
      while units < column, at < scalars.count {
        units += width(scalars[at])
        at += 1
      }
      return units == column ? at : nil
    }
    var result: [Unicode.Scalar] = []
    var done = 0
    for edit in edits ?? [] {
      guard let start = offset(edit["range"]["start"]), let end = offset(edit["range"]["end"]), done <= start,
        start <= end, let new = edit["newText"].string
      else { return nil }
      result += scalars[done..<start] + Array(new.unicodeScalars)
      done = end
    }
    return edits.map { _ in String(String.UnicodeScalarView(result + scalars[done...])) }
  }

  private func send(_ members: String) { client.send(#"{"jsonrpc": "2.0", \#(members)}"#) }

  private func width(_ scalar: Unicode.Scalar) -> Int {
    switch encoding {
    case "utf-8": UTF8.width(scalar)
    case "utf-16": UTF16.width(scalar)
    default: 1
    }
  }

  private static func lineStarts(_ scalars: [Unicode.Scalar]) -> [Int] {
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      let isFirstHalf = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if scalar == "\n" || scalar == "\r" && !isFirstHalf { starts.append(index + 1) }
    }
    return starts
  }
}
