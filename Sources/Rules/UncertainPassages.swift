import Transcript

extension Reading {
  /// The passages that the transcriber could not hear or was not sure about, in the order of the text, in bytes.
  ///
  /// These are the findings of the rule `uncertain-passage`, whether or not it is on: a list of open passages is not a
  /// list of mistakes. Silenced passages are left out, because somebody has listened to them already.
  ///
  /// - Parameter settings: may name more words that mark what could not be heard.
  public func uncertainPassages(_ settings: Settings = Settings()) -> [Range<Int>] {
    var alone = settings
    for rule in Rule.all {
      alone.choices[rule.id, default: Settings.Choice()].isOn = rule.id == Rule.uncertainPassage.id
    }
    return Judge.findings(in: self, alone).filter { $0.rule == Rule.uncertainPassage.id }.map(\.range)
  }
}
