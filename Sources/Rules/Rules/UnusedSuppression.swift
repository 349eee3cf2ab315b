import SourceText
import Transcript

extension Rule {
  /// Left alone: rules that are switched off, since what they would find is not known.
  static let unusedSuppression = Rule(
    "unused-suppression", .warning, repair: .safe,
    summary: "A comment silences a rule where the rule finds nothing, or names no rule.",
    why: "The mistake was mended or moved; a silence left behind would hide the next one.",
    looks: .atSilences { reading, silences, report in
      for silence in silences.all {
        let keepsAny = silence.names.contains { !report.isUnused($0) }
        if silence.names.isEmpty {
          report(
            silence.range, "This comment names no rule: tapescript-ignore RULE: REASON.",
            fixes: [reading.removing(silence)])
        }
        for (index, name) in silence.names.enumerated() {
          if Rule.named(name.id) == nil {
            let meant = nearestWord(to: name.id, among: Rule.all.map(\.id))
            report(
              name.range, "There is no rule “\(name.id)”." + (meant.map { " Did you mean \($0)?" } ?? ""),
              fixes: meant.map { [Fix("Change to \($0)", Edit(name.range, $0))] } ?? [])
          } else if report.isUnused(name) {
            let fix = keepsAny ? reading.removing(index, of: silence) : reading.removing(silence)
            report(name.range, "\(name.id) finds nothing here that has to be silenced.", fixes: [fix])
          }
        }
      }
    })
}

extension Report {
  /// Whether a silence hides nothing although its rule was applied.
  fileprivate func isUnused(_ name: Silence.Name) -> Bool {
    !name.isUsed && (Rule.named(name.id).map(settings.isOn) ?? false)
  }
}

extension Reading {
  /// Takes the comment away, and its line if it has one of its own.
  fileprivate func removing(_ silence: Silence) -> Fix {
    let number = text.line(at: silence.range.lowerBound)
    let line = text.content(ofLine: number)
    var start = silence.range.lowerBound
    while start > line.lowerBound, [0x20, 0x09].contains(text.bytes[start - 1]) { start -= 1 }
    let isAlone =
      start == line.lowerBound && text.bytes[silence.range.upperBound..<line.upperBound].allSatisfy { $0 <= 0x20 }
    let range = isAlone ? text.range(ofLine: number) : start..<silence.range.upperBound
    return Fix("Remove the comment", isSafe: true, Edit(range, ""))
  }

  /// Takes one of several names away, with the comma that parts it from the others.
  fileprivate func removing(_ index: Int, of silence: Silence) -> Fix {
    let name = silence.names[index]
    let range =
      index == 0
      ? name.range.lowerBound..<silence.names[1].range.lowerBound
      : silence.names[index - 1].range.upperBound..<name.range.upperBound
    return Fix("Remove \(name.id)", isSafe: true, Edit(range, ""))
  }
}
