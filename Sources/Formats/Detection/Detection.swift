import SourceText
import Transcript

/// Which notation a text is written in: a pure function of the text, its language id and its path.
///
/// A text does not change its notation because of one half-typed line, since many units vote; and since nothing is
/// remembered, a document that was edited for hours is read as it would be read afresh.
public struct Detection: Sendable {
  /// Nil where no transcript was found: such a text is left in peace.
  public let format: (any Format)?
  /// Why this is no transcript, for people; nil where it is one.
  public let reason: String?
  /// How far was looked, in bytes: an edit behind it cannot change the answer.
  public let reach: Int

  /// Decides by the notation that is laid down, by language id (`transcript-page`), then by file name
  /// (`episode.page.txt`), then by content. Ids and names that say nothing about a notation (`markdown`, `.txt`) leave it
  /// to the content.
  ///
  /// - Parameter notation: what the configuration says of it.
  public static func detect(
    _ text: Text, notation: NotationChoice = NotationChoice(), languageID: String? = nil, path: String? = nil
  ) -> Detection {
    let name = FileName(path ?? "", languageID: languageID)
    if let format = [notation.name, name.notation, name.innerEnding].lazy.compactMap({ $0 }).compactMap(
      notation.known.format(named:)
    )
    .first {
      return Detection(format: format, reason: nil, reach: 0)
    }
    if name.isData { return Detection(format: nil, reason: "data, and not a page", reach: 0) }
    if let signed = Self.signed(text) { return signed }
    return text.withLines { lines in
      switch Survey.take(&lines, notation.known.all, indentIsCode: !name.isPlainText) {
      case .frontMatter: Detection(format: TranscriptFormat.frontMatter, reason: nil, reach: lines.reach)
      case .notation(let notation):
        Detection(format: TranscriptFormat(notation), reason: nil, reach: lines.reach)
      case .none(let reason): Detection(format: nil, reason: reason, reach: lines.reach)
      }
    }
  }

  /// A text that says itself what it is, in its first lines; nil where it does not.
  private static func signed(_ text: Text) -> Detection? {
    text.withLines { lines in
      if let line = lines.peek(), lines.isWebVTTSignature(lines.withoutByteOrderMark(line)) {
        return Detection(format: WebVTTFormat(), reason: nil, reach: lines.reach)
      }
      return lines.beginsWithCues() ? Detection(format: SubRipFormat(), reason: nil, reach: lines.reach) : nil
    }
  }
}
