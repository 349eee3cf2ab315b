import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct TokenTests {
  /// All tokens as `kind text`, with the number of the speaker.
  private func shown(_ reading: Reading, uncertain: [Range<Int>] = []) -> [String] {
    let order = speakersInOrder(reading)
    return reading.blocks.indices.flatMap { block in
      let bounds = reading.blocks.range(of: block)
      return tokens(reading, of: block, uncertain: uncertain.filter { bounds.contains($0.lowerBound) })
    }.map { token in
      let number = token.speaker.flatMap(order.firstIndex).map { String($0 + 1) } ?? ""
      return "\(token.kind)\(number) \(reading.text.string(token.range))"
    }
  }

  @Test("Labels, times, titles, remarks and keys; a link, a number in brackets and a label that stands once are none")
  func page() throws {
    let text = """
      ---
      title: Fog
      ---

      The lamp

      Bo: Look [laughs], [a link](https://x.example) and [12]. (0:05)

      Ada: Note: it [coughs. (0:11)

      Bo: What [inaudible 0:19]? (0:20)
      """
    let reading = try read(text, as: "page")
    let passage = text.utf8.firstRange(of: "[inaudible 0:19]".utf8)!
    let start = text.utf8.distance(from: text.utf8.startIndex, to: passage.lowerBound)
    #expect(
      shown(reading, uncertain: [start..<(start + 16)]) == [
        "key title", "header The lamp", "speaker1 Bo", "note [laughs]", "time 0:05", "speaker2 Ada", "time 0:11",
        "speaker1 Bo", "uncertain [inaudible 0:19]", "time 0:20",
      ])
  }

  @Test("An uncertain passage is more important than the remark around it")
  func overlap() throws {
    let text = "Ada: So [coughs, ?? maybe] it was. (0:05)\n\nBo: Yes. (0:09)\n"
    let reading = try read(text, as: "page")
    let start = text.utf8.distance(from: text.utf8.startIndex, to: text.utf8.firstRange(of: "??".utf8)!.lowerBound)
    #expect(
      shown(reading, uncertain: [start..<(start + 2)]) == [
        "speaker1 Ada", "uncertain ??", "time 0:05", "speaker2 Bo", "time 0:09",
      ])
  }

  @Test("A token ends at the end of its line")
  func lines() throws {
    let reading = try read(
      """
      ---
      transcript:
      - line: 'Well [she
          laughs] so.'
        sec: 5
        who: Ada
      ---
      """, as: "front-matter")
    #expect(
      shown(reading).filter { !$0.hasPrefix("key") } == ["note [she", "note laughs]", "time 5", "speaker1 Ada"])
  }

  @Test("Every voice of a cue is a speaker")
  func voices() throws {
    let reading = try read(
      "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ada>Hm? <v Bo>Yes.\n\n00:04.000 --> 00:05.000\n<v Bo>No.\n", as: "webvtt")
    #expect(shown(reading).filter { $0.hasPrefix("speaker") } == ["speaker1 Ada", "speaker2 Bo", "speaker2 Bo"])
  }

  @Test("In every notation each label, time and title has its token", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    let found = shown(reading)
    func count(_ kind: String) -> Int { found.filter { $0.hasPrefix(kind) }.count }
    #expect(count("speaker") == reading.segments().filter { reading.speaker(of: $0) != nil }.count)
    #expect(count("header") == reading.blocks.indices.filter { reading.kind(of: $0) == .header }.count)
    #expect(count("time") >= reading.segments().filter { reading.episode.rows[$0].start != nil }.count)
    // A label that has lost its time is a remark in some of them.
    #expect((3...4).contains(count("note")))
  }
}
