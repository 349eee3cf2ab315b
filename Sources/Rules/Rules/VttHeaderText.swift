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
    looks: .atDocument(.frame) { reading, report in
      guard let known = CueFault(.headerText) else { return }
      let lines = reading.faults([.headerText])
      let (programs, others) = (lines.filter { reading.isOfProgram($0) }, lines.filter { !reading.isOfProgram($0) })
      if let (block, fault) = programs.first {
        let more = programs.count > 1 ? " So they do with \(counted(programs.count - 1, "line")) more." : ""
        report(reading.range(of: fault, in: block), "\(known.sentence)\(more)", atMost: .information)
      }
      if let (block, fault) = others.first {
        let more = others.count > 1 ? " So they do with \(counted(others.count - 1, "line")) more." : ""
        report(
          reading.range(of: fault, in: block), "\(known.sentence)\(more)",
          fixes: [Fix("Add a blank line", [.mend(block: block, fault, .respell)], in: reading)])
      }
    })
}

extension Reading {
  fileprivate func isOfProgram(_ line: (block: Int, fault: Part)) -> Bool {
    let range = range(of: line.fault, in: line.block)
    return knownHeaders.contains { text.bytes[range].starts(with: $0.utf8) }
  }
}

/// What programs write there. `Style:` and `##` come from old files of YouTube.
private let knownHeaders = ["Kind:", "Language:", "X-TIMESTAMP-MAP=", "Style:", "##"]
