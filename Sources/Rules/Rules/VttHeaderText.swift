import SourceText
import Transcript

extension Rule {
  /// Old files and YouTube's keep `Kind:` and `Language:` there, which are written by programs and read by some.
  static let vttHeaderText = Rule(
    "vtt-header-text", .warning, fix: .offered,
    summary: "Text stands right below the first line of a WebVTT file.",
    why:
      "Players skip everything up to the first blank line, so a comment, a style sheet or a cue there has no effect.",
    halfWritten: .line,
    looks: .atFaults([.headerText]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let isKnown = knownHeaders.contains { reading.text.bytes[range].starts(with: $0.utf8) }
      guard let known = CueFault(.headerText) else { return }
      report(
        range, Message(known.sentence), atMost: isKnown ? .information : .warning,
        fixes: isKnown ? [] : [Fix("Add a blank line", [.mend(block: block, fault, .correct)], in: reading)])
    })
}

/// What programs write there. `Style:` and `##` come from old files of YouTube.
private let knownHeaders = ["Kind:", "Language:", "X-TIMESTAMP-MAP=", "Style:", "##"]
