import SourceText
import Transcript

/// One mistake, where it is, and how it can be fixed.
public struct Finding: Sendable, Equatable {
  /// The id of the rule, such as `time-order`.
  public var rule: String
  public var severity: Severity
  /// One or two sentences for the person at the keyboard; nothing in it acts on a terminal.
  public var message: String
  /// The smallest stretch that is wrong, in bytes of the text.
  public var range: Range<Int>
  public var related: [Related]
  /// Fixes, the best first.
  public var fixes: [Fix]
  /// What fixes it and those for which it speaks without anybody looking; only where fixes are joined.
  var joint: JointFix?
  /// How many mistakes it speaks for: more than one only where a text has thousands of a kind.
  public internal(set) var count = 1
  /// Of its rule, in the list of all.
  var number = 0

  /// Another place that has to do with it.
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

  /// Follows an edit that lies in none of its ranges, or in all of what it speaks of.
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

/// A fix.
public struct Fix: Sendable, Equatable {
  /// What it does, in the imperative; nothing in it acts on a terminal.
  public var title: String
  /// In the order of the text; they do not overlap.
  public var edits: [Edit]
  /// How it changes what the transcript says: not at all where the list is empty. Nil where nothing is claimed about it.
  var alterations: [Alteration]?
  /// Whether it may be applied without anybody looking: it has said what it changes, so that it can be held to it.
  public internal(set) var isSafe = false

  /// Whether the text would be as it was: nothing can be fixed.
  var isNothing: Bool { edits.allSatisfy { $0.range.isEmpty && $0.replacement.isEmpty } }

  mutating func shift(by delta: Int) {
    move { $0.shifted(by: delta) }
  }

  fileprivate mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    for index in edits.indices { edits[index].range = moved(edits[index].range) }
    if var moving = alterations {
      // Nothing else holds them meanwhile, or each would be copied.
      alterations = nil
      for index in moving.indices { moving[index] = moving[index].moved(moved) }
      alterations = moving
    }
  }

  init(_ title: String, _ edits: Edit...) {
    self.init(title, edits: edits)
  }

  /// A fix that can be made without anybody looking.
  init(_ title: String, altering alterations: [Alteration], _ edits: Edit...) {
    self.init(title, altering: alterations, edits: edits)
  }

  init(_ title: String, altering alterations: [Alteration], edits: [Edit]) {
    self.init(title, edits: edits)
    (self.alterations, isSafe) = (alterations, true)
  }

  /// A fix that changes what the transcript says; nil where its notation cannot say that.
  ///
  /// - Parameter isSafe: whether it can be made without anybody looking, as far as it can be held to what it changes.
  init?(_ title: String, _ changes: [Change], in reading: Reading, isSafe: Bool = false) {
    guard let edits = reading.edits(for: changes) else { return nil }
    self.init(title, edits: edits)
    alterations = reading.alterations(of: changes)
    self.isSafe = isSafe && (alterations?.allSatisfy(\.losesNothing) ?? false)
  }

  /// A fix that needs a look.
  public init(_ title: String, edits: [Edit]) {
    self.title = visible(title)
    self.edits = edits
  }

  /// The text with this fix.
  public func applied(to text: Text) -> Text {
    var text = text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { text.apply(edit) }
    return text
  }
}
