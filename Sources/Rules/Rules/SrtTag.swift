import Transcript

extension Rule {
  static let srtTag = Rule(
    "srt-tag", .warning, fix: .offered,
    summary: "A tag is not one that players know, or is not closed.",
    why: "Players hide what looks like a tag, or show it as it stands, and formatting goes on to the end of the cue.",
    halfWritten: .unit,
    looks: .atFaults([.subRipTagUnknown, .subRipTagNotClosed, .subRipTagNotOpened]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let tag = reading.text.string(range)
      func fix(_ title: String) -> Fix? { Fix(title, [.mend(block: block, fault, .respell)], in: reading) }
      switch fault.fault {
      case .subRipTagNotClosed:
        let name = tag.dropFirst().prefix { $0.isLetter }
        report(range, "“\(tag)” is not closed.", fixes: [fix("Close it at the end of the cue with </\(name)>")])
      case .subRipTagNotOpened: report(range, "“\(tag)” closes nothing.", fixes: [fix("Remove it")])
      default:
        let isEnd = tag.hasPrefix("</")
        report(
          range, "“\(tag)” is no tag of SubRip, and players may hide it.",
          fixes: [fix(isEnd ? "Remove it" : "Write [\(tag.dropFirst().dropLast())]")])
      }
    })
}
