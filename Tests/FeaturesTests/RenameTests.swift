import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct RenameTests {
  private func renamed(_ sample: Sample, at offset: Int, to name: String) -> (text: Text, renaming: Renaming)? {
    let reading = sample.reading
    guard case .renaming(let renaming) = rename(reading, at: offset, to: name) else { return nil }
    return (reading.edited(renaming.edits), renaming)
  }

  private func script(_ text: Text, _ sample: Sample) -> Script { Document(text, format: sample.format).reading.script }

  private func place(_ kind: Part.Kind, of position: Int, in sample: Sample) -> Int? {
    let reading = sample.reading
    let segments = reading.segments()
    return segments.indices.contains(position) ? reading.range(kind, of: segments[position])?.lowerBound : nil
  }

  private func moved(_ script: Script, by seconds: Int, from first: Int) -> Script {
    var script = script
    var units = 0
    for index in script.elements.indices {
      guard case .unit(var unit) = script.elements[index].content else { continue }
      units += 1
      guard units > first else { continue }
      unit.start = unit.start.map { Time(milliseconds: $0.milliseconds + Int32(seconds) * 1000) }
      unit.end = unit.end.map { Time(milliseconds: $0.milliseconds + Int32(seconds) * 1000) }
      script.elements[index].content = .unit(unit)
    }
    return script
  }

  @Test("A time moves with all below it and nothing else, and back again", arguments: Sample.all)
  func time(sample: Sample) throws {
    guard let place = place(.start, of: 2, in: sample) ?? place(.seconds, of: 2, in: sample) else {
      #expect(sample.reading.script.units.allSatisfy { $0.start == nil })
      return
    }
    let (text, renaming) = try #require(renamed(sample, at: place, to: "+1:10:42"), "\(sample)")
    #expect(script(text, sample) == moved(sample.reading.script, by: 4242, from: 2), "\(sample)")
    #expect(renaming.label == "Move 6 times by +1:10:42", "\(sample)")
    let back = Document(text, format: sample.format).reading
    let third = back.segments()[2]
    let start = try #require(back.range(.start, of: third) ?? back.range(.seconds, of: third)).lowerBound
    guard case .renaming(let second) = rename(back, at: start, to: "-1:10:42") else {
      Issue.record("\(sample) cannot go back")
      return
    }
    #expect(back.edited(second.edits) == sample.text, "\(sample)")
  }

  @Test("A speaker is renamed everywhere, and nothing else changes", arguments: Sample.all)
  func speaker(sample: Sample) throws {
    guard let place = place(.speaker, of: 0, in: sample), let target = renameTarget(sample.reading, at: place) else {
      #expect(!sample.reading.script.units.contains { $0.speaker == "Ada" })
      return
    }
    let name = target.name == target.name.uppercased() ? "ODA" : "Oda"
    guard let (text, renaming) = renamed(sample, at: place, to: name) else {
      #expect(target.name == "Q", "\(sample) has no other labels")
      return
    }
    var expected = sample.reading.script
    for index in expected.elements.indices {
      guard case .unit(var unit) = expected.elements[index].content, unit.speaker == target.name else { continue }
      unit.speaker = name
      expected.elements[index].content = .unit(unit)
    }
    #expect(script(text, sample) == expected, "\(sample)")
    #expect(renaming.label == "Rename “\(target.name)” to “\(name)” in 4 places", "\(sample)")
  }

  @Test("The title of a section", arguments: Sample.all)
  func title(sample: Sample) throws {
    let reading = sample.reading
    guard let header = reading.blocks.indices.first(where: { reading.kind(of: $0) == .header }),
      let range = reading.range(.title, of: header), reading.string(.title, of: header) == "The fog"
    else { return }
    let (text, _) = try #require(renamed(sample, at: range.upperBound, to: "The dark"), "\(sample)")
    #expect(script(text, sample).elements[4].content == .title("The dark", level: 1), "\(sample)")
  }

  private static let page = """
    ---
    title: Ferries
    guests: [Bo, "Cy Long"]
    host: Ada
    ---

    Ada: Is the rope dry, Bo? (0:58)

    Bo: It is. See [the knot](https://tape.example/?t=72). (1:12)

    Ada: Then we go. (59:59)

    """

  private func page(_ needle: String, _ name: String) throws -> RenameResult {
    let reading = try read(Self.page, as: "page")
    return rename(reading, at: try #require(reading.text.place(of: needle)), to: name)
  }

  private func text(_ result: RenameResult) throws -> String {
    guard case .renaming(let renaming) = result else {
      Issue.record("\(result)")
      return ""
    }
    let text = try read(Self.page, as: "page").edited(renaming.edits)
    return text.string(0..<text.count)
  }

  @Test("The front matter is changed where it certainly names the speaker, and can be renamed there")
  func roster() throws {
    let expected = Self.page.replacing("[Bo,", with: "[Bea,").replacing("Bo: It", with: "Bea: It")
    #expect(try text(page("Bo: It", "Bea")) == expected)
    #expect(try text(page("Bo, \"Cy", " Bea ")) == expected)
    #expect(try text(page("Ada: Is", "Cy")).contains("host: Cy"))
    #expect(renameTarget(try read(Self.page, as: "page"), at: 20) == nil, "nobody has this label")
  }

  @Test("A name that another speaker has is told")
  func merged() throws {
    guard case .renaming(let renaming) = try page("Bo: It", "Ada") else { return }
    #expect(
      renaming.note
        == "The front matter is changed, too. There is a speaker “Ada” already, so the two become one.")
  }

  @Test("A new time, a difference with a sign, and a link that leads to the start")
  func wishes() throws {
    let expected = Self.page.replacing("0:58", with: "1:00").replacing("1:12", with: "1:14")
      .replacing("t=72", with: "t=74").replacing("59:59", with: "1:00:01")
    #expect(try text(page("0:58", "1:00")) == expected)
    #expect(try text(page("0:58", "+2")) == expected)
    #expect(try text(page("0:58", "+0:02")) == expected)
    #expect(try text(page("59:59", "\u{2212}1:00")) == Self.page.replacing("59:59", with: "58:59"))
  }

  @Test(
    "What cannot be is refused with the reason",
    arguments: [
      ("1:12", "-1:30", "The times cannot move by -1:30: 1:12 would be before the recording begins."),
      ("1:12", "42", "“42” is not a time. Write a time such as 12:46, or a difference such as +0:42 or -5."),
      ("1:12", "soon", "“soon” is not a time. Write a time such as 12:46, or a difference such as +0:42 or -5."),
      ("1:12", "+0.5", "This time has no place for the fraction of a second in “+0.5”."),
      ("1:12", "+499:59:59", "The times cannot move by +499:59:59: some of them would be too late to be written."),
      ("Bo: It", "", "A speaker needs a name."),
      ("Bo: It", "a\nb", "“a␊b” cannot stand as a speaker label in this file."),
      (
        "rope dry", "x",
        "Nothing can be renamed here. Place the cursor on a speaker, a time or the title of a section."
      ),
    ])
  func refusals(needle: String, name: String, reason: String) throws {
    #expect(try page(needle, name) == .refusal(reason))
  }

  @Test(
    "Numbers that no recording has are refused and do no harm",
    arguments: ["+", "-", "+99999999999999999999", "-9999999999999:00"])
  func extremes(name: String) throws {
    guard case .refusal = try page("0:58", name) else {
      Issue.record("\(name)")
      return
    }
  }

  @Test("The two times of an item move together, from either of them")
  func seconds() throws {
    let source =
      "---\ntranscript:\n- line: a b\n  sec: 10\n  time: '0:10'\n  who: Ada\n- line: c\n  sec: 20\n  time: '0:20'\n  link: https://tape.example/?a=1&t=20s\n  who: Bo\n---\n"
    let expected = source.replacing("20", with: "62")
    for (needle, name) in [("20\n", "62"), ("20\n", "1:02"), ("0:20", "1:02"), ("0:20", "+42")] {
      let reading = try read(source, as: "front-matter")
      guard case .renaming(let renaming) = rename(reading, at: reading.text.place(of: needle)!, to: name) else {
        Issue.record("\(needle) \(name)")
        continue
      }
      let text = reading.edited(renaming.edits)
      #expect(text.string(0..<text.count) == expected.replacing("0:62", with: "1:02"))
    }
  }

  @Test("Cues: ends and times among the words move, a second voice is renamed")
  func cues() throws {
    let source = """
      WEBVTT

      00:01.000 --> 00:04.000
      <v Ada>Is it <00:02.500>dry?</v>
      <v Bo>It is.</v>

      00:05.000 --> 00:06.000
      <v Bo>Quite.</v>

      """
    let reading = try read(source, as: "webvtt")
    guard case .renaming(let move) = rename(reading, at: reading.text.place(of: "00:01")!, to: "+10"),
      case .renaming(let name) = rename(reading, at: reading.text.place(of: "Bo>It")!, to: "B & C"),
      case .renaming(let end) = rename(reading, at: reading.text.place(of: "00:04")!, to: "00:04.500")
    else {
      Issue.record("refused")
      return
    }
    let moved = reading.edited(move.edits)
    #expect(
      moved.string(0..<moved.count)
        == source.replacing("00:0", with: "00:1"))
    let renamed = reading.edited(name.edits)
    #expect(renamed.string(0..<renamed.count) == source.replacing("Bo>", with: "B &amp; C>"))
    let later = reading.edited(end.edits)
    #expect(
      later.string(0..<later.count)
        == source.replacing("00:04.000", with: "00:04.500").replacing("<00:02.500>", with: "<00:03.000>")
        .replacing("00:05.000 --> 00:06.000", with: "00:05.500 --> 00:06.500"))
  }

  /// An editor whose caret is a block shows it on the mark.
  @Test(
    "What a mark opens is meant by a caret on the mark",
    arguments: [
      ("page", "Ada: The rope. (0:58)\n", "(0:58", "0:58"),
      (
        "changelog", "**Ada:** The rope. \\[00:58\\] It is wet.\n\n**Bo:** Is it?\n\n**Ada:** It is.\n", "\\[00:58",
        "00:58"
      ),
      ("changelog", "**Ada:** The rope. \\[00:58\\] It is wet.\n\n**Bo:** Is it?\n\n**Ada:** It is.\n", "**Ada", "Ada"),
      ("front-matter", "---\ntranscript:\n- line: The rope.\n  time: '0:58'\n  who: \"Ada\"\n---\n", "'0:58", "0:58"),
      ("front-matter", "---\ntranscript:\n- line: The rope.\n  time: '0:58'\n  who: \"Ada\"\n---\n", "\"Ada", "Ada"),
      (
        "webvtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>The rope.\n\n00:03.000 --> 00:04.000\n<v Bo>Wet.\n", "Ada",
        "Ada"
      ),
      ("bitcoin", "## The rope\n\nAda: 00:00:58\n\nIt is wet.\n\nBo: 00:01:58\n\nIt is.\n", "## The", "The rope"),
    ])
  func marks(notation: String, text: String, place: String, name: String) throws {
    let bytes = Array(text.utf8)
    let offset = try #require(bytes.indices.first { bytes[$0...].starts(with: place.utf8) })
    let reading = try read(text, as: notation)
    #expect(renameTarget(reading, at: offset)?.name == name)
    // The words before the mark are not meant.
    if offset > 0, bytes[offset - 1] == UInt8(ascii: " ") {
      #expect(renameTarget(reading, at: offset - 1)?.name != name)
    }
  }

  @Test("An empty text, a text without a transcript, an offset past the end")
  func nothing() throws {
    #expect(renameTarget(try read("", as: "page"), at: 0) == nil)
    #expect(renameTarget(try read("Just a note.\n", as: "page"), at: 3) == nil)
    #expect(renameTarget(try read(Self.page, as: "page"), at: 100_000) == nil)
  }
}
