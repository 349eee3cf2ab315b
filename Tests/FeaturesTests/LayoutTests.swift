import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct LayoutTests {
  private func laidOut(_ source: String, as name: String) throws -> String {
    var reading = try read(source, as: name)
    for step in Layout.allCases { reading = try read(edited(reading, step), as: name) }
    return reading.text.string(0..<reading.text.count)
  }

  private func edited(_ reading: Reading, _ step: Layout) -> String {
    let text = reading.edited(step.edits(reading))
    return text.string(0..<text.count)
  }

  @Test("One blank line between paragraphs, line ends as they are")
  func gaps() throws {
    let source =
      "Ada: One. (0:01)\r\n\r\n\r\nBo: Two. (0:02)\r\n\r\nAda: Three. (0:03)\r\nBo: Four. (0:04)\r\n\r\nAda: Five. (0:05)\r\n"
    #expect(
      try laidOut(source, as: "page")
        == "Ada: One. (0:01)\r\n\r\nBo: Two. (0:02)\r\n\r\nAda: Three. (0:03)\r\n\r\nBo: Four. (0:04)\r\n\r\nAda: Five. (0:05)\r\n"
    )
  }

  @Test("Not more than one blank line, even if the file usually has two")
  func wideGaps() throws {
    #expect(
      try laidOut("Ada: One. (0:01)\n\n\nBo: Two. (0:02)\n\n\nAda: Three. (0:03)\n", as: "page")
        == "Ada: One. (0:01)\n\nBo: Two. (0:02)\n\nAda: Three. (0:03)\n")
  }

  @Test("Quotes as PyYAML writes them; what has none may be a number and stays")
  func quotes() throws {
    let source =
      "---\ntitle: \"The rope\"\nseason: 1\nepisode: \"1\"\ntranscript:\n- header: 'Knots'\n- line: \"It's dry: yes\"\n  who: \"Ada\"\n- line: 'No'\n  who: Bo\n---\n"
    #expect(
      try laidOut(source, as: "front-matter")
        == "---\ntitle: The rope\nseason: 1\nepisode: '1'\ntranscript:\n- header: Knots\n- line: 'It''s dry: yes'\n  who: Ada\n- line: 'No'\n  who: Bo\n---\n"
    )
  }

  @Test(
    "Lines, paragraphs and signs of a quoted value stay as people see them",
    arguments: [
      "title: 'The rope: how it is laid, and why\n  nobody lays it by hand'",
      "about: 'The first day.\n\n  The second day: rain.\n\n  '",
      "about: \"The first day \\\n  and \\u2603 the second\"",
      "about: \"A kite 🪁\\tand a rope\"",
    ])
  func legible(entry: String) throws {
    let source =
      "---\n\(entry)\ntranscript:\n- line: 'Yes: a rope.\n\n    And a kite 🪁.'\n  who: Ada\n- line: No.\n  who: Bo\n---\n"
    #expect(try laidOut(source, as: "front-matter") == source)
  }

  @Test("No word changes, and a second time nothing is to do", arguments: Sample.all)
  func same(sample: Sample) throws {
    var reading = sample.reading
    for step in Layout.allCases {
      let after = Document(reading.edited(step.edits(reading)), format: sample.format).reading
      #expect(Saying(after) == Saying(reading), "\(sample) \(step)")
      #expect(after.script.units == reading.script.units)
      reading = after
    }
    for step in Layout.allCases { #expect(step.edits(reading) == [], "\(sample) \(step)") }
  }
}
