import Foundation
import JSON
import LSP
import Support
import Testing

/// Every action that the server offers is carried out as an editor would do it, and what it was to fix is gone.
@Suite struct CodeActionTests {
  @Test(arguments: zip(["utf-8", "utf-16", "utf-32"], ["\n", "\r\n", "\r"]))
  func examples(encoding: String, lineEnd: String) throws {
    let files = Repository.files(in: "docs/examples", endings: ["md", "txt"])
    try #require(!files.isEmpty)
    var applied = 0
    for resolves in [false, true] {
      let loop = FixLoop(encoding, resolves: resolves)
      for file in files {
        // Emoji in front of what is fixed: letters would hide a wrong count.
        let text = String(decoding: try Repository.text(file).bytes, as: UTF8.self).replacing(" the ", with: " 🐝 ")
        try loop.applyAll(to: text.replacing("\n", with: lineEnd), named: file)
      }
      applied += loop.applied
    }
    #expect(applied >= 30)
  }

  @Test(.enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws {
    let loop = FixLoop("utf-16", resolves: true)
    for file in Repository.samples(in: "first-five") {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      try loop.applyAll(to: text, named: file.lastPathComponent)
    }
    #expect(loop.applied > 0)
  }
}

/// Carries out what is offered.
private final class FixLoop {
  private let editor: Editor
  private(set) var applied = 0

  init(_ encoding: String, resolves: Bool) {
    let lazily = #", "dataSupport": true, "resolveSupport": {"properties": ["edit"]}"#
    editor = Editor(
      encoding: encoding,
      capabilities: """
        {"workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {"codeAction": {"codeActionLiteralSupport": {}\(resolves ? lazily : "")}}}
        """)
  }

  func applyAll(to text: String, named name: String) throws {
    let (uri, diagnostics) = editor.open(text, as: name)
    // One of each rule: thousands of findings are fixed in the same few ways.
    var rules: Set<String> = []
    for diagnostic in diagnostics where rules.insert(diagnostic["code"].string ?? "").inserted {
      for action in actions(for: diagnostic, in: uri) where action["kind"].string == "quickfix" {
        guard action["diagnostics"].array?.contains(diagnostic) == true else {
          // What is wrong inside a title that is in the wrong place is offered there, too.
          #expect(diagnostics.contains { $0 != diagnostic && touches($0["range"], diagnostic["range"]) })
          continue
        }
        let fixed = try apply(action, to: text, named: name)
        let rule = diagnostic["code"]
        let (before, after) = (diagnostics.count { $0["code"] == rule }, fixed.count { $0["code"] == rule })
        #expect(after < before, "\(name): \(action.text)")
      }
    }
    guard let action = actions(for: nil, in: uri).first else { return }
    let fixed = editor.text(text, after: edit(of: action))
    let again = actions(for: nil, in: editor.open(try #require(fixed), as: name).uri)
    #expect(again.isEmpty, "\(name): \(action.text)")
    applied += 1
  }

  /// What is wrong afterwards.
  private func apply(_ action: JSONValue, to text: String, named name: String) throws -> [JSONValue] {
    let fixed = try #require(editor.text(text, after: edit(of: action)), "\(name): \(action.text)")
    #expect(fixed != text)
    applied += 1
    return editor.open(fixed, as: name).diagnostics
  }

  private func touches(_ one: JSONValue, _ other: JSONValue) -> Bool {
    func place(_ end: JSONValue) -> (Int, Int) { (end["line"].integer ?? 0, end["character"].integer ?? 0) }
    return place(one["start"]) <= place(other["end"]) && place(other["start"]) <= place(one["end"])
  }

  /// The actions for a diagnostic, or those for the whole file.
  private func actions(for diagnostic: JSONValue?, in uri: String) -> [JSONValue] {
    let start = #"{"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}"#
    let context =
      diagnostic.map { #"{"diagnostics": [\#($0.text)], "triggerKind": 2}"# }
      ?? #"{"diagnostics": [], "only": ["source.fixAll.tapescript"]}"#
    return editor.request(
      "textDocument/codeAction",
      #"{"textDocument": {"uri": "\#(uri)"}, "range": \#(diagnostic?["range"].text ?? start), "context": \#(context)}"#
    ).array ?? []
  }

  private func edit(of action: JSONValue) -> JSONValue {
    action["edit"].isNull ? editor.request("codeAction/resolve", action.text)["edit"] : action["edit"]
  }
}
