import Features
import SourceText
import Support
import Testing
import Transcript

struct HoverTests {
  static let page = """
    ---
    title: Hives
    youtube: https://youtu.be/abcdefghijk
    ---

    The bees

    Ada: How are the bees today, Bo? (0:10)

    Bo: Well, thank you. (0:20)

    Ada: Good. (0:50)
    """

  private func hoverText(_ needle: String, in source: String = page, as name: String = "page") throws -> String? {
    let offset = source.utf8.firstRange(of: needle.utf8)!.lowerBound
    return hover(try read(source, as: name), at: source.utf8.distance(from: source.utf8.startIndex, to: offset))?
      .plainText
  }

  @Test("A header: span, length, words, shares, the first words")
  func header() throws {
    #expect(
      try hoverText("The bees") == """
        The bees
        0:10 – 0:50 · 40 s
        10 words in 3 turns
        Ada 70 %, Bo 30 %
        “How are the bees today, Bo?”
        """)
  }

  @Test("A time: its place, the length of the segment, the pace, a link to the recording")
  func time() throws {
    #expect(
      try hoverText("0:20") == """
        0:20
        40 % of 0:50
        30 s, 3 words, 6 words a minute
        Watch from 0:20: https://www.youtube.com/watch?v=abcdefghijk&t=20s
        """)
  }

  @Test("A speaker: turns, words, share, first and last time")
  func speaker() throws {
    #expect(
      try hoverText("Ada:") == """
        Ada
        2 turns, 7 words, 70 % of the talk
        first at 0:10, last at 0:50
        """)
  }

  @Test("Nothing is said of what people say, of prose, or of an empty text")
  func nothing() throws {
    #expect(try hoverText("are the bees today") == nil)
    #expect(hover(try read("", as: "page"), at: 0) == nil)
  }

  @Test("Front matter: the seconds are a time too")
  func seconds() throws {
    let source =
      "---\ntranscript:\n- line: a b\n  sec: 10\n  time: '0:10'\n  who: Ada\n- line: c\n  sec: 20\n  time: '0:20'\n  who: Bo\n---\n"
    #expect(try hoverText("10\n  time", in: source, as: "front-matter")?.hasPrefix("0:10\n50 % of 0:20") == true)
  }

  @Test(
    "Only what Markdown acts on is escaped",
    arguments: [
      ("1:00 – 2:30 · 90 s", "1:00 – 2:30 · 90 s"), ("It's (well) 5.5 #1, a-b!", "It's (well) 5.5 #1, a-b!"),
      ("# one", "\\# one"), ("- one", "\\- one"), ("12. one", "12\\. one"), ("3) one", "3\\) one"),
      ("==", "\\=="), ("*a* _b_ `c` [d](e) ~f~ $g$", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ \\$g\\$"),
      ("Q&A <b>\n\\", "Q&amp;A &lt;b&gt; \\\\"),
    ])
  func escape(text: String, escaped: String) {
    #expect(escapeMarkdown(text) == escaped)
  }

  @Test("A transcript stays text in Markdown")
  func escaped() throws {
    let source =
      "Ada: ho (0:00)\n\n<script>x](command:y) *b*\n\nAda: <b>`q`</b> [x](http://y) (0:01)\n\nBo: hm (0:02)\n"
    let markdown = try #require(hover(try read(source, as: "page"), at: 18)).markdown
    #expect(!markdown.contains("<script>"))
    #expect(markdown.contains("x\\](command:"))
    #expect(!markdown.contains("<b>"))
    #expect(!markdown.contains("[x](http"))
  }
}
