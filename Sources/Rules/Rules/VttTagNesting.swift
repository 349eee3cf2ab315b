import Transcript

extension Rule {
  static let vttTagNesting = Rule(
    "vtt-tag-nesting", .warning, fix: .safe,
    summary: "Tags in the text of a cue do not fit together.",
    why: "Players guess what was meant, and not all of them guess the same.",
    halfWritten: .unit,
    looks: .atFaults([.tagLineBreak, .classEmpty, .spanNotClosed, .endTagSurplus, .annotationMissing, .rubyWithoutText])
    { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [nestingFix(fault, block, reading)])
    })
}

private func nestingFix(_ fault: Part, _ block: Int, _ reading: Reading) -> Fix? {
  func fix(_ title: String, _ mending: Mending = .respell) -> Fix? {
    Fix(title, [.mend(block: block, fault, mending)], in: reading, isSafe: true)
  }
  switch fault.fault {
  case .spanNotClosed: return fix("Close it at the end of the cue")
  case .endTagSurplus: return fix("Remove the end tag", .removeEntry)
  case .classEmpty: return fix("Remove the point")
  case .tagLineBreak: return fix("Put the tag on one line")
  default: return nil
  }
}
