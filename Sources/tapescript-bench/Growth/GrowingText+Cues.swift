import Transcript

extension GrowingText {
  /// WebVTT in which one slip or one shape comes again and again.
  static let cues = [
    cues("cues") { cue($0, "and so we climb the stair") },
    cues("voices in turn") { cue($0, "<v \($0.isMultiple(of: 2) ? "Bo" : "Henrike")>Good evening &amp; welcome.</v>") },
    cues("commas in all times") { "00:00:01,000 --> 00:00:02,000\nline \($0)\n\n" },
    cues("times of all kinds of slips") { cue($0, "up", arrow: [" -> ", "-->", " --> 0:", " —> "][$0 % 4]) },
    cues("text that belongs to nothing") { cue($0, "up\n\nand down\nagain") },
    cues("no blank lines") { String(cue($0, "up").dropLast()) },
    cues("arrows among the words") { cue($0, "up --> down --> up") },
    cues("comments with arrows") { "NOTE\n" + cue($0, "up") },
    cues("ids that come again") { "\($0 % 7)\n" + cue($0, "up") },
    cues("style sheets and regions below cues") { cue($0, "up") + "STYLE\n::cue {}\n\nREGION\nid:a\($0)\n\n" },
    cues("settings of all kinds") { cue($0, "up", settings: " align:middle line:x region:a size:10% size:20%") },
    cues("ampersands and tags in each") { cue($0, "a & b <laughs> c <i>d <v>e</b> <00:00:99.000>f") },
    cues("captions that roll") { number in
      cue(number, "line \(number)\nline<00:00:01.500><c> \(number + 1)</c>")
        + cue(number, "line \(number + 1)\n ", length: 10)
    },
    GrowingText(name: "one cue of many lines", notation: "webvtt") { size in
      "WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("a <i>b</i> & c\n", to: size)
    },
    GrowingText(name: "one cue of tags that stay open", notation: "webvtt") { size in
      "WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("<b>a ", to: size)
    },
    GrowingText(name: "a header without an end", notation: "webvtt") { size in
      "WEBVTT\n" + repeated("Kind: captions\n", to: size)
    },
  ]

  private static func cues(_ name: String, _ unit: @escaping @Sendable (Int) -> String) -> GrowingText {
    GrowingText(name: name, notation: "webvtt") { size in "WEBVTT\n\n" + counted(to: size) { unit($0) } }
  }

  /// - Parameter length: in milliseconds.
  private static func cue(
    _ number: Int, _ text: String, arrow: String = " --> ", settings: String = "", length: Int = 1_990
  ) -> String {
    func written(_ milliseconds: Int) -> String {
      Time(milliseconds: milliseconds).written(hourDigits: 2, fractionDigits: 3)
    }
    let start = number * 2_000 + (length < 100 ? 1_990 : 0)
    return "\(written(start))\(arrow)\(written(start + length))\(settings)\n\(text)\n\n"
  }
}
