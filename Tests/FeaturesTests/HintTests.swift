import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct HintTests {
  private func shown(
    _ text: String, as name: String = "page", in range: Range<Int>? = nil, kinds: Set<Hint.Kind> = Hint.Kind.all
  ) throws -> [String] {
    let reading = try read(text, as: name)
    return hints(reading, in: range ?? 0..<reading.text.count, kinds: kinds).map {
      "\(reading.text.line(at: $0.offset) + 1) \($0.text)"
    }
  }

  private static let page = """
    Ada: One two three four. (0:10)

    Bo: Five six.

    Ada: Seven eight. (0:30)

    Bo: Nine. (1:00)

    Ada: Ten. (1:00)

    Bo: Eleven. (1:10)
    """

  @Test("The length of a turn that has a time for itself; times in between by the number of words")
  func page() throws {
    #expect(try shown(Self.page) == ["3 ≈ 0:23", "5 30 s · 4 wpm"])
    #expect(try shown(Self.page, kinds: [.length]) == ["5 30 s · 4 wpm"])
    #expect(try shown(Self.page, kinds: [.time]) == ["3 ≈ 0:23"])
    #expect(try shown(Self.page, kinds: []) == [])
  }

  @Test("Only what lies in the range")
  func range() throws {
    let third = try #require(Self.page.utf8.firstRange(of: "Bo: Five".utf8)).lowerBound
    let offset = Self.page.utf8.distance(from: Self.page.utf8.startIndex, to: third)
    #expect(try shown(Self.page, in: offset..<(offset + 1)) == ["3 ≈ 0:23"])
    #expect(try shown(Self.page, in: (offset + 1)..<(offset + 2)) == [])
    #expect(try shown(Self.page, in: Self.page.utf8.count..<Self.page.utf8.count) == [])
  }

  @Test("Without times, with times that run backwards, without words, and at the end nothing is said")
  func nothing() throws {
    #expect(try shown("Ada: One.\n\nBo: Two.\n\nAda: Three.\n\nBo: Four.\n", as: "labels") == [])
    #expect(try shown("Ada: One. (5:00)\n\nBo: Two.\n\nAda: Three. (4:00)\n") == [])
    #expect(try shown("Ada: One. (5:00)\n\nBo: Two.\n") == [])
    #expect(try shown("") == [])
  }

  @Test("A hint stands behind the words where they are a value, and before the whole paragraph")
  func items() throws {
    let text = """
      ---
      transcript:
      - line: 'One two.'
        sec: 0
        who: Ada
      - line: Three
          four.
        who: Ada
      - line: Five.
        sec: 60
        who: Bo
      ---
      """
    #expect(try shown(text, as: "front-matter") == ["6 ≈ 0:30", "7 60 s · 4 wpm"])
  }

  @Test("In every notation hints stand at edges of paragraphs, in order", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    let all = hints(reading, in: 0..<reading.text.count)
    let timed = reading.segments().filter { reading.episode.start(of: $0) != nil }
    if timed.isEmpty { #expect(all == []) }
    // A line of captions without a speaker is no turn.
    #expect(all.contains { $0.kind == .length } == timed.contains { reading.speaker(of: $0) != nil })
    #expect(all.map(\.offset) == all.map(\.offset).sorted())
    var parts: [Hint] = []
    var start = 0
    for part in 1...10 {
      let end = reading.text.count * part / 10
      parts += hints(reading, in: start..<end)
      start = end + 1
    }
    #expect(parts == all, "the whole is its parts")
  }
}
