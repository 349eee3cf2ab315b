import SourceText

/// `tapescript lsp` with one document open, as an editor would have it.
final class ServerProcess {
  private let child: Child
  private var text = Text()
  private var version = 1
  private var request = 1
  /// The requests that are not answered yet.
  private var open: Set<Int> = []

  /// Of the document, in the folder if there is one.
  private let uri: String

  /// What an editor declares that shows the outline as a tree.
  static let plain = #""documentSymbol":{"hierarchicalDocumentSymbolSupport":true}"#

  /// - Parameters:
  ///   - folder: the absolute path of the folder that is open; nil for none.
  ///   - capabilities: those of the editor for documents, as members of a JSON object.
  init?(_ path: String, folder: String? = nil, capabilities: String = ServerProcess.plain) {
    guard let child = Child(path, ["lsp"]) else { return nil }
    self.child = child
    uri = "file://\(folder ?? "")/lantern-talk.txt"
    child.send(
      #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"#
        + (folder.map { #""rootUri":"file://\#($0)","# } ?? "")
        // A client that watches files, so that nothing is searched that did not change.
        + #""capabilities":{"workspace":{"didChangeWatchedFiles":{"dynamicRegistration":true}},"#
        + #""textDocument":{\#(capabilities)}}}}"#)
    child.receive(#""id":1"#)
  }

  func open(_ bytes: [UInt8]) {
    text = Text(bytes)
    child.send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    notify(
      "textDocument/didOpen",
      #"{"uri":"\#(uri)","languageId":"plaintext","version":1,"text":"\#(escaped(bytes))"}"#, "")
    child.receive("publishDiagnostics")
  }

  /// Sends a change and waits for the findings.
  func type(_ edit: Edit) {
    version += 1
    let (start, end) = (place(edit.range.lowerBound), place(edit.range.upperBound))
    let change = #"{"range":{"start":\#(start),"end":\#(end)},"text":"\#(escaped(edit.replacement))"}"#
    text.apply(edit)
    notify(
      "textDocument/didChange", #"{"uri":"\#(uri)","version":\#(version)}"#, #","contentChanges":[\#(change)]"#)
    child.receive("publishDiagnostics", noteAnswer)
  }

  /// Sends a request whose answer is waited for later.
  ///
  /// - Parameter params: as JSON.
  /// - Returns: its id.
  func begin(_ method: String, _ params: String) -> Int {
    request += 1
    child.send(#"{"jsonrpc":"2.0","id":\#(request),"method":"\#(method)","params":\#(params)}"#)
    open.insert(request)
    return request
  }

  func isAnswered(_ request: Int) -> Bool { !open.contains(request) }

  /// Waits for a part of a result.
  func waitForPart() { child.receive(#""method":"$/progress""#, noteAnswer) }

  /// - Returns: the first bytes of the answer.
  @discardableResult
  func wait(for request: Int) -> String {
    guard open.remove(request) != nil else { return "" }
    return child.receive(#""id":\#(request),"#, noteAnswer)
  }

  /// Sends a request about the document and waits for the answer.
  ///
  /// - Parameter params: members of a JSON object.
  /// - Returns: the first bytes of the answer.
  @discardableResult
  func ask(_ method: String, _ params: String = "") -> String {
    wait(for: begin(method, #"{"textDocument":{"uri":"\#(uri)"}\#(params)}"#))
  }

  /// Asks what is at the beginning of the document.
  func hover() {
    ask("textDocument/hover", #","position":{"line":0,"character":0}"#)
  }

  func cancel(_ request: Int) {
    child.send(#"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(request)}}"#)
    wait(for: request)
  }

  private func noteAnswer(_ head: String) {
    for request in open where head.contains(#""id":\#(request),"#) { open.remove(request) }
  }

  func outline() { ask("textDocument/documentSymbol") }

  /// The processor time of the server.
  var clock: Clock { .process(child.id) }

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

  /// The place of an offset in bytes, as JSON.
  func place(_ offset: Int) -> String {
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
