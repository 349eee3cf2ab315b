import SourceText

/// What a notation can write: the other half of a `Format`.
///
/// A reading carries it, so that rules and features can change a transcript and cannot ask how it is written.
public protocol BlockWriter: Sendable {
  /// The edits that make the changes, in the order of the text, without overlaps; what is said already needs none.
  ///
  /// - Returns: Nil where one of the changes cannot be said in this notation, or two of them contradict each other.
  func edits(for changes: [Change], in reading: Reading) -> [Edit]?

  /// Adds to the spelling of a text what only its notation can tell.
  func note(_ spelling: inout Spelling, of reading: Reading)
}

extension Format {
  /// A format that cannot write.
  public var writer: (any BlockWriter)? { nil }
}

extension Reading {
  /// The edits that make the changes, in the order of the text, without overlaps; nil where they cannot be said in the
  /// notation of the text.
  public func edits(for changes: [Change]) -> [Edit]? {
    writer?.edits(for: changes, in: self)
  }
}
