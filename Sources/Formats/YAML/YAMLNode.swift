import Transcript

/// A scalar, an alias or a flow collection, and where it stands in the text.
struct YAMLNode {
  /// Without its quotes.
  var range: Range<Int>
  var quoting: Quoting
  /// With its quotes.
  var source: Range<Int>
  /// The tag and the anchor before it.
  var properties: Range<Int>?
  /// The comment on the line on which it ends.
  var comment: Range<Int>?
}

/// What libyaml would refuse, and where.
struct YAMLFailure {
  enum Kind {
    /// Something stands where the grammar has no place for it.
    case unexpected
    /// Only a key can stand here, and no colon follows it.
    case noColon
    /// A colon and a blank that end a plain scalar which is no key.
    case colon
    /// A quoted scalar does not end.
    case quoteNotClosed
    case badEscape
    /// A flow collection does not end.
    case bracketNotClosed
    /// A tab where only blanks may stand.
    case tab
    /// A character that begins no scalar.
    case badStart
    /// An anchor, an alias or a tag whose name is none.
    case badProperty
    /// The line of `|` or `>`.
    case badHeader
    /// A line separator of Unicode: it ends the line to YAML, and what follows stands in the first column.
    case lineSeparator
  }

  var kind: Kind
  /// What is refused, in bytes of the text.
  var range: Range<Int>
}
