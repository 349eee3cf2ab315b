import Transcript

extension Rule {
  static let vttSignature = Rule(
    "vtt-signature", .error, fix: .safe,
    summary: "The first line of a WebVTT file is not `WEBVTT`.",
    why: "Browsers and players look for it first, and without it they read nothing of the file.",
    halfWritten: .line,
    looks: .atFaults([.signatureMissing]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write WEBVTT as the first line", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)
        ])
    })
}
