import JSON
import SeededRandom
import SourceText
import Support
import Testing

/// What a session keeps from one answer to the next is never seen: a text that was edited is answered about like one that
/// was just opened.
@Suite struct KeptAnswerTests {
  private static let examples = Repository.files(in: "docs/examples", endings: ["md", "txt", "vtt", "srt"]).filter {
    !$0.hasSuffix("README.md") && !$0.hasSuffix("show-notes.md")
  }

  private func editor(resolves: Bool) -> Editor {
    let lazily = #", "dataSupport": true, "resolveSupport": {"properties": ["edit"]}"#
    return Editor(
      encoding: "utf-8",
      capabilities: """
        {"textDocument": {"codeAction": {"codeActionLiteralSupport": {}\(resolves ? lazily : "")},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": true}, "rename": {}}}
        """)
  }

  @Test(arguments: examples, [false, true])
  func edited(path: String, resolves: Bool) throws {
    for seed in UInt64(1)...2 {
      var random = SeededGenerator(seed: seed)
      let editor = editor(resolves: resolves)
      var text = try Repository.text(path)
      var (uri, _) = editor.open(text.string(0..<text.count), as: path)
      var version = 1_000
      for step in 0..<25 {
        guard let edit = edit(in: text, &random) else { continue }
        version += 1
        let range = range(edit.range, in: text)
        let replacement = String(decoding: edit.replacement, as: UTF8.self)
        let told = editor.change(uri, version: version, range: range, to: replacement)
        text.apply(edit)
        let (fresh, found) = editor.open(text.string(0..<text.count), as: path)
        // At the edit, and where something is wrong.
        var places = [self.range(edit.range.lowerBound..<edit.range.lowerBound, in: text)]
        if let finding = (told + found).randomElement(using: &random) { places.append(finding["range"].text) }
        for place in places {
          for (method, context) in Self.questions(at: place) {
            let (kept, made) = (ask(editor, method, uri, context), ask(editor, method, fresh, context))
            try #require(kept == made, "\(path), step \(step): \(method) \(context) after \(edit)")
          }
        }
        // What was kept must be kept through many edits, and be made anew now and then.
        if step == 15 { uri = fresh }
      }
    }
  }

  /// Methods with the members of their parameters.
  private static func questions(at range: String) -> [(method: String, params: String)] {
    let position = #", "position": \#(start(of: range))"#
    let actions = [#""only": ["source"]"#, #""only": ["quickfix"]"#, #""triggerKind": 1"#].map {
      ("codeAction", #", "range": \#(range), "context": {"diagnostics": [], \#($0)}"#)
    }
    return actions + [
      ("codeLens", ""), ("documentSymbol", ""), ("hover", position), ("documentHighlight", position),
      ("rename", position + #", "newName": "Oda""#),
    ]
  }

  private static func start(of range: String) -> String {
    (try? JSONValue(parsing: Array(range.utf8)))?["start"].text ?? ""
  }

  /// The answer without the name of the document and what is sent back with an action. What could be added to the
  /// glossary depends on what was typed.
  private func ask(_ editor: Editor, _ method: String, _ uri: String, _ params: String) -> [String] {
    let answer = editor.request("textDocument/" + method, #"{"textDocument": {"uri": "\#(uri)"}\#(params)}"#)
    guard let items = answer.array else { return [answer.text.replacing(uri, with: "")] }
    return items.map { item in
      guard var members = item.members else { return item.text }
      members.removeAll { $0.name == "data" }
      return JSONValue.object(members.map { ($0.name, $0.value) }).text.replacing(uri, with: "")
    }.filter { !$0.contains("to the glossary of") }
  }

  /// An edit that an editor can make: it cuts no letter in two.
  private func edit(in text: Text, _ random: inout SeededGenerator) -> Edit? {
    let edit = Edit.random(in: text, using: &random)
    let isWhole = [edit.range.lowerBound, edit.range.upperBound].allSatisfy { offset in
      text.offset(of: text.position(of: offset, in: .utf8), in: .utf8) == offset
    }
    return isWhole && String(validating: edit.replacement, as: UTF8.self) != nil ? edit : nil
  }

  private func range(_ range: Range<Int>, in text: Text) -> String {
    let (start, end) = (text.position(of: range.lowerBound, in: .utf8), text.position(of: range.upperBound, in: .utf8))
    return #"{"start": {"line": \#(start.line), "character": \#(start.column)}, "#
      + #""end": {"line": \#(end.line), "character": \#(end.column)}}"#
  }
}
