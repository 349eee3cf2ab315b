import Formats
import SourceText
import Testing
import Transcript

/// What becomes of what one notation says in its own way.
struct ConvertedTranscriptTests {
  private func converted(_ source: String, from: String, to: String) throws -> (text: String, losses: [Loss]) {
    let source = (text: Text(source), format: try #require(Notations.builtIn.format(named: from)))
    let target = try #require(Notations.builtIn.format(named: to))
    let reading = Document(source.text, format: source.format).reading
    let result = try reading.converted(to: target, from: source.format, CueShape(profile: nil)).get()
    return (String(decoding: result.bytes, as: UTF8.self), result.losses)
  }

  @Test("Marks of Markdown are none in another notation, and what they say besides is lost")
  func markdown() throws {
    let source = #"""
      **Tove:** \[00:05\] It&#39;s *late* \[laughs\], see [the tables](https://tide.example).

      **Ida:** \[00:09\] R&D \& so on.

      """#
    let page = try converted(source, from: "changelog", to: "page")
    #expect(
      page.text == "Tove: It's late [laughs], see the tables. (0:05)\n\nIda: R&D & so on. (0:09)\n")
    #expect(page.losses.map(\.kind) == [.markup, .markup])
    let cues = try converted(source, from: "changelog", to: "srt")
    let shown = cues.text.replacing("\n", with: " ")
    #expect(shown.contains("Tove: It's late [laughs], see the tables.") && shown.contains("R&D & so on."))
    // Markdown stays Markdown.
    let ladybug = try converted(source, from: "changelog", to: "ladybug")
    #expect(ladybug.text.contains(#"It&#39;s *late* \[laughs\], see [the tables](https://tide.example)."#))
    #expect(!ladybug.losses.contains { $0.kind == .markup })
  }

  @Test("A text that looks like Markdown is the same there and back")
  func thereAndBack() throws {
    let source = "Ida: Press *so* and &amp; and [here](now). (0:05)\n\nTove: snake_case 2 * 3. (0:09)\n"
    let there = try converted(source, from: "page", to: "ergo")
    #expect(there.text.contains(#"Press \*so\* and \&amp; and \[here\](now)."#))
    #expect(there.text.contains("snake_case 2 * 3."))
    let back = try converted(there.text, from: "ergo", to: "page")
    #expect(back.text == source)
    #expect(there.losses.isEmpty && back.losses.isEmpty)
  }

  @Test(
    "Where names have no marks of Markdown, neither has what is said",
    arguments: ["rev", "labels", "bitcoin", "minutes"])
  func plain(notation: String) throws {
    let words = "Press <Enter> or 2*3*4, R&amp;D in [tide](tables.md) and \\*."
    let source = "Ida: \(words) (0:05)\n\nTove: It is. (0:09)\n"
    let there = try converted(source, from: "page", to: notation)
    #expect(there.text.contains(words))
    #expect(try converted(there.text, from: notation, to: "captions").text.contains(words) || notation != "rev")
  }

  @Test("What looks like a label and is none keeps its marks")
  func noLabel() throws {
    let source = "**Ida:** One.\n\n**Tove:** Two.\n\n**Note:** nobody heard **that**.\n\n**Ida:** So it is.\n"
    #expect(try converted(source, from: "changelog", to: "changelog").text == source)
    #expect(try converted(source, from: "changelog", to: "page").text.contains("Note: nobody heard that."))
    let under = "__Ida__: One.\n\n__Tove__: Two.\n\n__Note__: nobody heard it.\n\n__Ida__: So it is.\n"
    #expect(try converted(under, from: "rustacean", to: "rustacean").text == under)
  }

  @Test("A label or a time alone in its paragraph belongs to the one below")
  func labelAlone() throws {
    let source = #"""
      **Ida:**

      Good evening from the lock.

      **Tove:**

      \[00:32\]

      It is late.

      And dark.

      **Bo:** \[00:40\]

      **Ida:** Who was that?

      """#
    let converted = try converted(source, from: "changelog", to: "front-matter")
    let lines = converted.text.split(separator: "\n").filter { !$0.hasPrefix("---") && !$0.contains("sec:") }
    #expect(
      lines == [
        "transcript:", "- line: Good evening from the lock.", "  who: Ida", "- line: It is late.", "  time: '0:32'",
        "  who: Tove", "- line: And dark.", "  who: Tove", "- line: ''", "  time: '0:40'", "  who: Bo",
        "- line: Who was that?", "  who: Ida",
      ])
    #expect(converted.losses.isEmpty)
  }

  @Test("A single time with decimals does not make the others finer")
  func decimals() throws {
    let source = "[00:05] **Ida**: One.\n\n[00:07.25] **Tove**: Two.\n\n[00:09] **Ida**: Three.\n"
    let page = try converted(source, from: "ergo", to: "page")
    #expect(page.text == "Ida: One. (0:05)\n\nTove: Two. (0:07.25)\n\nIda: Three. (0:09)\n")
    #expect(page.losses.isEmpty)
    let fine = source.replacing("00:09", with: "00:09.5")
    #expect(try converted(fine, from: "ergo", to: "page").text.contains("(0:05.00)"))
  }

  @Test("A line that says that a transcript begins is no loss, and a speaker is counted for each segment")
  func announcement() throws {
    let source = "Transcript\n\nIda: One.\n\nIda: Two.\n\nTove: Three. (0:09)\n"
    let captions = try converted(source, from: "page", to: "captions")
    #expect(!captions.losses.contains { $0.kind == .preamble })
    let lost = LossTally(captions.losses.filter { $0.kind == .speaker })
    #expect(lost.sentences == "Lost: 3 speakers of segments.")
    let title = try converted("The lock\n\n" + source, from: "page", to: "front-matter")
    #expect(title.losses.contains { $0.kind == .preamble })
  }

  @Test("First words with a colon that are no label are said by whoever speaks")
  func colon() throws {
    let source = "Ida: One.\n\ntide: it is high.\n\nAnd dark.\n\nTove: Yes.\n\nIda: Good.\n\nTove: So it is.\n"
    let doubtful = source.replacing("One.\n\n", with: "One.\n\nBefore.\n\n")
    let converted = try converted(doubtful, from: "bitcoin", to: "front-matter")
    #expect(converted.text.contains("- line: 'tide: it is high.'\n  who: Ida\n"))
    #expect(converted.losses.isEmpty)
  }
}
