import Transcript

extension Reading {
  /// Where whoever transcribed could not be sure of what was said, in the order of the text, in bytes.
  ///
  /// It is what the rule `uncertain-passage` finds, whether or not that is wanted: a list of what is left to do is no
  /// reproach. What was silenced is not on it, because somebody has listened there already.
  ///
  /// - Parameter settings: may name more words that stand for what could not be heard.
  public func uncertainPassages(_ settings: Settings = Settings()) -> [Range<Int>] {
    var alone = settings
    for rule in Rule.all {
      alone.choices[rule.id, default: Settings.Choice()].isOn = rule.id == Rule.uncertainPassage.id
    }
    return Judge.findings(in: self, alone).filter { $0.rule == Rule.uncertainPassage.id }.map(\.range)
  }
}
