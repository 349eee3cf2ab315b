import Formats
import SourceText
import Support
import Testing
import Transcript

/// A slip at a time or a label is a fault in its place, in every notation; what only looks like one is what somebody said.
struct ToleranceTests {
  /// What is read of a line between healthy ones.
  private func read(_ line: String, as name: String) throws -> String {
    let format = try #require(Notations.tried.format(named: name))
    let healthy: [String: (String, String)] = [
      "page": ("Ida: We leave. (0:01)", "Tove: At six. (0:59)"),
      "blog": ("[00:00:01] Ida: We leave.", "[00:00:59] Tove: At six."),
      "captions": ("0:01 we leave", "0:59 at six"), "irc": ("<Ida> We leave. @0:01", "<Tove> At six. @0:59"),
      "bold": ("**Ida:** We leave.", "**Tove:** At six."), "rev": ("Ida (0:01):\nWe leave.", "Tove (0:59):\nAt six."),
    ]
    let (first, last) = try #require(healthy[name])
    let reading = Document(Text("\(first)\n\n\(line)\n\n\(last)\n\n\(first)\n"), format: format).reading
    try #require(reading.kind(of: 1) != .conflict)
    return reading.blocks.parts(of: 1).map { part in
      let text = reading.text.string(reading.range(of: part, in: 1))
      return "\(part.fault.map { "\($0)" } ?? "\(part.kind)") \(text)"
    }.joined(separator: " · ")
  }

  @Test(
    "Slips",
    arguments: [
      // Brackets
      ("blog", "00:00:12 Ida: So.", "speaker Ida · timeMalformed 00:00:12 · words So."),
      ("blog", "(00:00:12) Ida: So.", "speaker Ida · timeMalformed (00:00:12) · words So."),
      ("blog", "[00:00:12 Ida: So.", "speaker Ida · timeMalformed [00:00:12 · words So."),
      ("blog", "00:00:12] Ida: So.", "speaker Ida · timeMalformed 00:00:12] · words So."),
      ("blog", "[[00:00:12]] Ida: So.", "speaker Ida · timeMalformed [[00:00:12]] · words So."),
      ("blog", "\\[00:00:12\\] Ida: So.", "speaker Ida · timeMalformed \\[00:00:12\\] · words So."),
      ("blog", "- [00:00:12] Ida: So.", "speaker Ida · timeMalformed - [00:00:12] · words So."),
      ("blog", "> [00:00:12] Ida: So.", "speaker Ida · timeMalformed > [00:00:12] · words So."),
      ("blog", "[-00:00:12] Ida: So.", "speaker Ida · timeMalformed -00:00:12 · words So."),
      ("blog", "[00.00.12] Ida: So.", "speaker Ida · timeMalformed 00.00.12 · words So."),
      ("blog", "[00:00:12 ] Ida: So.", "speaker Ida · timeMalformed 00:00:12  · words So."),
      ("blog", "**[00:00:12] Ida:** So.", "speaker Ida · labelMarks **[00:00:12] Ida:** · start 00:00:12 · words So."),
      ("blog", "**[00:00:12]** Ida: So.", "speaker Ida · timeMalformed **[00:00:12]** · words So."),
      ("blog", "[00:00:12] **Ida:** So.", "speaker Ida · labelMarks **Ida:** · start 00:00:12 · words So."),
      ("blog", "[00:00:12] __Ida__: So.", "speaker Ida · labelMarks __Ida__: · start 00:00:12 · words So."),
      ("blog", "0:12 Ida: So.", "speaker Ida · timeMalformed 0:12 · words So."),
      ("page", "Ida: So. [0:12]", "speaker Ida · timeMalformed [0:12] · words So."),
      ("page", "Ida: So. ((0:12))", "speaker Ida · timeMalformed ((0:12)) · words So."),
      ("page", "Ida: So. (0.12)", "speaker Ida · timeMalformed 0.12 · words So."),
      ("page", "Ida: So. (0:12).", "speaker Ida · timeMalformed (0:12). · words So."),
      ("page", "Ida: So. **(0:12)**", "speaker Ida · timeMalformed **(0:12)** · words So."),
      ("page", "**Ida:** So. (0:12)", "speaker Ida · labelMarks **Ida:** · start 0:12 · words So."),
      ("captions", "[0:12] so", "timeMalformed [0:12] · words so"),
      ("captions", "(0:12) so", "timeMalformed (0:12) · words so"),
      ("captions", "- 0:12 so", "timeMalformed - 0:12 · words so"),
      ("captions", "-0:12 so", "timeMalformed -0:12 · words so"),
      ("captions", "0;12 so", "timeMalformed 0;12 · words so"),
      ("irc", "<Ida> So. @0.12", "speaker Ida · timeMalformed 0.12 · words So."),
      ("irc", "<Ida> So. @(0:12)", "speaker Ida · timeMalformed @(0:12) · words So."),
      ("irc", "Ida> So. @0:12", "speaker Ida · labelMarks Ida> · start 0:12 · words So."),
      ("irc", "<Ida So. @0:12", "labelMarks <Ida · start 0:12 · words Ida So."),
      ("rev", "Ida [0:12]:\nSo.", "speaker Ida · timeMalformed [0:12]: · words So."),
    ])
  func slips(name: String, line: String, expected: String) throws {
    #expect(try read(line, as: name) == expected)
  }

  @Test(
    "What people say",
    arguments: [
      ("blog", "10:30 was when it rang."), ("blog", "(0:00) A bell without a tower"), ("blog", "- 5:30 was too late."),
      ("blog", "(laughs) So."), ("blog", "[sic] So."), ("blog", "1.30 is too much."), ("blog", "Note: this is said."),
      ("captions", "we met at 10:30"), ("captions", "12.30 is too late"), ("captions", "(laughs) so"),
      ("captions", "12:30-ish it was"), ("irc", "she said 10:30"), ("irc", "write to me@example.org"),
      ("irc", "Note: this is said."), ("bold", "**No**, she said."), ("bold", "And that: nothing."),
      ("rev", "We left at 10:30."), ("rev", "Ida and Tove (both of them) left."),
    ])
  func speech(name: String, line: String) throws {
    let read = try read(line, as: name)
    #expect(read == "words \(line)", "\(read)")
  }

  @Test(
    "What is no time at the end of a paragraph",
    arguments: [
      "Ida: We met at 10:30.", "Ida: Pi (3.14159).", "Ida: In (1999).", "Ida: So (laughs).", "Ida: So (see 1:2).",
      "Ida: A ratio of (10 to 1).",
    ])
  func ends(line: String) throws {
    #expect(try read(line, as: "page") == "speaker Ida · words \(line.dropFirst(5))")
  }
}
