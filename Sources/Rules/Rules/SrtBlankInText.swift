import Transcript

extension Rule {
  static let srtBlankInText = Rule(
    "srt-blank-in-text", .error, fix: .safe,
    summary: "An empty line stands inside of a cue.",
    why: "Strict readers end the cue there, and what follows is never shown.",
    halfWritten: .unit,
    looks: .atFaults([.subRipBlankLineInside]) { reading, fault, block, report in
      report(
        reading.lineOf(fault, in: block), "This empty line ends the cue for many readers, and they drop what follows.",
        fixes: [Fix("Remove the empty line", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)])
    })
}

extension Reading {
  /// An empty line has nothing that can be pointed at, so its end is.
  fileprivate func lineOf(_ fault: Part, in block: Int) -> Range<Int> {
    let range = range(of: fault, in: block)
    let line = text.line(at: range.lowerBound)
    let content = text.content(ofLine: line)
    return content.isEmpty ? content.lowerBound..<text.range(ofLine: line).upperBound : content
  }
}
