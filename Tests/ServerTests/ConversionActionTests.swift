import Formats
import JSON
import LSP
import SourceText
import Support
import Testing
import Transcript

@testable import Server

/// The actions that write a text in another notation, carried out as an editor would do it.
@Suite struct ConversionActionTests {
  private static let usual = ["front-matter", "page", "webvtt", "srt"]

  private func editor(resolves: Bool) -> Editor {
    let lazily = #", "dataSupport": true, "resolveSupport": {"properties": ["edit"]}"#
    return Editor(
      encoding: "utf-16",
      capabilities: """
        {"workspace": {"workspaceEdit": {"documentChanges": true}},
        "textDocument": {"codeAction": {"codeActionLiteralSupport": {}\(resolves ? lazily : "")}}}
        """)
  }

  private func actions(_ editor: Editor, in uri: String, _ context: String) -> [JSONValue] {
    let start = #"{"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}"#
    let answer = editor.request(
      "textDocument/codeAction",
      #"{"textDocument": {"uri": "\#(uri)"}, "range": \#(start), "context": {"diagnostics": [], \#(context)}}"#)
    return (answer.array ?? []).filter { $0["kind"].string == "refactor.rewrite.convert" }
  }

  private func named(_ editor: Editor, in uri: String) -> [JSONValue] {
    actions(editor, in: uri, #""only": ["refactor.rewrite.convert"]"#)
  }

  /// The notations that titles name.
  private func targets(_ actions: [JSONValue]) -> [String] {
    actions.compactMap { $0["title"].string.map { String($0.dropFirst("Convert to ".count)) } }
  }

  private func edit(of action: JSONValue, _ editor: Editor) -> JSONValue {
    action["edit"].isNull ? editor.request("codeAction/resolve", action.text)["edit"] : action["edit"]
  }

  private func converted(_ text: String, from kind: String, to target: String) throws -> ConvertedTranscript? {
    let notations = Notations.builtIn
    let source = try #require(notations.format(named: kind))
    let format = try #require(notations.format(named: target))
    let reading = Document(Text(Array(text.utf8)), format: source).reading
    let converted = try? reading.converted(to: format, from: source, CueShape(profile: CueShape.usual)).get()
    return converted.flatMap { $0.holdsNothing ? nil : $0 }
  }

  private func words(_ text: String, in notation: String) throws -> [Substring] {
    let format = try #require(Notations.builtIn.format(named: notation))
    return Document(Text(Array(text.utf8)), format: format).reading.script.units
      .flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
      .map { $0 }
  }

  private func talk(_ kind: String) throws -> String {
    let text = Notations.talk(in: try #require(Notations.builtIn.format(named: kind)))
    return text.string(0..<text.count)
  }

  @Test("Every notation that holds what was said is offered and written", arguments: Notations.kinds, [false, true])
  func everywhere(kind: String, resolves: Bool) throws {
    let text = try talk(kind)
    let editor = editor(resolves: resolves)
    let (uri, _) = editor.open(text, as: "a.\(kind).txt")
    let offered = named(editor, in: uri)
    let possible = try Notations.builtIn.names.filter { try $0 != kind && converted(text, from: kind, to: $0) != nil }
    #expect(targets(offered) == possible)
    #expect(possible.count > 5)
    let before = try words(text, in: kind)
    for (action, target) in zip(offered, possible) {
      #expect((action["edit"].isNull) == resolves, "\(target)")
      let new = try #require(editor.text(text, after: edit(of: action, editor)), "\(target)")
      let expected = try #require(try converted(text, from: kind, to: target))
      #expect(Array(new.utf8) == expected.bytes, "\(kind) to \(target)")
      let unclear: Set<Loss.Kind> = [.text, .segment, .prose, .title]
      guard unclear.isDisjoint(with: expected.losses.map(\.kind)) else { continue }
      #expect(try words(new, in: target) == before, "\(kind) to \(target)")
    }
  }

  @Test("In the menu are a few, and none where nobody asked", arguments: Notations.kinds)
  func menu(kind: String) throws {
    let text = try talk(kind)
    let editor = editor(resolves: true)
    let (uri, _) = editor.open(text, as: "a.\(kind).txt")
    let possible = try Self.usual.filter { try $0 != kind && converted(text, from: kind, to: $0) != nil }
    #expect(possible.contains { $0 == "front-matter" || $0 == "page" })
    #expect(targets(actions(editor, in: uri, #""triggerKind": 1"#)) == possible)
    #expect(targets(actions(editor, in: uri, #""only": ["refactor"]"#)) == possible)
    #expect(actions(editor, in: uri, #""triggerKind": 2"#) == [])
    #expect(actions(editor, in: uri, #""only": ["quickfix"]"#) == [])
  }

  @Test("What cannot be written is not offered", arguments: [false, true])
  func impossible(resolves: Bool) throws {
    let editor = editor(resolves: resolves)
    let labels = "Ada: Is the rope dry?\n\nBo: It is.\n\nAda: Then we go.\n\nBo: Mind the chain.\n"
    let (uri, _) = editor.open(labels, as: "a.labels.txt")
    let offered = targets(named(editor, in: uri))
    #expect(offered.contains("front-matter"))
    // These show each line at its time.
    for target in ["labels", "webvtt", "srt", "captions"] { #expect(!offered.contains(target), "\(target)") }
    for nothing in ["", "One line of prose.\n", "---\ntitle: The ferry\n---\n"] {
      #expect(named(editor, in: editor.open(nothing, as: "a.txt").uri) == [])
    }
  }

  /// Minutes and seconds.
  private func time(_ seconds: Int) -> String { "\(seconds / 60):\(String(100 + seconds % 60).dropFirst())" }

  private func name(_ number: Int) -> String { number.isMultiple(of: 2) ? "Ada" : "Bo" }

  @Test("A time far below the first segments counts, too")
  func lateTimes() throws {
    let items = (0..<300).map { number in
      "- line: We row past the buoy.\n  who: \(name(number))\n" + (number < 200 ? "" : "  time: '\(time(number))'\n")
    }
    let editor = editor(resolves: true)
    let (uri, _) = editor.open("---\ntranscript:\n\(items.joined())---\n", as: "a.md")
    #expect(targets(actions(editor, in: uri, #""triggerKind": 1"#)) == ["page", "webvtt", "srt"])
  }

  @Test("A long text is not sent again and again to a client that cannot ask for it later", arguments: [false, true])
  func long(resolves: Bool) throws {
    let editor = editor(resolves: resolves)
    let turns = (0..<3000).map { "\(name($0)): We row past the buoy again. (\(time($0)))\n" }
    let (uri, _) = editor.open(turns.joined(separator: "\n"), as: "a.page.txt")
    let usual = ["front-matter", "webvtt", "srt"]
    #expect(targets(actions(editor, in: uri, #""triggerKind": 1"#)) == (resolves ? usual : []))
    let all = targets(named(editor, in: uri))
    if resolves { #expect(all.count > 20) } else { #expect(all == usual) }
  }
}
