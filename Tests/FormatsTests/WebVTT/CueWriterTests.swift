import Formats
import SourceText
import Support
import Testing
import Transcript

/// Changes of a WebVTT file: what is written, byte for byte.
struct CueWriterTests {
  private static let source = """
    WEBVTT

    1
    00:01.000 --> 00:04.000 align:start
    <v Ines>Who keeps <i>the key</i>
    to the lock?

    NOTE a remark

    2
    00:04.000 --> 00:06.000
    The keeper &amp; her cat.

    """

  private func changed(_ source: String, _ changes: [Change]) throws -> String? {
    let format = try #require(Notations.builtIn.format(named: "webvtt"))
    var text = Text(source)
    let reading = Document(text, format: format).reading
    guard let edits = reading.edits(for: changes) else { return nil }
    for edit in edits.reversed() { text.apply(edit) }
    return text.string(0..<text.count)
  }

  @Test(
    "What does not change stays",
    arguments: [
      ([.setStart(block: 1, Time(milliseconds: 1_500))], "00:01.000 -->", "00:01.500 -->"),
      ([.setStart(block: 1, Time(milliseconds: 3_601_500))], "00:01.000 -->", "01:00:01.500 -->"),
      ([.setEnd(block: 3, Time(milliseconds: 5_250))], "--> 00:06.000", "--> 00:05.250"),
      ([.setSpeaker(block: 1, "Bo & Co")], "<v Ines>", "<v Bo &amp; Co>"),
      ([.setSpeaker(block: 1, nil)], "<v Ines>", ""),
      ([.setSpeaker(block: 3, "Bo")], "The keeper", "<v Bo>The keeper"),
      ([.setText(block: 3, 4..<10, "miller")], "keeper", "miller"),
      ([.setText(block: 3, 11..<12, "<")], "&amp;", "&lt;"), ([.setText(block: 1, 0..<3, "What")], "Who", "What"),
      ([.setText(block: 1, 18..<20, "at")], "to the lock", "at the lock"),
      ([.setID(block: 3, "last")], "\n2\n", "\nlast\n"),
      ([.remove(block: 2)], "NOTE a remark\n\n", ""),
      ([.insert(.comment("so --> it"), before: 3)], "2\n00:04", "NOTE so --&gt; it\n\n2\n00:04"),
      (
        [
          .insert(
            .unit(Script.Unit(speaker: "Bo", start: Time(seconds: 4), end: Time(seconds: 5), text: "a < b")), before: 2)
        ],
        "NOTE a", "00:04.000 --> 00:05.000\n<v Bo>a &lt; b\n\nNOTE a"
      ),
    ] as [([Change], String, String)])
  func writes(changes: [Change], old: String, new: String) throws {
    let expected = Self.source.replacing(old, with: new, maxReplacements: 1)
    #expect(expected != Self.source)
    #expect(try changed(Self.source, changes) == expected)
    // The ends of line are those of the file.
    let native = { (text: String) in text.replacing("\n", with: "\r\n") }
    #expect(try changed(native(Self.source), changes) == native(expected))
  }

  @Test(
    "What cannot be said is refused",
    arguments: [
      [.setSpeaker(block: 1, "a > b")], [.setSpeaker(block: 1, "")], [.setSpeaker(block: 3, "a\nb")],
      [.setText(block: 1, 8..<14, "x")], [.setText(block: 3, 0..<200, "x")], [.setTitle(block: 1, "x")],
      [.remove(block: 0)],
      [.move(block: 3, before: 0)], [.insert(.title("x", level: 1), before: 1)],
      [.insert(.unit(Script.Unit(text: "a")), before: 1)],
      [.setStart(block: 2, Time(seconds: 1))], [.setID(block: 3, "a\nb")], [.join(block: 1, 3)],
      [.setText(block: 3, 0..<1, "a\n\nb -->")],
    ] as [[Change]])
  func refuses(changes: [Change]) throws {
    #expect(try changed(Self.source, changes) == nil)
  }

  @Test("A cue is cut in two, with its tags closed and opened again, and times by its length")
  func split() throws {
    let unit = Script.Unit(speaker: "Bo", text: "")
    let result = try #require(try changed(Self.source, [.split(block: 1, at: 13, unit)]))
    #expect(
      result.contains("<v Ines>Who keeps <i>the</i>\n\n00:0")
        && result.contains(" --> 00:04.000 align:start\n<v Bo><i>key</i>\nto the lock?\n\nNOTE"))
  }

  @Test("Two cues become one with both texts and the later end")
  func join() throws {
    let result = try #require(try changed(Self.source, [.join(block: 3, 1)]))
    #expect(
      result
        == "WEBVTT\n\n1\n00:01.000 --> 00:06.000 align:start\n<v Ines>Who keeps <i>the key</i>\nto the lock?\nThe keeper &amp; her cat.\n\nNOTE a remark\n\n"
    )
  }

  @Test("A block moves with its blank line")
  func move() throws {
    let result = try #require(try changed(Self.source, [.move(block: 3, before: 1)]))
    #expect(
      result
        == "WEBVTT\n\n2\n00:04.000 --> 00:06.000\nThe keeper &amp; her cat.\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Ines>Who keeps <i>the key</i>\nto the lock?\n\nNOTE a remark\n\n"
    )
  }

  @Test("A file that names speakers in words goes on doing so")
  func labels() throws {
    let source = "WEBVTT\n\n00:01.000 --> 00:02.000\nInes: one\n\n00:02.000 --> 00:03.000\ntwo\n"
    #expect(try changed(source, [.setSpeaker(block: 2, "Bo")]) == source.replacing("two", with: "Bo: two"))
    #expect(try changed(source, [.setSpeaker(block: 1, "Ida")]) == source.replacing("Ines", with: "Ida"))
    #expect(try changed(source, [.setSpeaker(block: 1, nil)]) == source.replacing("Ines: ", with: ""))
  }
}
