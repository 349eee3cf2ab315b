import SourceText
import Transcript

/// Makes fixes until nothing is left to fix.
///
/// In each round those that do not meet are made together; then the text is read and judged again. A fix after which the
/// text would not re-read cleanly is refused: it would change one mistake for another, and nobody would look. A safe one
/// is refused, too, where the text says anything else afterwards than the fix has declared (`Proof`).
///
/// Where fixes undo each other, or feed each other, the place is left as it was, and all others are made.
public struct FixLoop {
  /// Which fixes are made.
  public enum Choice: Sendable {
    /// Those that can be made without anybody looking.
    case safe
    /// The best of each finding.
    case best

    /// From which severity on a new finding means that a fix does harm. Nobody looks at a safe one, so it must not
    /// even leave a doubt; behind another one somebody looks anyway, and what a closed quote brings to light is no harm.
    var harm: Severity { self == .safe ? .warning : .error }
  }

  /// What became of a text.
  public struct Result {
    public fileprivate(set) var reading: Reading
    /// What is left to be found, as `judge` found it. A fix that was refused is no longer safe.
    public fileprivate(set) var findings: [Finding]
    /// From the first text to the last.
    public fileprivate(set) var changes = Changes()
    /// How many findings were fixed, by rule.
    public fileprivate(set) var rules: [String: Int] = [:]
    /// Fixes of what is left, in the order of the text.
    public fileprivate(set) var refused: [Refusal] = []
    /// How often the text was read and judged.
    public fileprivate(set) var attempts = 0

    /// How many findings were fixed.
    public var made: Int { rules.values.reduce(0, +) }

    /// Findings of the last text, of which a fix that was refused is no longer safe.
    public func demoted(_ findings: [Finding]) -> [Finding] {
      var findings = findings
      var refused = refused[...]
      for index in findings.indices {
        while let refusal = refused.first, refusal.finding.isSame(as: findings[index]) {
          for fix in findings[index].fixes.indices where findings[index].fixes[fix] == refusal.fix {
            findings[index].fixes[fix].isSafe = false
          }
          refused.removeFirst()
        }
      }
      return findings
    }
  }

  /// A fix that would do harm.
  public struct Refusal: Sendable {
    public var finding: Finding
    public var fix: Fix
    public var reason: Reason

    public enum Reason: Sendable {
      /// There would be a mistake that was not there before.
      case mistake(Finding)
      /// No transcript would be recognised any more.
      case unreadable
      /// The text would say something else than the fix has declared: these words are gone, or new.
      case changes(String)
      /// Other fixes undo this one, or it would have to be made again and again.
      case restless
      /// There are too many others that do harm to tell which do not.
      case unproven
    }
  }

  /// Each round makes all fixes that do not meet, so real files need two or three.
  private static let rounds = 100
  /// A place that was changed so often, one change on top of the other, never comes to rest.
  private static let depth = 6
  /// So often it is begun anew without the places that do not come to rest. Leaving one out can unsettle another.
  private static let beginnings = 8

  private let choice: Choice
  private let read: (Text) -> Reading?
  private let judge: (Reading) -> [Finding]

  /// - Parameters:
  ///   - read: reads a text as the first one was read; nil where it would be taken for something else.
  ///   - judge: what is to be found in it.
  public init(_ choice: Choice, read: @escaping (Text) -> Reading?, judge: @escaping (Reading) -> [Finding]) {
    self.choice = choice
    self.read = read
    self.judge = judge
  }

  /// - Parameter findings: in the text, where they are known already.
  public func run(_ original: Reading, _ findings: [Finding]? = nil) -> Result {
    var result = Result(reading: original, findings: findings ?? judge(original))
    for _ in 0..<Self.beginnings {
      let (next, isSettled) = pass(over: result)
      result.attempts += next.attempts
      result.refused = next.refused
      if next.made > 0 {
        result.changes.follow(with: next.changes.edits, of: result.reading.text)
        result.rules.merge(next.rules, uniquingKeysWith: +)
        (result.reading, result.findings) = (next.reading, next.findings)
      }
      // What was left out for others may be possible now; whoever runs it once more shall find nothing to do.
      if isSettled || next.made == 0 { break }
    }
    result.findings = result.demoted(result.findings)
    return result
  }

  /// Makes all fixes but those at places that do not come to rest; says whether there are no such places.
  private func pass(over before: Result) -> (Result, isSettled: Bool) {
    let untouched = Result(reading: before.reading, findings: before.findings)
    // In bytes of the text before.
    var restless: [Range<Int>] = []
    var attempts = 0
    for _ in 0..<Self.beginnings {
      var result = untouched
      let unsettled = settle(&result, before.reading.text, without: restless)
      attempts += result.attempts
      guard !unsettled.isEmpty else {
        result.attempts = attempts
        return (result, restless.isEmpty)
      }
      restless += unsettled
    }
    var result = untouched
    result.refused = wanted(untouched, [0..<before.reading.text.count]).1
    return (result, false)
  }

  /// Makes fixes in rounds until none is left; gives the places where that would never be, in bytes of the
  /// original.
  private func settle(_ result: inout Result, _ original: Text, without restless: [Range<Int>]) -> [Range<Int>] {
    for _ in 0..<Self.rounds {
      let (wanted, barred) = wanted(result, restless)
      var round = FixRound(result.reading, result.findings, choice, read: read, judge: judge)
      round.make(wanted)
      result.attempts += round.attempts
      result.refused = (round.refused + barred).sorted { $0.finding.range.lowerBound < $1.finding.range.lowerBound }
      guard let outcome = round.outcome else { break }
      result.changes.follow(with: round.edits, of: result.reading.text)
      for offer in round.made { result.rules[offer.finding.rule, default: 0] += offer.finding.joint?.count ?? 1 }
      (result.reading, result.findings) = (outcome.reading, outcome.findings)
      // What fixes feed each other grows twofold each time.
      let isOvergrown = result.reading.text.count > 2 * original.count + 65_536
      let unsettled = result.changes.places(changedMoreThan: isOvergrown ? 1 : Self.depth)
      if !unsettled.isEmpty { return unsettled }
    }
    return []
  }

  /// The fixes that are to be made, and those at places where fixes do not come to rest.
  private func wanted(_ result: Result, _ restless: [Range<Int>]) -> ([FixRound.Offer], [Refusal]) {
    let places = SortedRanges(restless.map(result.changes.moved))
    var wanted: [FixRound.Offer] = []
    var barred: [Refusal] = []
    for finding in result.findings {
      let fix = choice == .best ? finding.fixes.first : finding.fixes.first(where: \.isSafe)
      guard let fix, !fix.edits.isEmpty else { continue }
      let meets = { (edit: Edit) in places.touch(edit.range) }
      if fix.edits.contains(where: meets) || finding.joint?.edits.contains(where: meets) ?? false {
        barred.append(Refusal(finding: finding, fix: fix, reason: .restless))
      } else {
        wanted.append((finding, fix))
      }
    }
    return (wanted, barred)
  }
}

extension Finding {
  /// Whether two findings of one text say the same, whatever fixes were made for them.
  fileprivate func isSame(as other: Finding) -> Bool {
    number == other.number && range == other.range && message == other.message
  }
}
