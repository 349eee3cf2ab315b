import SourceText
import Transcript

/// A change of a transcript that a person may want at a place, though nothing is wrong there.
public struct Rewrite: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case speaker, split, merge, swap, section, seconds, times, uncertain, header, quotes, lines
  }

  public enum Outcome: Sendable, Equatable {
    case changes([Change])
    /// Why it cannot be made here, as a sentence for people.
    case unavailable(String)
  }

  public var kind: Kind
  /// For people. No two rewrites of one place have the same title.
  public var title: String
  public var outcome: Outcome
}

/// The rewrites for a range of a text, in bytes; an empty one is the cursor.
///
/// - Parameter cues: how lines of cues are broken.
public func rewrites(_ reading: Reading, at range: Range<Int>, cues: LineBreaking = .usual) -> [Rewrite] {
  if let header = headerRewrite(reading, at: range) { return [header] }
  let quotes = [quotesRewrite(reading, at: range)].compactMap(\.self)
  guard let place = RewritePlace(reading, range) else { return quotes + valueLinesRewrites(reading, at: range) }
  let all =
    place.speakerRewrites() + place.splitRewrites() + [place.mergeRewrite(), place.swapRewrite()].compactMap(\.self)
    + [place.sectionRewrite(), place.secondsRewrite(), place.timesRewrite(), place.uncertainRewrite()]
    .compactMap(\.self) + quotes + place.linesRewrites(cues: cues)
  return all.map { rewrite in
    guard case .changes(let changes) = rewrite.outcome, let label = LabelLoss(reading, changes).label else {
      return rewrite
    }
    var rewrite = rewrite
    rewrite.outcome = .unavailable(
      "The label “\(visible(label))” would be left in one place, where it could not be told from words.")
    return rewrite
  }
}
