import SourceText
import Transcript

extension Rule {
  /// Left alone: rules that are off, because their findings are not known.
  static let unusedSuppression = Rule(
    "unused-suppression", .warning, fix: .safe,
    summary: "A comment silences a rule where the rule finds nothing, or names no rule.",
    why: "The mistake was fixed or moved; a comment left behind would hide the next one.",
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
            report(
              name.range, "\(name.id) finds nothing here that has to be silenced.",
              fixes: silence.names.count > mostNames
                ? [] : [keepsAny ? reading.removing(index, of: silence) : reading.removing(silence)])
          }
        }
      }
    })
}

/// A comment with more names was not written by hand. Each fix rewrites the rest of the comment, so so many fixes would
/// take long.
private let mostNames = 50

extension Report {
  /// Whether a name in a comment silences nothing, although its rule was applied.
  fileprivate func isUnused(_ name: Silence.Name) -> Bool {
    !name.isUsed && (Rule.named(name.id).map(settings.isOn) ?? false)
  }
}

extension Reading {
  /// Removes the comment, together with its line if nothing else is on it.
  fileprivate func removing(_ silence: Silence) -> Fix {
    let number = text.line(at: silence.range.lowerBound)
    let line = text.content(ofLine: number)
    var start = silence.range.lowerBound
    while start > line.lowerBound, isBlank(text.bytes[start - 1]) { start -= 1 }
    var end = silence.range.upperBound
    // A comment of cues may have several lines.
    let last = text.line(at: max(silence.range.lowerBound, end - 1))
    let rest = end..<max(end, text.content(ofLine: last).upperBound)
    let isAlone = start == line.lowerBound && text.bytes[rest].allSatisfy { $0 <= 0x20 }
    if isAlone {
      let lines = text.range(ofLine: number).lowerBound..<text.range(ofLine: last).upperBound
      return fix("Remove the comment", lines, of: silence)
    }
    // If another comment follows, the blanks behind this one are removed instead of those before it.
    if start == line.lowerBound || start < silence.part.lowerBound, end < silence.part.upperBound {
      start = silence.range.lowerBound
      while end < silence.part.upperBound, isBlank(text.bytes[end]) { end += 1 }
    }
    return fix("Remove the comment", start..<end, of: silence)
  }

  /// Removes one of several names together with its comma.
  fileprivate func removing(_ index: Int, of silence: Silence) -> Fix {
    let name = silence.names[index]
    let range =
      index == 0
      ? name.range.lowerBound..<silence.names[1].range.lowerBound
      : silence.names[index - 1].range.upperBound..<name.range.upperBound
    return fix("Remove \(name.id)", range, of: silence)
  }

  private func fix(_ title: String, _ gone: Range<Int>, of silence: Silence) -> Fix {
    let part = silence.part
    let inside = gone.clamped(to: part)
    let rest = text.string(part.lowerBound..<inside.lowerBound) + text.string(inside.upperBound..<part.upperBound)
    let edit = Edit(gone, "")
    return silence.holdsMore && gone.contains(silence.range.upperBound - 1)
      ? Fix(title, edit) : Fix(title, altering: [.silence(at: part, rest)], edit)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
