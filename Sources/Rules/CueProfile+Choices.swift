import Transcript

extension CueProfile {
  /// The settings of the rules about cues: a rule is on where the profile has a number for it.
  public var choices: [String: Settings.Choice] {
    var choices: [String: Settings.Choice] = [:]
    func set(_ rule: Rule, _ options: [String: Rule.Option.Value?]) {
      let known = options.compactMapValues { $0 }
      choices[rule.id] = Settings.Choice(isOn: true, options: known)
    }
    func number(_ number: Int?) -> Rule.Option.Value? { number.map { .number(Double($0)) } }
    func number(_ number: Double?) -> Rule.Option.Value? { number.map { .number($0) } }
    if lines != nil { set(.cueLines, ["lines": number(lines)]) }
    if lineLength != nil { set(.cueLineLength, ["characters": number(lineLength)]) }
    if charactersPerSecond != nil || wordsPerMinute != nil {
      set(.cueRate, ["characters": .number(charactersPerSecond ?? 0), "words": .number(wordsPerMinute ?? 0)])
    }
    if shortest != nil { set(.cueShort, ["seconds": number(shortest)]) }
    if longest != nil { set(.cueLong, ["seconds": number(longest)]) }
    if gap != nil { set(.cueGap, ["seconds": number(gap), "touching": .flag(mayTouch)]) }
    return choices
  }
}
