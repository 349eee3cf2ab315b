import Formats
import SourceText
import Support
import Testing
import Transcript

@testable import Rules

/// Each message about WebVTT, with what comes close to it on both sides.
struct CueFaultTests {
  /// The findings of the rules about WebVTT: `line rule severity`.
  private func findings(_ source: String) throws -> [String] {
    let format = try #require(Notations.builtIn.format(named: "webvtt"))
    let reading = Document(Text(source), format: format).reading
    return Judge.findings(in: reading).filter { $0.rule.hasPrefix("vtt-") }
      .map { "\(reading.text.line(at: $0.range.lowerBound) + 1) \($0.rule.dropFirst(4)) \($0.severity)" }
  }

  /// A line of times on line 3, with a text below.
  @Test(
    "The line of times",
    arguments: [
      ("00:01.000 --> 00:02.000", ""), ("01:00:01.000 --> 01:00:02.000", ""), ("100:00:00.000 --> 100:00:01.000", ""),
      ("00:01.000\t-->\t00:02.000 \t", ""), ("00:00:00.000-->00:00:01.000", "timing-style"),
      ("00:01.000 -->00:02.000", "timing-style"), (" 00:01.000 --> 00:02.000", "timing-style"),
      ("0:00:01.000 --> 00:02.000", "timing-style"), ("00:01.000 \u{0C}--> 00:02.000", "timing-style"),
      ("00:01.000 --> 00:02.000align:start", "timing-style"), ("0:01.000 --> 00:02.000", "timing"),
      ("00:01,000 --> 00:02.000", "timing"), ("00:01.000 --> 00:02,000", "timing"), ("00:01 --> 00:02.000", "timing"),
      ("00:01.00 --> 00:02.000", "timing"), ("00:01.0000 --> 00:02.000", "timing"),
      ("00:60.000 --> 02:02.000", "timing"),
      ("60:00.000 --> 61:00.000", "timing"), ("00:61:00.000 --> 02:00:00.000", "timing"),
      ("-00:01.000 --> 00:02.000", "timing"),
      ("00:01.000 --> ", "timing"), ("00:01.000 -> 00:02.000", "timing"), ("00:01.000 — 00:02.000", "timing"),
      ("00:01.000 → 00:02.000", "timing"), ("00:01.000 - -> 00:02.000", "timing"),
      ("00:01.000 x --> 00:02.000", "timing"),
      ("from the mill --> to the lock", "arrow-in-text"), ("-->", "arrow-in-text"),
      ("10:30 - 11:00 is our slot", "stray-text"), ("00:01.000 - 00:02.000", "stray-text"),
    ])
  func times(line: String, rule: String) throws {
    let found = try findings("WEBVTT\n\n\(line)\nThe lock\n\n00:05.000 --> 00:06.000\nThe mill\n")
    let severity = rule == "timing-style" ? "warning" : "error"
    #expect(found == (rule.isEmpty ? [] : ["3 \(rule) \(severity)"]), "\(line)")
  }

  @Test(
    "Settings",
    arguments: [
      ("align:center", ""), ("align:middle", "error"), ("align:Center", "error"), ("align:", "error"),
      ("align", "error"),
      (":start", "error"), ("align: start", "error"), ("line:-1", ""), ("line:+1", "error"), ("line:1.5", "warning"),
      ("line:1.", "error"), ("line:.5", "error"), ("line:100%", ""), ("line:100.0%", ""), ("line:100.1%", "error"),
      ("line:5%,end", ""), ("line:5%,left", "error"), ("line:5,", "error"), ("position:50%,line-left", ""),
      ("position:50%,start", "error"), ("position:50", "error"), ("position:007%", ""), ("size:0%", ""),
      ("size:-0%", "error"),
      ("size:1e1%", "error"), ("vertical:rl", ""), ("vertical:ltr", "error"), ("region:low", ""),
      ("kind:caption", "error"),
      ("align:start align:end", "warning"), ("align:start line:0 size:50% position:10%", ""),
      ("align:start align:x", "error"),
    ])
  func settings(text: String, severity: String) throws {
    let found = try findings("WEBVTT\n\nREGION\nid:low\n\n00:01.000 --> 00:02.000 \(text)\nThe lock\n")
    #expect(Set(found.map { String($0.split(separator: " ")[2]) }) == (severity.isEmpty ? [] : [severity]), "\(found)")
  }

