import Transcript

/// A change of the content of a transcript, as a fix declares it. `Proof` reads the fixed text and verifies that
/// nothing else has changed.
///
/// Places refer to the text before the fix, in bytes.
enum Alteration: Sendable, Equatable {
  /// In the value at a place, a range of its decoded bytes is replaced.
  case text(in: Range<Int>, Range<Int>, [UInt8], Kind)
  /// A value changes only in its white space.
  case spacing(in: Range<Int>)
  /// A value is replaced.
  case value(at: Range<Int>, String)
  /// A segment gets a field that it did not have. The place lies in its block.
  case field(at: Int, Part.Kind, String)
  /// The text behind a value, which was read as a comment, becomes part of the value.
  case tail(of: Range<Int>, Range<Int>)
  /// A comment that silences rules is replaced or removed.
  case silence(at: Range<Int>, String)
  /// Whole blocks are removed: because other blocks, which stay, have the same content, or because the user wants it.
  case removal(Range<Int>, copyOf: Range<Int>?)

  /// Which characters of a text a fix may change.
  enum Kind: UInt8, Sendable {
    /// White space only.
    case blanks
    /// Everything except letters and digits.
    case marks
    /// Invisible characters only.
    case unseen
    /// Words, because the configuration asks for it or because they are not real words.
    case words
  }

  /// Whether nothing that was said is lost, as far as the alteration itself shows it.
  var losesNothing: Bool {
    if case .removal(_, nil) = self { false } else { true }
  }

  /// The place where it begins.
  var offset: Int {
    switch self {
    case .text(let place, _, _, _), .spacing(let place), .value(let place, _), .tail(let place, _),
      .silence(let place, _), .removal(let place, _):
      place.lowerBound
    case .field(let place, _, _): place
    }
  }

  /// The same alteration at another place.
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
