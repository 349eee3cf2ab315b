import Transcript

extension Rule {
  static let srtStrayText = Rule(
    "srt-stray-text", .error,
    summary: "Text stands above the first cue.",
    why: "No player shows it, and some readers refuse the file because of it.",
    halfWritten: .unit,
    looks: .atDocument(.frame) { reading, report in
      // However many lines there are, somebody put them there at once.
      guard let (block, fault) = reading.faults([.subRipStrayText]).first else { return }
      report(reading.range(of: fault, in: block), "This text belongs to no cue, so nobody sees it.")
    })
}