  @Test(
    "The text of a cue",
    arguments: [
      ("Locks &amp; weirs &lt;3 &#39; &#x2019; &eacute; &nbsp;", ""), ("Locks & weirs", "ampersand"),
      ("AT&T", "ampersand"),
      ("&amp", "ampersand"), ("&ampere;", "ampersand"), ("&#;", "ampersand"), ("&#xZ;", "ampersand"),
      ("<i>a</i> <b.loud>b</b> <c.x.y>c</c> <u>d</u>", ""), ("<lang en>a</lang>", ""), ("<ruby>a<rt>b</rt></ruby>", ""),
      ("<ruby>a<rt>b</ruby>", ""), ("<v Ines>a", ""), ("<v Ines>a</v>", ""), ("<v Ines>a</v> b", ""),
      ("<v Ines>a</v><v Bo>b</v>", ""), ("x <v Ines>a", "tag-nesting"), ("<v>a</v>", "tag-nesting"),
      ("<lang>a</lang>", "tag-nesting"),
      ("<ruby>a</ruby>", "tag-nesting"), ("<i>a", "tag-nesting"), ("<i><b>a</i></b>", "tag-nesting"),
      ("a</i>", "tag-nesting"),
      ("<c.>a</c>", "tag-nesting"), ("<i\n>a</i>", "tag-nesting"), ("<laughs> a", "tag"), ("a < b", "tag"),
      ("I <3 it", "tag"),
      ("<font color=red>a</font>", "tag"), ("<rt>a</rt>", "tag"), ("<b very>a</b>", "tag"), ("<I>a</I>", "tag"),
      ("a <00:01.500>b", ""), ("a <00:00:01.500>b", ""), ("a <00:09.000>b", "word-time"),
      ("a <00:01.000>b", "word-time"),
      ("a <00:01.500>b <00:01.200>c", "word-time"), ("a <00:01,500>b", "word-time"), ("a > b", ""), ("a -> b", ""),
      ("a -- > b", ""),
      ("{\"speed\": 3, \"unit\": \"<&>\"}", ""), ("[{\"a\": \"<b\"}]", ""), ("{loud} < b", "tag"),
    ])
  func text(text: String, rule: String) throws {
    let found = try findings("WEBVTT\n\n00:01.000 --> 00:02.000\n\(text)\n")
    let rules = Set(found.map { String($0.split(separator: " ")[1]) })
    #expect(rules.isSuperset(of: rule.isEmpty ? [] : [rule]) && (!rule.isEmpty || rules.isEmpty), "\(text): \(found)")
    #expect(rules.count <= 2)
  }

