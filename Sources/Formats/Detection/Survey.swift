import SourceText
import Transcript

/// Looks at the lines of a text from its beginning, until it is clear what they are.
///
/// Each line is read once by the templates that a glance does not rule out (`Sightings`), and the notations that have them
/// vote. The notations that most lines speak for and nothing speaks against are then compared: by how much they explain at
/// least and at most, and where that does not decide it, by reading the same lines in each of them (`Contest`).
struct Survey {
  enum Verdict {
    case frontMatter
    case notation(Contest)
    /// One that a key of the front matter announces.
    case announced(Notation, String)
    /// No transcript, why not, and whether anything spoke for one.
    case none(String, hasEvidence: Bool)
  }

  /// After how many lines, and behind how many bytes, without a decision there is none.
  private static let longest = 1_000
  private static let farthest = 1 << 18
  /// The longest line that is looked at, in bytes: nobody says so much in one breath.
  private static let longestLine = 1 << 16
  /// Lines of such a length that follow each other were wrapped by an editor, in bytes.
  private static let wrapped = 50...110

  /// What a line looks like to the one below.
  enum Line {
    case blank, text
    /// One of a length at which editors wrap.
    case wrapped
  }

  private var head = Head()
  private var code: CodeBlocks
  private let notations: [Notation]
  private var ballots: [Ballot]
  private var sightings: Sightings
  /// The notations, as places in the list, that are still looked for.
  private var running: [Int]
  /// The votes from before the block of code that is open here. One that is never closed is text.
  private var aside: [Ballot]?
  /// Where the lines begin that are voted on: behind the front matter.
  private var start: Int
  private var above = Line.blank
  /// The first notation that a key of the front matter announces, and the key.
  private var announced: (index: Int, key: String)?

  private init(_ known: Notations, at start: Int, indentIsCode: Bool) {
    notations = known.all
    sightings = Sightings(known.own.isEmpty ? .builtIn : Sightings.Index(notations))
    running = Array(notations.indices)
    self.start = start
    code = CodeBlocks(indentIsCode: indentIsCode)
    ballots = notations.map(Ballot.init)
  }

  static func take(_ lines: inout LineCursor, _ notations: Notations, indentIsCode: Bool) -> Verdict {
    var survey = Survey(notations, at: lines.position, indentIsCode: indentIsCode)
    for _ in 0..<longest where lines.position < farthest {
      guard let line = lines.peek() else {
        if lines.nextConflict() != nil { continue }
        break
      }
      if line.count <= longestLine, let verdict = survey.look(at: lines.withoutByteOrderMark(line), &lines) {
        return verdict
      }
      lines.next()
      if survey.isDecided { break }
    }
    return survey.verdict(upTo: lines.position)
  }

  private mutating func look(at line: Range<Int>, _ lines: inout LineCursor) -> Verdict? {
    // What looks like units in front matter is none, unless it never ends: then its last fence was lost.
    if head.take(line, lines) {
      ballots = notations.map(Ballot.init)
      keep(Array(notations.indices))
      start = line.upperBound
      return nil
    }
    if head.state == .inside, announced == nil { announced = announcement(line, lines) }
    if head.isTemplate { return .none("a template with placeholders", hasEvidence: true) }
    if head.state == .behind {
      switch code.take(line, lines) {
      case .opening: aside = ballots
      case .closing:
        if let aside {
          ballots = aside
          keep(Array(notations.indices))
        }
        aside = nil
      case .indented: return nil
      case .text: break
      }
    }
    if aside == nil, promisesTranscript(line, &lines) { return .frontMatter }
    let content = lines.bare(line)
    defer { above = content.isEmpty ? .blank : Self.wrapped.contains(content.count) ? .wrapped : .text }
    if content.isEmpty {
      for index in ballots.indices { ballots[index].pass(line, lines) }
    } else {
      let glance = Glance(lines, content)
      sightings.look(lines, glance)
      for index in running {
        ballots[index].vote(&sightings, sightings.index.places[index], lines, glance, below: above)
      }
      if running.count == notations.count, let clear = running.first(where: { ballots[$0].isClear }) {
        keep(running.filter { !ballots[$0].isBeaten(by: ballots[clear]) })
      }
    }
    return nil
  }

  private mutating func keep(_ places: [Int]) {
    running = places
    sightings.keep(places)
  }

  private func announcement(_ line: Range<Int>, _ lines: LineCursor) -> (index: Int, key: String)? {
    guard let key = lines.key(at: line.prefix(60)) else { return nil }
    for (index, notation) in notations.enumerated() {
      for word in notation.traits.announcedBy where lines[key].elementsEqual(word.utf8) { return (index, word) }
    }
    return nil
  }

  private var isDecided: Bool {
    head.state == .behind && aside == nil && ballots.contains(where: \.isDecided)
  }

  /// What follows from all that was seen.
  private func verdict(upTo end: Int) -> Verdict {
    let candidates = ballots.enumerated().filter { isCandidate($0.element, isAnnounced: $0.offset == announced?.index) }
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
    guard !candidates.isEmpty else { return announcedVerdict ?? Self.none(ballots) }
    let rivals = candidates.map { place, ballot in
      Contest.Rival(
        notation: ballot.notation, place: place, isAnnounced: place == announced?.index, least: ballot.least,
        most: ballot.most)
    }
    return .notation(Contest(rivals, of: start..<max(start, end)))
  }
}

extension Survey {
  /// Whether nothing speaks against a notation. What speaks against the times of the same lines speaks against one without
  /// times, too: tracks with their lengths, verses with their numbers.
  ///
  /// - Parameter isAnnounced: whether the front matter says that it is a transcript. Then labels need not come again: who
  ///   introduces himself in full and has initials from then on has two.
  private func isCandidate(_ ballot: Ballot, isAnnounced: Bool) -> Bool {
    guard ballot.objection == nil || isAnnounced && ballot.objection == .strangers else { return false }
    return ballot.isTimed
      || !ballots.contains {
        $0.isTimed && $0.votes * 2 >= ballot.votes && $0.notation.holds(.speaker)
          && $0.objection.map { $0 != .scattered && $0 != .unlabelled } ?? false
      }
  }

  /// A notation that the front matter announces, where the lines alone do not tell enough: a talk of one speaker has no
  /// labels.
  private var announcedVerdict: Verdict? {
    guard let (index, key) = announced else { return nil }
    let ballot = ballots[index]
    guard ballot.votes > 0 || ballot.notation.traits.beginsAtOnce else { return nil }
    return .announced(ballot.notation, key)
  }
}
