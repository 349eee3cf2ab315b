import Transcript

/// A change of what a transcript says, as a fix declares it. `Proof` reads the fixed text and holds the fix to it.
///
/// Places are those in the text before the fix, in bytes.
enum Alteration: Sendable, Equatable {
  /// In the value that stands at a place, a stretch of its decoded bytes gives way to others.
  case text(in: Range<Int>, Range<Int>, [UInt8], Kind)
  /// A value keeps all that is not white space.
  case spacing(in: Range<Int>)
  /// A value becomes another one.
  case value(at: Range<Int>, String)
  /// A segment gets something that it did not have. The place lies in its block.
  case field(at: Int, Part.Kind, String)
  /// What follows a value as a comment belongs to the value from now on.
  case tail(of: Range<Int>, Range<Int>)
  /// A comment that silences rules becomes another one, or goes.
  case silence(at: Range<Int>, String)
  /// Whole blocks go: because others, which stay, say all that stands in them, or because somebody wants it.
  case removal(Range<Int>, copyOf: Range<Int>?)

  /// How much of a text a fix may change.
  enum Kind: UInt8, Sendable {
    /// White space.
    case blanks
    /// What is neither a letter nor a digit.
    case marks
    /// What nobody can see.
    case unseen
    /// Words, because somebody configured it or because they are no words.
    case words
  }

  /// Whether all that was said is still said, as far as that can be told by itself.
  var losesNothing: Bool {
    if case .removal(_, nil) = self { false } else { true }
  }

  /// Where it begins.
  var offset: Int {
    switch self {
    case .text(let place, _, _, _), .spacing(let place), .value(let place, _), .tail(let place, _),
      .silence(let place, _), .removal(let place, _):
      place.lowerBound
    case .field(let place, _, _): place
    }
  }

  /// The same somewhere else.
  func moved(_ move: (Range<Int>) -> Range<Int>) -> Alteration {
    switch self {
    case .text(let place, let stretch, let replacement, let kind): .text(in: move(place), stretch, replacement, kind)
    case .spacing(let place): .spacing(in: move(place))
    case .value(let place, let value): .value(at: move(place), value)
    case .field(let place, let kind, let value): .field(at: move(place..<place).lowerBound, kind, value)
    case .tail(let place, let tail): .tail(of: move(place), move(tail))
    case .silence(let place, let rest): .silence(at: move(place), rest)
    case .removal(let place, let copy): .removal(move(place), copyOf: copy.map(move))
    }
  }
}