  @Test(
    "The frame of the file",
    arguments: [
      ("WEBVTT\n\n", []), ("\u{FEFF}WEBVTT\n\n", []), ("WEBVTT The lock\n\n", []), ("WEBVTT\tThe lock\n\n", []),
      ("WEBVTT", ["1 blank-line warning"]), ("WEBVTT\n", ["1 blank-line warning"]),
      ("WEBVTTX\n\n", ["1 signature error"]),
      ("WEBVTT.\n\n", ["1 signature error"]), ("webvtt\n\n", ["1 signature error"]),
      (" WEBVTT\n\n", ["1 signature error"]),
      ("\n\nWEBVTT\n\n", ["3 signature error"]), ("The lock\n\n", ["1 signature error", "1 stray-text error"]),
      ("WEBVTT\nKind: captions\nLanguage: en\n\n", ["2 header-text information"]),
      ("WEBVTT\nBy Ines\n\n", ["2 header-text warning"]),
      ("WEBVTT\n00:01.000 --> 00:02.000\nThe lock\n", ["2 blank-line warning"]),
      ("WEBVTT\n\nNOTE\n\nNOTE a\nb\n\n", []), ("WEBVTT\n\nNOTES\na\n\n", ["3 stray-text error"]),
      ("WEBVTT\n\nNOTE a\n00:01.000 --> 00:02.000\nThe lock\n", ["4 arrow-in-note error"]),
      ("WEBVTT\n\nNOTE a\nb\n00:01.000 --> 00:02.000\nThe lock\n", ["5 arrow-in-note error"]),
      ("WEBVTT\n\nSTYLE\n::cue { color: red }\n\n", []), ("WEBVTT\n\nSTYLE \t\n::cue {}\n\n", []),
      ("WEBVTT\n\nSTYLE red\n::cue {}\n\n", ["3 stray-text error"]),
      ("WEBVTT\n\nSTYLE\n::cue {}\n/* --> */\n\n", ["5 arrow-in-text error"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nSTYLE\n::cue {}\n\n", ["6 style-late error"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nREGION\nid:x\n\n", ["6 region-late error"]),
      ("WEBVTT\n\nREGION\nwidth:40%\n\n", ["3 region-unknown warning"]),
      ("WEBVTT\n\nREGION\nid:x width:40\n\n", ["4 setting error"]),
      ("WEBVTT\n\nREGION\nid:x\n\nREGION\nid:x\n\n", ["7 region-unknown warning"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000 region:x\na\n", ["3 region-unknown warning"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n", ["5 blank-line warning"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\na\nb --> c\n", ["5 arrow-in-text error"]),
      ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nb\nc\nd\n\n", ["6 stray-text error"]),
      ("WEBVTT\n\nx\ny\n00:01.000 --> 00:02.000\na\n", ["3 stray-text error", "5 blank-line warning"]),
      (
        "WEBVTT\n\n1\n00:01.000 --> 00:02.000\na\n\n1\n00:02.000 --> 00:03.000\nb\n\n1\n00:03.000 --> 00:04.000\nc\n",
        ["7 id-twice warning"]
      ),
      ("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\na\r\n", []), ("WEBVTT\r\r00:01.000 --> 00:02.000\ra\r", []),
    ])
  func frame(source: String, expected: [String]) throws {
    #expect(try findings(source) == expected, "\(source.debugDescription)")
  }

  @Test("One slip through the file is one finding with one fix")
  func manyCommas() throws {
    let cues = (0..<900).map { number in
      let start = Time(seconds: number * 2).written(hourDigits: 2, fractionDigits: 3, decimalMark: UInt8(ascii: ","))
      let end = Time(seconds: number * 2 + 1).written(hourDigits: 2, fractionDigits: 3, decimalMark: UInt8(ascii: ","))
      return "\(number + 1)\n\(start) --> \(end)\nword \(number)\n\n"
    }
    let text = Text("WEBVTT\n\n" + cues.joined())
    let format = try #require(Notations.builtIn.format(named: "webvtt"))
    let found = Judge.findings(in: Document(text, format: format).reading).filter { $0.rule == "vtt-timing" }
    let finding = try #require(found.first)
    #expect(found.count == 1 && finding.message.contains("900 cues"))
    let fix = try #require(finding.fixes.first)
    #expect(fix.isSafe)
    let mended = Document(fix.applied(to: text), format: format).reading
    #expect(!Judge.findings(in: mended).contains { $0.rule.hasPrefix("vtt-") })
    #expect(mended.script.units.count == 900 && mended.script.units.last?.end == Time(seconds: 1_799))
  }

  @Test("Every fault of cues says something, with a section")
  func everyFault() {
    let known = Fault.allCases.compactMap(CueFault.init)
    #expect(known.count > 40)
    for fault in known { #expect(fault.section.first?.isNumber ?? false && !fault.message.hasSuffix(".")) }
    #expect(Set(known.map(\.message)).count == known.count)
  }
}
