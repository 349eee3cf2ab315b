import Features
import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct SectionSummaryTests {
  private static let page = """
    Ada: Above [??]. (0:01)

    The lamp

    Ada: One two three. (0:05)

    Bo: Four. (0:30)

    The fog

    The end

    Bo: Five. (1:05)
    """

  @Test("Time, length, words, shares, uncertain passages; nothing above the first title")
  func page() throws {
    let reading = try read(Self.page, as: "page")
    let offset = { (needle: String) in
      Self.page.utf8.distance(
        from: Self.page.utf8.startIndex, to: Self.page.utf8.firstRange(of: needle.utf8)!.lowerBound)
    }
    let uncertain = ["[??]", "two", "three", "Five"].map { offset($0)..<(offset($0) + 3) }
    #expect(
      sectionSummaries(reading, uncertain: uncertain).map { "\(reading.text.string($0.range)): \($0.text)" } == [
        "The lamp: 0:05 – 1:05 · 60 s · 4 words · Ada 75 %, Bo 25 % · 2 uncertain passages", "The fog: empty",
        "The end: 1:05 · 1 word · Bo 100 % · 1 uncertain passage",
      ])
  }

  @Test("Each section of every notation has a line", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    let headers = reading.blocks.indices.filter { reading.kind(of: $0) == .header }
    let summaries = sectionSummaries(reading)
    #expect(summaries.count == headers.count)
    #expect(summaries.allSatisfy { $0.text.contains("words") && !$0.range.isEmpty })
  }

  @Test("After any edits the lines are those of a text read afresh", arguments: Notations.tried.names, UInt64(1)...3)
  func editedIsAsAfresh(name: String, seed: UInt64) throws {
    let format = try #require(Notations.tried.format(named: name))
    var random = SeededGenerator(seed: seed)
    var document = Document(Notations.talk(in: format), format: format)
    var kept = SectionSummaries()
    for step in 0..<150 {
      kept.note(document.apply(random.edit(in: document.reading)))
      guard step % 3 > 0 else { continue }
      let text = document.reading.text
      let uncertain = text.bytes.indices.filter { text.bytes[$0] == UInt8(ascii: "[") && ($0 + step).isMultiple(of: 2) }
        .map { $0..<($0 + 1) }
      kept.update(document.reading, uncertain: uncertain)
      let fresh = Document(text, format: format).reading
      #expect(kept.all == sectionSummaries(fresh, uncertain: uncertain), "step \(step)")
    }
  }
}

extension SeededGenerator {
  /// Any edit, or a blank or a letter among words.
  fileprivate mutating func edit(in reading: Reading) -> Edit {
    guard Int.random(in: 0..<4, using: &self) > 0, let segment = reading.segments().randomElement(using: &self),
      let words = reading.range(.words, of: segment), words.count > 4
    else { return .random(in: reading.text, using: &self) }
    let place = Int.random(in: (words.lowerBound + 2)..<words.upperBound, using: &self)
    return Edit(place..<place, Bool.random(using: &self) ? " " : "e")
  }
}
