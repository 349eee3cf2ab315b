import SourceText

/// `tapescript lsp` with one document open, as an editor would have it.
final class ServerProcess {
  private let child: Child
  private var text = Text()
  private var version = 1
  private var request = 1

  private static let uri = "file:///lantern-talk.txt"

  init?(_ path: String) {
    guard let child = Child(path, ["lsp"]) else { return nil }
    self.child = child
    child.send(
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{"#
        + #""textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}}}"#)
    child.receive(#""id":1"#)
  }

  func open(_ bytes: [UInt8]) {
    text = Text(bytes)
    child.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    notify(
      "textDocument/didOpen",
      #"{"uri":"\#(Self.uri)","languageId":"plaintext","version":1,"text":"\#(escaped(bytes))"}"#, "")
    child.receive("publishDiagnostics")
  }

  /// Sends a change and waits for the findings.
  func type(_ edit: Edit) {
    version += 1
    let (start, end) = (place(edit.range.lowerBound), place(edit.range.upperBound))
    let change = #"{"range":{"start":\#(start),"end":\#(end)},"text":"\#(escaped(edit.replacement))"}"#
    text.apply(edit)
    notify(
      "textDocument/didChange", #"{"uri":"\#(Self.uri)","version":\#(version)}"#, #","contentChanges":[\#(change)]"#)
    child.receive("publishDiagnostics")
  }

  func outline() {
    request += 1
    child.send(
      #"{"jsonrpc":"2.0","id":\#(request),"method":"textDocument/documentSymbol","params":{"textDocument":{"#
        + #""uri":"\#(Self.uri)"}}}"#)
    child.receive(#""id":\#(request)"#)
  }

  var peakMemory: Double? { child.peakMemory }

  func finish() {
    child.send(#"{"jsonrpc":"2.0","id":"end","method":"shutdown"}"#)
    child.receive(#""id":"end""#)
    child.send(#"{"jsonrpc":"2.0","method":"exit"}"#)
    child.finish()
  }

  private func notify(_ method: String, _ document: String, _ rest: String) {
    child.send(#"{"jsonrpc":"2.0","method":"\#(method)","params":{"textDocument":\#(document)\#(rest)}}"#)
  }

  private func place(_ offset: Int) -> String {
    let position = text.position(of: offset, in: .utf16)
    return #"{"line":\#(position.line),"character":\#(position.column)}"#
  }

  /// Escapes line ends only: the episodes hold no other character that JSON requires to be escaped.
  private func escaped(_ bytes: [UInt8]) -> String {
    let newline = UInt8(ascii: "\n")
    return bytes.split(separator: newline, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\\n")
  }
}
