import SourceText
import Transcript

/// Which notation a text is written in: a pure function of the text, its language id and its path.
///
/// A text does not change its notation because of one half-typed line, since many units vote; and since nothing is
/// remembered, a document that was edited for hours is read as it would be read afresh.
public struct Detection: Sendable {
  /// Nil where no transcript was found: such a text is left in peace.
  public let format: (any Format)?
  /// Why the text is taken for what it is, in one sentence for people: where it is no transcript, which notation came
  /// nearest and what was missing.
  public let grounds: String
  /// Whether anything speaks for a transcript: one was found, or lines that look like one.
  public let hasEvidence: Bool
  /// How far was looked, in bytes: an edit behind it cannot change the answer.
  public let reach: Int

  /// Why this is no transcript, for people; nil where it is one.
  public var reason: String? { format == nil ? grounds : nil }

  /// The notation and why it was chosen, for people: `blog, from its content: all 12 units have …`.
  public var explanation: String { format.map { "\($0.name), \(grounds)" } ?? grounds }

  private init(_ format: (any Format)?, _ grounds: String, hasEvidence: Bool = true, reach: Int = 0) {
    (self.format, self.grounds, self.hasEvidence, self.reach) = (format, grounds, hasEvidence, reach)
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
    if let signed = Self.signed(text) { return signed }
    if let format = name.endingNotation.flatMap(notation.known.format(named:)), Self.mayBe(format, text) {
      return Detection(format, "from the file name")
    }
    if name.isData { return Detection(nil, "data, and not a page", hasEvidence: false) }
    if let cues = Self.cues(text) { return cues }
    return text.withLines { lines in
      switch Survey.take(&lines, notation.known.all, indentIsCode: !name.isPlainText, of: text) {
      case .frontMatter:
        Detection(
          TranscriptFormat.frontMatter, "from its content: items stand below “transcript:”", reach: lines.reach)
      case .notation(let best, let others):
        Detection(
          TranscriptFormat(best.notation), "from its content: \(Survey.grounds(best, others))", reach: lines.reach)
      case .announced(let notation, let key):
        Detection(
          TranscriptFormat(notation), "from “\(key)” in its front matter; it has few labels or none", reach: lines.reach
        )
      case .none(let reason, let hasEvidence):
        Detection(nil, reason, hasEvidence: hasEvidence, reach: lines.reach)
      }
    }
  }

  /// A text that says itself what it is, in its first line; nil where it does not.
  private static func signed(_ text: Text) -> Detection? {
    text.withLines { lines in
      guard let line = lines.peek(), lines.isWebVTTSignature(lines.withoutByteOrderMark(line)) else { return nil }
      return Detection(WebVTTFormat(), "from its first line, WEBVTT", reach: lines.reach)
    }
  }

  /// A text that begins with the cues of SubRip; nil where it does not.
  private static func cues(_ text: Text) -> Detection? {
    text.withLines { lines in
      guard lines.beginsWithCues() else { return nil }
      return Detection(SubRipFormat(), "from its content: it begins with a cue", reach: lines.reach)
    }
  }

  /// Whether a text may be what the ending of its name says. A page that was saved in the place of captions has no cues.
  private static func mayBe(_ format: any Format, _ text: Text) -> Bool {
    guard format is SubRipFormat, text.bytes.contains(where: { $0 > 0x20 }) else { return true }
    return text.withLines { $0.holdsCue() }
  }
}
