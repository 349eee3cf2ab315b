import Transcript

/// Looks at the lines of a text from its beginning, until it is clear what they are.
struct Survey {
  enum Verdict {
    case frontMatter
    case notation(Notation)
    /// No transcript, and why not.
    case none(String)
  }

  /// After how many lines, and behind how many bytes, without a decision there is none.
  private static let longest = 1_000
  private static let farthest = 1 << 18
  /// The longest line that is looked at, in bytes: nobody says so much in one breath.
  private static let longestLine = 1 << 16

  private var head = Head()
  private var code: CodeBlocks
  private let notations: [Notation]
  private var ballots: [Ballot]
  /// The votes from before the block of code that is open here. One that is never closed is text.
  private var aside: [Ballot]?

  private init(_ notations: [Notation], indentIsCode: Bool) {
    self.notations = notations
    code = CodeBlocks(indentIsCode: indentIsCode)
    ballots = notations.map(Ballot.init)
  }

  static func take(_ lines: inout LineCursor, _ notations: [Notation], indentIsCode: Bool) -> Verdict {
    var survey = Survey(notations, indentIsCode: indentIsCode)
    for _ in 0..<longest where lines.position < farthest {
      guard let line = lines.peek() else {
        if lines.nextConflict() != nil { continue }
        break
      }
      if line.count <= longestLine, let verdict = survey.look(at: lines.withoutByteOrderMark(line), &lines) {
        return verdict
      }
      lines.next()
    }
    return survey.verdict
  }

  private mutating func look(at line: Range<Int>, _ lines: inout LineCursor) -> Verdict? {
    // What looks like units in front matter is none, unless it never ends: then its last fence was lost.
    if head.take(line, lines) { ballots = notations.map(Ballot.init) }
    if head.isTemplate { return .none("a template with placeholders") }
    if head.state == .behind {
      switch code.take(line, lines) {
      case .opening: aside = ballots
      case .closing:
        ballots = aside ?? ballots
        aside = nil
      case .indented: return nil
      case .text: break
      }
    }
    if aside == nil, promisesTranscript(line, &lines) { return .frontMatter }
    let content = lines.bare(line)
    guard !content.isEmpty else { return nil }
    for index in ballots.indices { ballots[index].vote(lines, content) }
    guard head.state == .behind, aside == nil, ballots.contains(where: \.isDecided) else { return nil }
    return verdict
  }

  /// What follows from all that was seen.
  private var verdict: Verdict {
    if let best = ballots.filter({ $0.objection == nil }).max(by: { $0.weight < $1.weight }) {
      return .notation(best.notation)
    }
    guard let nearest = ballots.max(by: { $0.votes < $1.votes }), let objection = nearest.objection?.rawValue else {
      return .none("no transcript found")
    }
    return .none(objection.isEmpty ? "no transcript found" : "no transcript found: \(objection)")
  }
}
