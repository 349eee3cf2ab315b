import SourceText
import Transcript

/// One mistake, where it is, and how it can be mended.
public struct Finding: Sendable, Equatable {
  /// The id of the rule, such as `time-order`.
  public var rule: String
  public var severity: Severity
  /// One or two sentences for the person at the keyboard.
  public var message: String
  /// The smallest stretch that is wrong, in bytes of the text.
  public var range: Range<Int>
  public var related: [Related]
  /// Repairs, the best first.
  public var fixes: [Fix]
  /// How many mistakes it speaks for: more than one only where a text has thousands of a kind.
  public internal(set) var count = 1
  /// Of its rule, in the list of all.
  var number = 0

  /// Another place that has to do with it.
  public struct Related: Sendable, Equatable {
    public var range: Range<Int>
    public var message: String
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
  }
}

/// A repair.
public struct Fix: Sendable, Equatable {
  /// What it does, in the imperative.
  public var title: String
  /// Whether it may be applied without anybody looking.
  public var isSafe: Bool
  /// In the order of the text; they do not overlap.
  public var edits: [Edit]

  /// Whether the text would be as it was: nothing can be repaired.
  var isNothing: Bool { edits.allSatisfy { $0.range.isEmpty && $0.replacement.isEmpty } }

  mutating func shift(by delta: Int) {
    move { $0.shifted(by: delta) }
  }

  fileprivate mutating func move(_ moved: (Range<Int>) -> Range<Int>) {
    for index in edits.indices { edits[index].range = moved(edits[index].range) }
  }

  init(_ title: String, isSafe: Bool = false, _ edits: Edit...) {
    self.init(title, isSafe: isSafe, edits: edits)
  }

  public init(_ title: String, isSafe: Bool = false, edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }

  /// The text with this repair.
  public func applied(to text: Text) -> Text {
    var text = text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { text.apply(edit) }
    return text
  }
}
