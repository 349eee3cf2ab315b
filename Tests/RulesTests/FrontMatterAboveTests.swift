import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Front matter above a transcript in paragraphs: one reader, whatever stands below.
struct FrontMatterAboveTests {
  static let notations = Notations.builtIn.names.filter {
    ["front-matter", "webvtt", "srt"].contains($0) == false
  }

  private func findings(_ text: String, as notation: String) throws -> [String] {
    let text = Text(text)
    let format = try #require(Notations.builtIn.format(named: notation))
    return Judge.findings(in: Document(text, format: format).reading, Settings()).filter { $0.rule.hasPrefix("yaml-") }
      .map { "\($0.rule) \(text.line(at: $0.range.lowerBound) + 1) \(text.string($0.range))" }
  }

  @Test(
    "A slip in the front matter is found at its line, whatever stands below", arguments: notations,
    [
      "title: 'The lock", "title: \"The lock\nguests:\n- ida", "guests:\n- ida\n  tove: x", "a:\n\tb: c",
      "title: The lock: a story",
      "title: [a, b", "title: The lock #2", "title: a\ntitle: b", "speakers:\n  - name: Ida\n   role: host",
      "x: *nowhere",
      "title: Lock\nguests", "- a\n- b: 'c", "media: {a: b", "time: 1:40", "title: @ida",
    ])
  func slips(notation: String, slip: String) throws {
    let text = "---\nseason: 1\n\(slip)\ndate: 2026-03-05\n---\n\nOn the lock.\n"
    #expect(try findings(text, as: notation) == findings(text, as: "front-matter"))
  }

  @Test("Healthy front matter of other archives has no finding", arguments: notations)
  func healthy(notation: String) throws {
    let text = """
      ---
      title: 'The lock: a story'
      speakers:
        - Ida Holm
        - name: Tove Lind
          role: host
      guest: Bo
      date: 2026-03-05
      duration: '3:50'
      tags: ['lock', "gate"]
      media: https://lock.example/1?t=1&v=2
      links:
        video: {youtube: a-b_c, other: [1, 2]}
      description: >
        On the lock,
        at night.
      ---

      On the lock.

      """
    #expect(try findings(text, as: notation) == [])
  }

  @Test(
    "Front matter in TOML is no speech and has no finding",
    arguments: [
      ("+++\ntitle = \"The lock: a story\"\ntime = 00:12:30\n[[guests]]\nname = 'Ida: x'\n+++\n\n", true),
      ("+++\ntitle = \"never closed\"\n\n", false),
    ])
  func toml(head: String, isClosed: Bool) throws {
    let turns = "[00:00:01] Ida: We begin at the gate.\n\n[00:00:04] Tove: It is shut.\n\n[00:00:06] Ida: So we see.\n"
    let text = Text(head + turns)
    let detection = Detection.detect(text, path: "a.md")
    #expect(detection.format?.name == "blog")
    let reading = Document(text, format: try #require(detection.format)).reading
    #expect(reading.segments().count == 3)
    #expect(Judge.findings(in: reading, Settings()).isEmpty)
    #expect(reading.blocks[0].kind == .prose)
    if isClosed { #expect(reading.blocks.range(of: 0).count == head.utf8.count) }
  }

  @Test(
    "Who is named in the front matter may speak, in whatever form, and what else is said of them names nobody",
    arguments: [
      ("speakers:\n- Ida Holm\n- Tove Lind\n- Mats Ek\nhost: Ida Holm", []),
      ("participants: [Ida Holm, \"Tove Lind\", Mats Ek]\nhost: Ida Holm", []),
      ("speakers:\n- name: Ida Holm\n  role: Mats Ek\n- name: Tove Lind\nhost: Ida Holm", ["Mats Ek"]),
    ])
  func people(head: String, unknown: [String]) throws {
    let labels = ["Ida", "Tove", "Ida Holm", "TL", "Mats Ek"]
    let turns = (0..<30).map { "[00:0\($0 / 10):\($0 % 10)5] \(labels[$0 % 5]): We begin at the gate now.\n\n" }
    let text = Text("---\n\(head)\n---\n\n" + turns.joined())
    let reading = Document(text, format: try #require(Notations.builtIn.format(named: "blog"))).reading
    let found = Judge.findings(in: reading, Settings()).filter { $0.rule == "speaker-unknown" }.map {
      text.string($0.range)
    }
    #expect(found == unknown)
  }
}
