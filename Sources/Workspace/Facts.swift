import Rules
import SourceText
import Transcript

/// What is known of a transcript that nobody holds: enough to find something in it, and to tell whether it has to be read.
public struct Facts: Sendable, Equatable {
  public struct Section: Sendable, Equatable {
    /// Never empty, and cut where it is long.
    public var title: String
    /// When it begins: at the time that is written with its title, or with its first segment.
    public var start: Time?
    /// Where the title stands.
    public var place: Range<Position>
  }

  public struct Speaker: Sendable, Equatable {
    /// As written.
    public var label: String
    /// How many segments carry the label.
    public var count: Int
    /// Where the first label stands.
    public var place: Range<Position>
  }

  /// The name of the notation.
  public var notation: String
  /// The title of the episode, where its metadata has one.
  public var title: String?
  /// Those with a title, in order.
  public var sections: [Section]
  /// In the order in which they first speak.
  public var speakers: [Speaker]
  /// The names and ids in the metadata that name speakers.
  public var listed: [String]
  /// Its long turns, to find copies.
  public var turns: LongTurns

  /// More sections, or more speakers, than an episode has.
  private static let most = 1_000
  /// The longest title that is kept, in Unicode scalars.
  private static let longest = 200

  /// - Parameter encoding: the unit in which the columns of places count.
  public init(_ reading: Reading, notation: String, in encoding: PositionEncoding) {
    self.notation = notation
    title = reading.title.map(Self.cut)
    turns = LongTurns(reading)
    listed = reading.listedSpeakers.prefix(Self.most).map(\.text)
    let timeline = reading.blocks.count(of: .header) > 0 ? Timeline(reading) : nil
    sections = reading.sections().lazy.compactMap { section -> Section? in
      guard let header = section.header, let title = section.title, title.contains(where: { !$0.isWhitespace }) else {
        return nil
      }
      let range = reading.range(.title, of: header) ?? reading.content(of: header)
      return Section(
        title: Self.cut(title), start: timeline?.span(of: section)?.start,
        place: reading.text.positions(of: range, in: encoding))
    }.prefix(Self.most).map(\.self)
    speakers = []
    let known = reading.episode.speakers
    var seen: Set<Speakers.ID> = []
    for block in reading.segments() {
      guard let speaker = reading.speaker(of: block), seen.insert(speaker).inserted else { continue }
      let range = reading.range(.speaker, of: block) ?? reading.content(of: block)
      speakers.append(
        Speaker(
          label: known.label(of: speaker), count: known.count(of: speaker),
          place: reading.text.positions(of: range, in: encoding)))
      if seen.count == Self.most { break }
    }
  }

  private static func cut(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
  }
}
