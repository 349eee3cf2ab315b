/// A change of the content of a transcript. The notation decides how it is written.
///
/// A change refers to the reading in which it was found. Blocks are given by their indices in it, and ranges of a text
/// by bytes of the decoded text.
public enum Change: Sendable, Equatable {
  /// A segment gets another start, wherever the notation gives the start.
  ///
  /// - Parameter like: the spelling of the time; nil for that of the nearest time.
  case setStart(block: Int, Time, like: Timestamp? = nil)
  /// The start of a segment is given in every way that the notation has: as a time and as seconds.
  case completeStart(block: Int)
  /// A segment gets another end. The segment must have an end.
  case setEnd(block: Int, Time)
  /// The times of a segment or a section move, each in its own spelling: starts, ends, seconds, times among the words, and
  /// links that lead to the start. Times that cannot be read stay.
  ///
  /// - Parameter from: in bytes of the text; times before it stay.
  case moveTimes(block: Int, from: Int = 0, TimeMove)
  /// A cue has another number or name.
  case setID(block: Int, String)
  /// A segment gets another speaker, or for nil, loses its label.
  case setSpeaker(block: Int, String?)
  /// The label of a segment gets the marks that the notation wants. The name stays.
  case respellSpeaker(block: Int)
  /// The label of a segment becomes the beginning of its words, and the segment has no label.
  case unlabel(block: Int)
  /// A range of a segment's words is replaced by another text.
  case setText(block: Int, Range<Int>, String)
  /// The lines of a text are divided otherwise: of what a segment says, or of a value. It says the same.
  case setLines(block: Int, Part, TextLines)
  /// A section gets another title.
  case setTitle(block: Int, String)
  /// A section gets another level, counted from 1.
  case setLevel(block: Int, Int)
  /// A header becomes a segment whose words are the title, or the other way round.
  case setKind(block: Int, Block.Kind)
  /// A value of the metadata is replaced.
  case setValue(MetadataValue, String)
  /// The metadata gets an entry. If it has one with this key, only the value of that entry changes.
  case setEntry(String, String)
  /// A new block is inserted before a block. The number of blocks means the end of the transcript.
  case insert(Script.Content, before: Int)
  /// A block is removed.
  ///
  /// - Parameter copyOf: a block that stays and has the same content.
  case remove(block: Int, copyOf: Int? = nil)
  /// The words behind a place become a segment of their own, with this content.
  case split(block: Int, at: Int, Script.Unit)
  /// The words of a segment are moved to the end of those of another segment above it.
  case join(block: Int, Int)
  /// A block is moved before another one. The number of blocks means the end of the text.
  case move(block: Int, before: Int)
  /// A slip in the notation is fixed, so that the text is read as it was meant.
  case mend(block: Int, Part, Mending)
}

/// A way to fix a slip in the notation. A rule decides which one is meant, and the notation how it is done.
public enum Mending: Sendable, Equatable {
  /// Adds the closing quotation mark to the value.
  case closeQuote
  /// Adds the opening quotation mark to the value.
  case openQuote
  /// Escapes the quotation marks inside the value that end it early, and closes it.
  case escapeQuotes
  /// Quotes the value so that all of it is read as a text.
  case quote
  /// Quotes the value together with the text behind it, which was taken as a comment.
  case quoteTail
  /// Quotes the value together with the text before it, which was taken as something else.
  case quoteFault
  /// Separates a key from its value.
  case partKey
  /// Indents with blanks, as deep as the line above.
  case indent
  /// Escapes a backslash, so that it no longer begins an escape.
  case escapeMark
  /// Removes the character.
  case removeCharacter
  /// Replaces the character by a blank.
  case blankCharacter
  /// Gives a text the key under which it belongs.
  case giveKey
  /// Renames a key to that of a field of the model.
  case renameKey(Part.Kind)
  /// Makes the value the first item of a list.
  case makeList
  /// Begins a segment or a section here.
  case beginItem
  /// Removes an entry: one of a segment, or a setting, time or tag of a cue.
  case removeEntry
  /// Puts the lines that enclose the metadata in place, each on a line of its own.
  case fence
  /// Removes the text above the metadata, which belongs to nothing.
  case removeAbove
  /// Writes the part as the notation wants it; only if its meaning is certain.
  case respell
  /// Adds lines that belong to nothing to the end of the words above them.
  case join
}

/// A value of the metadata and where it stands.
public struct MetadataValue: Sendable, Equatable {
  /// Decoded.
  public var text: String
  /// Without its quotes, in bytes of the text.
  public var range: Range<Int>
  public var quoting: Quoting

  public init(text: String, range: Range<Int>, quoting: Quoting) {
    (self.text, self.range, self.quoting) = (text, range, quoting)
  }
}
