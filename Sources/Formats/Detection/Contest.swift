import SourceText
import Transcript

/// The notations in which some lines may be written, and which of them explains most.
///
/// Reading the lines in each of them would tell, and costs as much as reading the file. Mostly it is known without: one explains
/// more at least than any other can.
struct Contest: Sendable {
  struct Rival: Sendable {
    var notation: Notation
    /// Where it stands in the list.
    var place: Int
    /// Whether the front matter announces it.
    var isAnnounced: Bool
    /// Between which bounds its score lies.
    var least: Int
    var most: Int

    /// What counts for a notation that somebody laid down: one field that is lost does not make the text one in another.
    fileprivate var allowance: Int { notation.isOwn ? 1 : 0 }
  }

  /// How many notations are compared.
  private static let mostCompared = 8

  /// The one that most lines speak for first.
  private let rivals: [Rival]
  /// Where the lines stand, in bytes.
  private let lines: Range<Int>

  init(_ rivals: [Rival], of lines: Range<Int>) {
    (self.rivals, self.lines) = (rivals, lines)
  }

  /// The notation that explains most of the lines.
  func winner(in text: Text) -> Notation {
    let open = open
    return open.count == 1 ? open[0].notation : ranked(open, text)[0].notation
  }

  /// Those that may explain more than any other does for certain.
  var open: [Rival] {
    let least = rivals.map { $0.least + $0.allowance }.max() ?? 0
    return rivals.filter { $0.most + $0.allowance >= least }
  }

  /// What each of them explains, the best first.
  func ranking(in text: Text) -> [Coverage] { ranked(rivals, text) }

  private func ranked(_ rivals: [Rival], _ text: Text) -> [Coverage] {
    let lines = Text(Array(text.bytes[lines.clamped(to: 0..<text.count)]))
    var read = rivals.prefix(Self.mostCompared).map { Standing($0, Coverage($0.notation, of: lines)) }
    let most = read.map(\.coverage.score).max() ?? 0
    if read.count(where: { $0.coverage.score == most }) > 1 {
      for index in read.indices where read[index].coverage.score == most { read[index].weigh() }
    }
    return read.sorted().map(\.coverage)
  }
}

/// A notation in which the lines were read.
private struct Standing: Comparable {
  let rival: Contest.Rival
  let coverage: Coverage
  /// How many units have its marks and blanks.
  private var exact = 0

  init(_ rival: Contest.Rival, _ coverage: Coverage) {
    (self.rival, self.coverage) = (rival, coverage)
  }

  /// Looks at its marks and blanks.
  mutating func weigh() { exact = coverage.exactCount }

  private var order: (Int, Int, Int, Int, Int) {
    (
      -coverage.score - rival.allowance, rival.isAnnounced ? 0 : 1, -exact, coverage.notation.fieldCount, rival.place
    )
  }

  /// The better one first: it explains more, or as much and is announced, or has the right marks, or is plainer.
  static func < (a: Standing, b: Standing) -> Bool { a.order < b.order }
  static func == (a: Standing, b: Standing) -> Bool { a.order == b.order }
}
