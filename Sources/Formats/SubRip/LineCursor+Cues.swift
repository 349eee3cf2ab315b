import Transcript

extension LineCursor {
  /// How many lines may stand above the first cue, and how many are looked at.
  private static let mostStrayLines = 10
  private static let longestLook = 60
  /// So many cues below some lines of text are no example in it.
  private static let fewestCues = 2

  /// Whether a text has the cues of SubRip from its first line on, or below a few lines that belong to none.
  mutating func beginsWithCues() -> Bool {
    var (ahead, stray, cues) = (0, 0, 0)
    var isBehindBlank = true
    while ahead < Self.longestLook, let line = peek(ahead) {
      if isBlank(withoutByteOrderMark(line)) {
        (ahead, isBehindBlank) = (ahead + 1, true)
        continue
      }
      if let opening = SubRipOpening(&self, at: ahead, isBehindBlank: isBehindBlank) {
        // A line of a log or of captions has no second time behind an arrow.
        guard opening.times.start?.isTime ?? false, opening.times.end?.isTime ?? false else { return false }
        cues += 1
        if stray == 0 || cues == Self.fewestCues { return true }
        ahead += opening.count
      } else {
        // Code in a page of Markdown is an example.
        if begins(line, with: "```") || begins(line, with: "~~~") || begins(line, with: "---") { return false }
        if cues == 0 { stray += 1 }
        if stray > Self.mostStrayLines { return false }
        ahead += 1
      }
      isBehindBlank = false
    }
    return false
  }

  /// Whether a cue begins anywhere near the beginning of a text.
  mutating func holdsCue() -> Bool {
    for ahead in 0..<1_000 {
      guard peek(ahead) != nil else { return false }
      if SubRipOpening(&self, at: ahead, isBehindBlank: true) != nil { return true }
    }
    return false
  }
}
