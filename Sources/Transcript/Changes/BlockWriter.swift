import SourceText

/// Writes a notation: the counterpart of `Format`.
///
/// A reading carries its writer, so rules and features can change a transcript without knowing its notation.
public protocol BlockWriter: Sendable {
  /// The edits that make the changes, in the order of the text, without overlaps. A change that is already true needs
  /// none.
  ///
  /// - Returns: nil if one of the changes cannot be expressed in this notation, or two of them contradict each other.
  func edits(for changes: [Change], in reading: Reading) -> [Edit]?

  /// Adds to the spelling of a text what only its notation knows.
  func note(_ spelling: inout Spelling, of reading: Reading)
}

extension Format {
  /// A format that cannot write.
  public var writer: (any BlockWriter)? { nil }
}

extension Reading {
  /// The edits that make the changes, in the order of the text, without overlaps; nil if the notation of the text
  /// cannot express them.
  public func edits(for changes: [Change]) -> [Edit]? {
    writer?.edits(for: changes, in: self)
  }
}
