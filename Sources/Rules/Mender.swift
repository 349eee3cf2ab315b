import SourceText
import Transcript

/// Makes repairs until nothing is left to repair.
///
/// In each round those that do not meet are made together; then the text is read and judged again. A repair after which
/// the text would not re-read cleanly is refused: it would change one mistake for another, and nobody would look.
public struct Mender {
  /// Which repairs are made.
  public enum Choice: Sendable {
    /// Those that can be made without anybody looking.
    case safe
    /// The best of each finding.
    case best

    /// From which severity on a new finding means that a repair does harm. Nobody looks at a safe one, so it must not
    /// even leave a doubt; behind another one somebody looks anyway, and what a closed quote brings to light is no harm.
    var harm: Severity { self == .safe ? .warning : .error }
  }

  /// What became of a text.
  public struct Result {
    public fileprivate(set) var reading: Reading
    /// What is left to be found.
    public fileprivate(set) var findings: [Finding]
    /// From the first text to the last.
    public fileprivate(set) var changes = Changes()
    /// How many findings were repaired.
    public fileprivate(set) var made = 0
    /// Repairs of what is left.
    public fileprivate(set) var refused: [Refusal] = []
    /// False where repairs undo each other, so that the text would never come to rest.
    public fileprivate(set) var isStable = false
  }

  /// A repair that would do harm.
  public struct Refusal: Sendable {
    public var finding: Finding
    public var fix: Fix
    /// The mistake that would be there afterwards; nil where no transcript would be recognised any more.
    public var mistake: Finding?
  }

  /// After so many rounds a text counts as one that never comes to rest. Each round makes all repairs that do not meet,
  /// so real files need two or three.
  static let rounds = 50

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

  public func mend(_ reading: Reading) -> Result {
    var result = Result(reading: reading, findings: judge(reading))
    for _ in 0..<Self.rounds {
      var round = MendingRound(result.reading, result.findings, harm: choice.harm, read: read, judge: judge)
      round.make(result.findings.compactMap(repair))
      result.refused = round.refused
      guard let outcome = round.outcome else {
        result.isStable = true
        return result
      }
      result.changes.follow(with: round.edits, of: result.reading.text)
      result.made += round.made.count
      (result.reading, result.findings) = (outcome.reading, outcome.findings)
    }
    return result
  }

  private func repair(of finding: Finding) -> MendingRound.Repair? {
    let fix = choice == .best ? finding.fixes.first : finding.fixes.first(where: \.isSafe)
    return fix.flatMap { $0.edits.isEmpty ? nil : (finding, $0) }
  }
}
