import Features
import Formats
import Foundation
import JSON
import LSP
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Server

/// Whatever is renamed, rewritten and formatted in whatever order: the text is read as it would be read afresh, no word is
/// lost, and undo restores its bytes.
struct EditingTests {
  private static let examples = Repository.files(in: "docs/examples", endings: ["txt", "md", "vtt", "srt"]).filter {
    !$0.hasSuffix("README.md") && !$0.hasSuffix("show-notes.md")
  }

  private static let names = [
    "Oda", "ODA", "Q", "Ön", "B: c", "🎈 B", "", "[x]", "a\nb", "The fog", "# One", "+0:42", "-5", "+1:00:00", "12:03",
    "0:00", "-0:00.5", "true", "'",
  ]

  @Test(arguments: examples, UInt64(1)...6)
  func sequences(path: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var document = try open(try Repository.text(path), path)
    try play(&document, "\(path), seed \(seed)", steps: 10, &generator)
  }

  private func play(
    _ document: inout OpenDocument, _ name: String, steps: Int, _ generator: inout SeededGenerator
  ) throws {
    let original = document.text
    var undo: [Edit] = []
    for _ in 0..<steps {
      let read = document.reading
      let reading = try #require(read, "\(name)")
      let (title, edits) = step(&document, reading, &generator)
      let before = words(reading)
      for edit in edits.reversed() {
        let range = edit.range
        undo.append(
          Edit(
            range.lowerBound..<(range.lowerBound + edit.replacement.count), Array(document.text.bytes[range])))
        document.apply(edit)
      }
      let edited = document.reading
      let after = try #require(edited, "\(name): \(title)")
      let text = after.text.string(0..<after.text.count)
      let again = document.read(after.text)
      let afresh = try #require(again)
      #expect(afresh.blocks == after.blocks, "\(name): \(title)\n\(text)")
      #expect(dump(afresh) == dump(after), "\(name): \(title)\n\(text)")
      #expect(words(after) == before, "\(name): \(title)\n\(text)")
    }
    for edit in undo.reversed() { document.apply(edit) }
    #expect(document.text.bytes == original.bytes, "\(name)")
  }

  private func open(_ text: SourceText.Text, _ path: String, notation: String? = nil) throws -> OpenDocument {
    var json = JSONWriter()
    json.object {
      $0.member("textDocument") {
        $0.object {
          $0.member("uri", "file:///\(path)")
          $0.member("languageId", notation.map { "transcript-\($0)" } ?? "plaintext")
          $0.member("version", 1)
          $0.member("text") { $0.value(utf8: text.bytes) }
        }
      }
    }
    return OpenDocument(try DidOpenParams(JSONValue(parsing: json.bytes)))
  }

  private func words(_ reading: Reading) -> [Substring] {
    reading.script.units.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }
  }

  private func step(
    _ document: inout OpenDocument, _ reading: Reading, _ generator: inout SeededGenerator
  ) -> (title: String, edits: [Edit]) {
    let start = Int.random(in: 0...reading.text.count, using: &generator)
    switch Int.random(in: 0..<14, using: &generator) {
    case 0...3:
      let places = (start..<min(reading.text.count, start + 400)).filter { renameTarget(reading, at: $0) != nil }
      guard let place = places.randomElement(using: &generator) else { return ("nothing", []) }
      let name = Self.names.randomElement(using: &generator)!
      guard case .renaming(let renaming) = rename(reading, at: place, to: name),
        document.keepsWords(with: renaming.edits)
      else { return ("refusal", []) }
      return (renaming.label, renaming.edits)
    case 4...7:
      let length = Bool.random(using: &generator) ? 0 : Int.random(in: 1...300, using: &generator)
      // One that inserts a remark is tried by itself, since it changes the words.
      let offered = rewrites(reading, at: start..<min(reading.text.count, start + length)).filter {
        $0.kind != .uncertain
      }
      guard let rewrite = offered.randomElement(using: &generator), case .changes(let changes) = rewrite.outcome else {
        return ("nothing", [])
      }
      return (rewrite.title, reading.edits(for: changes) ?? [])
    case 8: return ("format", Formatting.edits(of: &document, in: nil))
    case 9...10:
      let wishes: [TimeWish] = [.move(42_000), .move(-5_000), .move(500), .time(Time(seconds: 723)), .move(.max)]
      let wish = wishes.randomElement(using: &generator)!
      return edits(moveTimes(reading, from: start, by: wish), in: document)
    case 11:
      let other = Int.random(in: 0...reading.text.count, using: &generator)
      let times = [nil, Time(seconds: 0), Time(seconds: 3_601), Time(seconds: 100_000)]
      let anchors = [start, other].map { TimeAnchor(offset: $0, time: times.randomElement(using: &generator)!) }
      return edits(stretchTimes(reading, between: anchors[0], and: anchors[1]), in: document)
    case 12:
      let typed = typedBracket(reading, at: start) ?? typedLineEnd(reading, at: reading.text.count)
      let edits = typed.map { [Edit($0.range, $0.text)] } ?? []
      return document.keepsWords(with: edits) ? (typed?.label ?? "nothing", edits) : ("refusal", [])
    default:
      return ("format a range", Formatting.edits(of: &document, in: start..<min(reading.text.count, start + 200)))
    }
  }

  /// The edits of a command, as far as the server has them made.
  private func edits(_ result: RenameResult, in document: OpenDocument) -> (title: String, edits: [Edit]) {
    var document = document
    guard case .renaming(let renaming) = result, document.keepsWords(with: renaming.edits) else {
      return ("refusal", [])
    }
    return (renaming.label, renaming.edits)
  }

  /// Notations of a configuration would need one here.
  private static let samples = Sample.all.filter { Notations.builtIn.names.contains($0.format.name) }

  @Test("Sequences in each notation", arguments: samples, UInt64(1)...2)
  func everywhere(sample: Sample, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var document = try open(sample.text, "a.txt", notation: sample.format.name)
    try play(&document, sample.description, steps: 8, &generator)
  }

  @Test("Blanks at ends of lines and too many blank lines go, in each notation", arguments: samples)
  func tidied(sample: Sample) throws {
    var messy = sample.text
    let reading = sample.reading
    let segments = reading.segments()
    for (number, segment) in segments.enumerated().reversed()
    where number % 4 == 1 && segment + 1 < reading.blocks.count {
      let end = reading.content(of: segment).upperBound
      messy.apply(Edit(end..<end, "\n\n"))
    }
    var document = try open(messy, "a.txt", notation: sample.format.name)
    let read = document.reading
    let before = Saying(try #require(read))
    for edit in Formatting.edits(of: &document, in: nil).reversed() { document.apply(edit) }
    let after = document.reading
    #expect(Saying(try #require(after)) == before, "\(sample)")
    // Where lines of a paragraph have no blank line between them, an empty one may be a paragraph of its own.
    if before == Saying(reading) { #expect(document.text.bytes == sample.text.bytes, "\(sample)") }
  }

  @Test("Formatting changes no word, and a second time nothing is to do", arguments: examples)
  func formatting(path: String) throws {
    var document = try open(try Repository.text(path), path)
    let read = document.reading
    let before = Saying(try #require(read))
    for edit in Formatting.edits(of: &document, in: nil).reversed() { document.apply(edit) }
    let after = document.reading
    #expect(Saying(try #require(after)) == before, "\(path)")
    let more = Formatting.edits(of: &document, in: nil)
    #expect(more == [], "\(path)")
  }
}
