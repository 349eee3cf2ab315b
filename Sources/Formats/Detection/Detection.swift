import SourceText
import Transcript

/// Which notation a text is written in: a pure function of the text, its language id and its path.
///
/// A text does not change its notation because of one half-typed line, since many units vote; and since nothing is
/// remembered, a document that was edited for hours is read as it would be read afresh.
public struct Detection: Sendable {
  /// Nil where no transcript was found: such a text is left in peace.
  public let format: (any Format)?
  private let grounds: Grounds
  /// Whether anything speaks for a transcript: one was found, or lines that look like one.
  public let hasEvidence: Bool
  /// How far was looked, in bytes: an edit behind it cannot change the answer.
  public let reach: Int

  /// The notations that were compared; nil where the content does not decide.
  var contest: Contest? {
    guard case .contest(let contest) = grounds else { return nil }
    return contest
  }

  private enum Grounds {
    case sentence(String)
    /// Lines of the text that were compared.
    case contest(Contest)
  }

  /// Why this is no transcript, for people: which notation came nearest, and what was missing. Nil where it is one.
  public var reason: String? {
    guard format == nil, case .sentence(let sentence) = grounds else { return nil }
    return sentence
  }

  /// Why the text is taken for what it is, in one sentence for people.
  ///
  /// - Parameter text: the text that was looked at; behind `reach` it may have changed since.
  public func grounds(in text: Text) -> String {
    switch grounds {
    case .sentence(let sentence): sentence
    case .contest(let contest): "from its content: \(Survey.grounds(contest.ranking(in: text)))"
    }
  }

  /// The notation and why it was chosen, for people: `blog, from its content: all 12 units have …`.
  public func explanation(of text: Text) -> String {
    format.map { "\($0.name), \(grounds(in: text))" } ?? grounds(in: text)
  }

  private init(_ format: (any Format)?, _ grounds: Grounds, hasEvidence: Bool = true, reach: Int = 0) {
    (self.format, self.grounds, self.hasEvidence, self.reach) = (format, grounds, hasEvidence, reach)
  }

  private init(_ format: (any Format)?, _ sentence: String, hasEvidence: Bool = true, reach: Int = 0) {
    self.init(format, .sentence(sentence), hasEvidence: hasEvidence, reach: reach)
  }

  /// Decides by the notation that is laid down, by language id (`transcript-page`), then by file name
  /// (`episode.page.txt`), then by content. Ids and names that say nothing about a notation (`markdown`, `.txt`) leave it
  /// to the content.
  ///
  /// - Parameter notation: what the configuration says of it.
  public static func detect(
    _ text: Text, notation: NotationChoice = NotationChoice(), languageID: String? = nil, path: String? = nil
  ) -> Detection {
    let name = FileName(path ?? "", languageID: languageID)
    for (wanted, grounds) in [
      (notation.name, "from the configuration"), (name.notation, "from the language id"),
      (name.innerEnding, "from the file name"),
    ] {
      if let format = wanted.flatMap(notation.known.format(named:)) {
        return Detection(format, grounds)
      }
    }
    // Also a look that finds nothing counts: an edit may bring it there.
    var reach = 0
    if Self.isSigned(text, &reach) { return Detection(WebVTTFormat(), "from its first line, WEBVTT", reach: reach) }
    if let format = name.endingNotation.flatMap(notation.known.format(named:)), Self.mayBe(format, text, &reach) {
      return Detection(format, "from the file name", reach: reach)
    }
    if name.isData { return Detection(nil, "data, and not a page", hasEvidence: false, reach: reach) }
    if Self.beginsWithCues(text, &reach) {
      return Detection(SubRipFormat(), "from its content: it begins with a cue", reach: reach)
    }
    return text.withLines { lines in
      let taken = Survey.take(&lines, notation.known, indentIsCode: !name.isPlainText)
      reach = max(reach, lines.reach)
      switch taken {
      case .frontMatter:
        return Detection(
          TranscriptFormat.frontMatter, "from its content: items stand below “transcript:”", reach: reach)
      case .notation(let contest):
        return Detection(TranscriptFormat(contest.winner(in: text)), .contest(contest), reach: reach)
      case .announced(let notation, let key):
        return Detection(
          TranscriptFormat(notation), "from “\(key)” in its front matter; it has few labels or none", reach: reach
        )
      case .none(let reason, let hasEvidence):
        return Detection(nil, reason, hasEvidence: hasEvidence, reach: reach)
      }
    }
  }

  /// Whether a text says itself what it is, in its first line.
  private static func isSigned(_ text: Text, _ reach: inout Int) -> Bool {
    look(at: text, &reach) { lines in
      guard let line = lines.peek() else { return false }
      return lines.isWebVTTSignature(lines.withoutByteOrderMark(line))
    }
  }

  /// Whether a text begins with the cues of SubRip.
  private static func beginsWithCues(_ text: Text, _ reach: inout Int) -> Bool {
    look(at: text, &reach) { $0.beginsWithCues() }
  }

  /// Whether a text may be what the ending of its name says. A page that was saved in the place of captions has no cues.
  private static func mayBe(_ format: any Format, _ text: Text, _ reach: inout Int) -> Bool {
    guard format is SubRipFormat else { return true }
    guard text.bytes.contains(where: { $0 > 0x20 }) else {
      reach = text.count
      return true
    }
    return look(at: text, &reach) { $0.holdsCue() }
  }

  private static func look(at text: Text, _ reach: inout Int, _ look: (inout LineCursor) -> Bool) -> Bool {
    text.withLines { lines in
      let found = look(&lines)
      reach = max(reach, lines.reach)
      return found
    }
  }
}
