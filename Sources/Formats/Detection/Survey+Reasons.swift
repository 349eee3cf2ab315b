import SourceText
import Transcript

/// Why the lines of a text were taken for what they are, in words for people.
extension Survey {
  /// Why no notation was found: which one came nearest, and what was missing.
  static func none(_ ballots: [Ballot]) -> Verdict {
    let nothing = "no transcript found"
    guard let nearest = ballots.max(by: { $0.weight < $1.weight }), nearest.votes > 1, let objection = nearest.objection
    else { return .none(nothing, hasEvidence: false) }
    let missing =
      objection == .scattered
      ? "only \(nearest.votes) of \(counted(nearest.lines, "line")) are written so, and \(nearest.needed) should be"
      : objection.rawValue
    return .none("\(nothing): \(nearest.notation.name) comes nearest, but \(missing)", hasEvidence: true)
  }

  /// Why a notation was chosen: how much of the lines it explains, and what the next best one would have missed.
  ///
  /// - Parameter ranking: what was compared, the best first.
  static func grounds(_ ranking: [Coverage]) -> String {
    guard let best = ranking.first else { return "" }
    let fields = best.phrase
    var grounds = "\(best.complete) of \(counted(best.units, "unit")) have \(fields)"
    if best.units == best.complete {
      grounds = "\(best.units == 1 ? "the only unit has" : "all \(best.units) units have") \(fields)"
    }
    if let next = ranking.dropFirst().first {
      grounds += "; \(next.notation.name) comes next\(missing(next, beside: best))"
    }
    return grounds
  }

  private static func missing(_ other: Coverage, beside best: Coverage) -> String {
    let lacks = [
      (best.labels - other.labels, "speaker"), (best.times - other.times, "time"), (best.ends - other.ends, "end"),
      (best.texts - other.texts, "text"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    if !lacks.isEmpty { return ", without \(lacks.joined(separator: " and "))" }
    if other.titles < best.titles { return ", without \(counted(best.titles - other.titles, "title"))" }
    if other.faults > best.faults { return ", with \(counted(other.faults - best.faults, "mistake")) more" }
    return " and explains as much"
  }
}
