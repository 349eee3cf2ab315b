import SourceText
import Transcript

/// Makes fixes in rounds until none are left.
///
/// Each round makes all fixes whose edits do not touch each other; then the text is read and checked again. A fix is
/// refused if it causes a new mistake or the text is no longer read as a transcript. A safe fix is also refused if the
/// content then differs in anything that the fix has not declared (`Proof`).
///
/// If fixes undo each other or cause each other again and again, their place stays as it was, and all other fixes are
/// made.
public struct FixLoop {
  /// Which fixes are made.
  public enum Choice: Sendable {
    /// The safe fixes.
    case safe
    /// The first fix of each finding.
    case best

    /// The severity from which a new finding counts as harm. A safe fix is not checked by a person, so it must not even
    /// cause a warning. Other fixes are checked, and a closed quote, for example, may bring warnings to light.
    var harm: Severity { self == .safe ? .warning : .error }
  }

  /// The result of fixing a text.
  public struct Result {
    public fileprivate(set) var reading: Reading
    /// The findings that are left, as `judge` returned them. A fix that was refused is no longer marked as safe.
    public fileprivate(set) var findings: [Finding]
    /// The changes from the first text to the last.
    public fileprivate(set) var changes = Changes()
    /// How many findings were fixed, by rule.
    public fileprivate(set) var rules: [String: Int] = [:]
    /// The fixes that were refused, in the order of the text.
    public fileprivate(set) var refused: [Refusal] = []
    /// How often the text was read and checked.
    public fileprivate(set) var attempts = 0

    /// How many findings were fixed.
    public var made: Int { rules.values.reduce(0, +) }

    /// Findings of the last text, with refused fixes no longer marked as safe.
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
      /// It would cause a new mistake.
      case mistake(Finding)
      /// The text would not be detected as a transcript any more.
      case unreadable
      /// The content would change in something that the fix has not declared: these words would be lost or new.
      case changes(String)
      /// Other fixes undo this one, or it would have to be made again and again.
      case restless
      /// Too many fixes do harm to find out within the limit which of them do not.
      case unproven
    }
  }

  /// The most rounds in one pass. Each round makes all fixes that do not touch, so real files need two or three.
  private static let rounds = 100
  /// The most changes at one place, one on top of the other. Beyond that, its fixes would never end.
  private static let depth = 6
  /// How often fixing starts again, each time without the places where it did not end. Leaving out one place can keep
  /// it from ending at another.
  private static let beginnings = 8

  private let choice: Choice
  private let read: (Text) -> Reading?
  private let judge: (Reading) -> [Finding]

  /// - Parameters:
  ///   - read: reads a text as the original was read; nil if it would be detected as something else.
  ///   - judge: finds the findings in a reading.
  public init(_ choice: Choice, read: @escaping (Text) -> Reading?, judge: @escaping (Reading) -> [Finding]) {
    self.choice = choice
    self.read = read
    self.judge = judge
  }

  /// - Parameter findings: the findings in the text, if they are known already.
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
      // A fix that was refused because of others may be possible now. Running the tool a second time must find nothing
      // to do.
      if isSettled || next.made == 0 { break }
    }
    result.findings = result.demoted(result.findings)
    return result
  }

  /// Makes all fixes except at places where they never end. Returns whether there are no such places.
  private func pass(over before: Result) -> (Result, isSettled: Bool) {
    let untouched = Result(reading: before.reading, findings: before.findings)
    // In bytes of the text at the start of the pass.
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

  /// Makes fixes in rounds until none are left. Returns the places where they would never end, in bytes of the
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
      // If fixes cause each other, the text may double in each round.
      let isOvergrown = result.reading.text.count > 2 * original.count + 65_536
      let unsettled = result.changes.places(changedMoreThan: isOvergrown ? 1 : Self.depth)
      if !unsettled.isEmpty { return unsettled }
    }
    return []
  }

  /// The fixes to make, and the refusals of those at places where fixes never end.
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
  /// Whether two findings of one text are the same apart from their fixes.
  fileprivate func isSame(as other: Finding) -> Bool {
    number == other.number && range == other.range && message == other.message
  }
}
