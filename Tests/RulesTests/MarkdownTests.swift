import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// What is Markdown in a transcript: titles, code, comments, quotations, links.
struct MarkdownTests {
  private func reading(_ text: String, as notation: String = "changelog") throws -> Reading {
    Document(Text(text), format: try #require(Notations.builtIn.format(named: notation))).reading
  }

  /// The kinds of the blocks with what they say, without the marks of Markdown in it.
  private func lines(_ reading: Reading) -> [String] {
    reading.blocks.indices.map { block in
      let title = reading.string(.title, of: block).map { " \(reading.blocks[block].level) \($0)" } ?? ""
      let words = reading.part(.words, of: block) == nil ? "" : " \(reading.firstWords(of: block, limit: 200))"
      return "\(reading.kind(of: block))\(title)\(words)"
    }
  }

  @Test("Titles have levels, with marks or underlined, and blocks of code have none")
  func titles() throws {
    let text = """
      **Ida:** We begin.

      # The lock

      ### The gate

      **Tove:** It is shut.

      The winch
      ---------

      **Ida:** So we see.

      ```
      # no title
      **Nobody:** no speaker
      ```

      **Tove:** That was the note on the door.

      """
    #expect(
      lines(try reading(text)) == [
        "segment We begin.", "header 1 The lock", "header 3 The gate", "segment It is shut.", "header 2 The winch",
        "segment So we see.", "prose", "segment That was the note on the door.",
      ])
  }

  @Test(
    "What is nearly code, a comment or an underlined title is what somebody said",
    arguments: [
      "``` and then nothing", "`` # two``", "<!-- begins and never ends", "The winch.\n---------", "The winch\n--",
      "The winch\n-=-=-",
    ])
  func nearMisses(piece: String) throws {
    let text = "**Ida:** We begin.\n\n\(piece)\n\n**Tove:** It is shut.\n\n# The lock\n\n**Ida:** Yes.\n"
    let reading = try reading(text)
    #expect(reading.blocks.indices.count { reading.kind(of: $0) == .header } == 1, "\(lines(reading))")
    #expect(lines(reading).suffix(3) == ["segment It is shut.", "header 1 The lock", "segment Yes."])
  }

  @Test("A comment may have several lines")
  func comments() throws {
    let reading = try reading("**Ida:** We begin.\n\n<!-- to be\n\n**Nobody:** heard\n-->\n\n**Tove:** It is shut.\n")
    #expect(lines(reading) == ["segment We begin.", "prose", "segment It is shut."])
    #expect(reading.string(.comment, of: 1) == "<!-- to be\n\n**Nobody:** heard\n-->")
  }

  @Test(
    "The text of a link is spoken, its address is not",
    arguments: [
      ("See [the lock](https://lock.example/a_b(c)) and `tove --all` now", "See the lock and tove --all now"),
      ("> We said <b>so</b>", "We said so"), ("An image ![of a gate](gate.png).", "An image !of a gate."),
      ("Left [open](https://lock.example", "Left [open](https://lock.example"),
      ("A ` alone, 3 < 4 > 2", "A ` alone, 3 < 4 > 2"),
      ("Two ``code ` here`` and [brackets] (alone)", "Two code ` here and [brackets] (alone)"),
    ])
  func marks(text: String, shown: String) throws {
    let reading = try reading("**Ida:** We begin.\n\n\(text)\n")
    #expect(reading.firstWords(of: 1, limit: 200) == shown)
    // All of it is still there to be written.
    #expect(reading.string(.words, of: 1) == text)
  }

  @Test("No repair touches an address or code, and none is found fault with")
  func repairs() throws {
    let text = """
      **Ida:** We begin at [the  lock](https://lock.example/a--b...c ,d) and `run  --fast ...` it.

      **Tove:** Yes yes, <https://lock.example/wait--wait> is it, she said .

      **Ida:** So it is.

      **Tove:** It is.

      """
    let reading = try reading(text)
    var settings = Settings()
    for rule in Rule.all { settings.choices[rule.id] = .init(isOn: true) }
    for finding in Judge.findings(in: reading, settings) {
      let found = reading.text.string(finding.range)
      #expect(!found.contains("lock.example") && !found.contains("--fast"), "\(finding.rule): \(found)")
    }
  }

  @Test("The work grows with the text, whatever marks are left open")
  func growth() throws {
    for unit in ["[a](", "](", "`", "``a` ", "<a ", "> ", "[", "```\n", "<!-- \n", "a\n---\n", "((](a) "] {
      func effort(_ bytes: Int) throws -> Duration {
        let text = Text("**Ida:** We begin.\n\n" + String(repeating: unit, count: bytes / unit.utf8.count) + "\n")
        let format = try #require(Notations.builtIn.format(named: "changelog"))
        return processorTime { _ = Document(text, format: format).reading.blocks.count }
      }
      _ = try effort(20_000)
      let (short, long) = (try effort(100_000), try effort(800_000))
      #expect(long < short * 30 + .milliseconds(200), "\(unit): \(short) s, \(long) s")
    }
  }
}
