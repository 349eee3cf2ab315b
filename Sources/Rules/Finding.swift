import SourceText
import Transcript

/// One mistake, where it is, and how it can be fixed.
public struct Finding: Sendable, Equatable {
  /// The id of the rule, such as `time-order`.
  public var rule: String
  public var severity: Severity
  /// One or two sentences for the user; no character in it acts on a terminal.
  public var message: String
  /// The smallest faulty range, in bytes of the text.
  public var range: Range<Int>
  public var related: [Related]
  /// Fixes, the best first.
  public var fixes: [Fix]
  /// The safe fixes of this finding and of those that it stands for, as one fix; only if fixes are joined (`FixScope`).
  var joint: JointFix?
  /// How many mistakes it stands for; more than one only if a text has thousands of the same kind.
  public internal(set) var count = 1
  /// The number of its rule in `Rule.all`.
  var number = 0

  /// Another place that is related to the finding.
  public struct Related: Sendable, Equatable {
    public var range: Range<Int>
    public var message: String

    init(range: Range<Int>, message: String) {
      self.range = range
      self.message = visible(message)
    }
  }

  mutating func shift(by delta: Int) {
    move { $0.shifted(by: delta) }
  }

  /// Moves its ranges with an edit, which must lie outside of each of them or wholly inside.
  mutating func follow(_ rewording: Rewording) {
    move(rewording.moved)
  }

  private mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    range = moved(range)
    for index in related.indices { related[index].range = moved(related[index].range) }
    for index in fixes.indices { fixes[index].move(moved) }
    joint?.move(moved)
  }
}

extension [Fix] {
  /// Moves their ranges with an edit, which must lie outside of each of them or wholly inside.
  mutating func follow(_ rewording: Rewording) {
    for index in indices { self[index].move(rewording.moved) }
  }
}

/// A fix.
public struct Fix: Sendable, Equatable {
  /// What it does, in the imperative; no character in it acts on a terminal.
  public var title: String
  /// In the order of the text; they do not overlap.
  public var edits: [Edit]
  /// The changes that the fix declares in the content of the transcript. An empty list declares that the content stays
  /// the same; nil declares nothing.
  var alterations: [Alteration]?
  /// Whether it may be made without a person checking it. A safe fix declares what it changes, so that this can be
  /// verified.
  public internal(set) var isSafe = false

  /// Whether it changes nothing, so that nothing would be fixed.
  var isNothing: Bool { edits.allSatisfy { $0.range.isEmpty && $0.replacement.isEmpty } }

  mutating func shift(by delta: Int) {
    move { $0.shifted(by: delta) }
  }

  /// Whether it changes something at a range, or beside it.
  func touches(_ range: Range<Int>) -> Bool { edits.contains { $0.range.touches(range) } }

  fileprivate mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    for index in edits.indices { edits[index].range = moved(edits[index].range) }
    if var moving = alterations {
      // While they are moved, this must be the only reference, or each of them would be copied.
      alterations = nil
      for index in moving.indices { moving[index] = moving[index].moved(moved) }
      alterations = moving
    }
  }

  init(_ title: String, _ edits: Edit...) {
    self.init(title, edits: edits)
  }

  /// A safe fix.
  init(_ title: String, altering alterations: [Alteration], _ edits: Edit...) {
    self.init(title, altering: alterations, edits: edits)
  }

  init(_ title: String, altering alterations: [Alteration], edits: [Edit]) {
    self.init(title, edits: edits)
    (self.alterations, isSafe) = (alterations, true)
  }

  /// A fix that changes the content of the transcript; nil if the notation cannot express that.
  ///
  /// - Parameter isSafe: whether it can be made without a person checking it. If the changes may lose something, it is
  ///   not safe in any case.
  init?(_ title: String, _ changes: [Change], in reading: Reading, isSafe: Bool = false) {
    guard let edits = reading.edits(for: changes) else { return nil }
    self.init(title, edits: edits)
    alterations = reading.alterations(of: changes)
    self.isSafe = isSafe && (alterations?.allSatisfy(\.losesNothing) ?? false)
  }

  /// A fix that a person has to check.
  public init(_ title: String, edits: [Edit]) {
    self.title = visible(title)
    self.edits = edits
  }

  /// The text after this fix.
  public func applied(to text: Text) -> Text {
    var text = text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { text.apply(edit) }
    return text
  }
}
