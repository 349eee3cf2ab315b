import Transcript

extension Rule {
  static let vttSettingTwice = Rule(
    "vtt-setting-twice", .warning, fix: .safe,
    summary: "A setting stands twice.",
    why: "The last one counts, and whoever reads the file cannot see that at a glance.",
    halfWritten: .unit,
    looks: .atFaults([.settingTwice]) { reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Remove the first one", [.mend(block: block, fault, .removeEntry)], in: reading, isSafe: true)
        ])
    })
}
