import Transcript

extension Reading {
  /// The passages that the transcriber could not hear or was not sure about, in the order of the text, in bytes.
  ///
  /// These are the findings of the rule `uncertain-passage`, even if the rule is off: a list of open passages is not a
  /// list of mistakes. Silenced passages are left out, because a person has already dealt with them.
  ///
  /// - Parameter settings: may configure more words that mark inaudible passages.
  public func uncertainPassages(_ settings: Settings = Settings()) -> [Range<Int>] {
    var alone = settings
    for rule in Rule.all {
      alone.choices[rule.id, default: Settings.Choice()].isOn = rule.id == Rule.uncertainPassage.id
    }
    return Judge.findings(in: self, alone).filter { $0.rule == Rule.uncertainPassage.id }.map(\.range)
  }
}
