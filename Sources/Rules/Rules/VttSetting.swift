import Transcript

extension Rule {
  static let vttSetting = Rule(
    "vtt-setting", .error, fix: .safe,
    summary: "A setting of a cue or of a region is unknown, or has a value that is none.",
    why: "Players drop the setting, and the cue is shown in another place or another way.",
    halfWritten: .unit,
    looks: .atFaults([.settingMalformed, .settingUnknown, .settingValue, .lineFraction]) {
      reading, fault, block, report in
      report.add(
        fault, of: block, reading,
        fixes: [
          Fix("Write it as players know it", [.mend(block: block, fault, .respell)], in: reading, isSafe: true)
            ?? Fix("Remove the setting", [.mend(block: block, fault, .removeEntry)], in: reading)
        ])
    })
}
