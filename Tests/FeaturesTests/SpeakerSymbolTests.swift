import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct SpeakerSymbolTests {
  private static let page = """
    ---
    hosts: [Ada Lund]
    guests:
    - bo-holm
    - Cy Holm
    ---

    Ada: Bo: yes. (0:01)

    Holm: No. (0:05)

    Ada: So. (0:09)

    Bo: Well. (0:12)
    """

  /// The lines of the places, from 1, and that of the definition.
  private func lines(_ needle: String, _ text: String = page, as name: String = "page") throws -> String? {
    let place = text.utf8.firstRange(of: needle.utf8)!.lowerBound
    let reading = try read(text, as: name)
    guard
      let symbol = speakerSymbol(reading, at: text.utf8.distance(from: text.utf8.startIndex, to: place))
    else { return nil }
    let line = { (range: Range<Int>) in String(reading.text.line(at: range.lowerBound) + 1) }
    return "\(symbol.places.map(line).joined(separator: " ")) from \(line(symbol.definition))"
  }

  @Test("A label: the entry that names it, and all labels")
  func label() throws {
    #expect(try lines("Ada:") == "2 8 12 from 2")
    #expect(try lines("Bo: Well") == "4 14 from 4")
  }

  @Test("A name that two entries may mean is introduced by the first turn")
  func ambiguous() throws { #expect(try lines("Holm:") == "10 from 10") }

  @Test("An entry leads to its labels; other metadata and words lead nowhere")
  func entry() throws {
    #expect(try lines("bo-holm") == "4 14 from 4")
    #expect(try lines("Lund") == "2 8 12 from 2")
    #expect(try lines("Cy Holm") == nil)
    #expect(try lines("guests") == nil)
    #expect(try lines("Bo: yes") == nil)
    #expect(try lines("So.") == nil)
  }

  @Test("A case or an accent makes no other person")
  func folded() throws {
    #expect(
      try lines("Tomé:", "---\nguest: tomevarela\n---\n\nTomé: Yes. (0:01)\n\nTomé: No. (0:04)\n") == "2 5 7 from 2")
  }

  @Test("Labels are typed together if they are written alike")
  func linked() throws {
    let text =
      "---\ntranscript:\n- line: a\n  who: Ada\n- line: b\n  who: 'Ada'\n- line: c\n  who: Ada\n- line: d\n  who: Bo\n---\n"
    let reading = try read(text, as: "front-matter")
    let lines = { (offset: Int) in linkedLabels(reading, at: offset).map { reading.text.line(at: $0.lowerBound) } }
    #expect(lines(reading.text.content(ofLine: 3).upperBound) == [3, 7])
    #expect(lines(reading.text.content(ofLine: 5).upperBound - 1) == [])
    #expect(lines(reading.text.content(ofLine: 9).upperBound) == [])
    #expect(lines(reading.text.content(ofLine: 2).upperBound) == [])
  }

  @Test("In every notation with labels each label leads to all of its speaker", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    for block in reading.segments() {
      guard let speaker = reading.speaker(of: block), let label = reading.range(.speaker, of: block) else { continue }
      let symbol = try #require(speakerSymbol(reading, at: label.upperBound))
      #expect(symbol.origin == label)
      #expect(symbol.labels == reading.segments(of: speaker).compactMap { reading.range(.speaker, of: $0) })
      #expect(linkedLabels(reading, at: label.lowerBound).contains(label))
    }
  }
}
