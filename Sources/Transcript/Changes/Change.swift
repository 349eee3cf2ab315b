/// A change of what a transcript says, in the words of the model. How it is written down is for the notation to say.
///
/// A change speaks of the reading in which it was found: blocks are given by their indices there, stretches of a text by
/// bytes of the decoded text.
public enum Change: Sendable, Equatable {
  /// A segment begins at another time, or at one that can be read, wherever the notation says when it begins.
  ///
  /// - Parameter like: how the time is written; nil for the way in which the nearest one is.
  case setStart(block: Int, Time, like: Timestamp? = nil)
  /// The start of a segment is given in every way in which the notation gives one: as a time and as seconds.
  case completeStart(block: Int)
  /// A segment ends at another time. Only for one that has an end.
  case setEnd(block: Int, Time)
  /// A cue has another number or name.
  case setID(block: Int, String)
  /// A segment is said by somebody else, or, for nil, has no label.
  case setSpeaker(block: Int, String?)
  /// The label of a segment is written as the notation wants it: nothing is changed but the marks around it.
  case respellSpeaker(block: Int)
  /// What stands as the label of a segment was said: it stands in front of the text, and the segment has no label.
  case unlabel(block: Int)
  /// In what is said in a segment, a stretch gives way to another text.
  case setText(block: Int, Range<Int>, String)
  /// A section has another title.
  case setTitle(block: Int, String)
  /// A section has another level, counted from 1.
  case setLevel(block: Int, Int)
  /// What stands as the title of a section was said in a segment, or the other way round.
  case setKind(block: Int, Block.Kind)
  /// A value of the metadata becomes another one.
  case setValue(MetadataValue, String)
  /// The metadata has an entry with a value: another value where it has one with this key, a new entry where it has none.
  case setEntry(String, String)
  /// Something new stands before a block; the number of blocks stands for the end of the transcript.
  case insert(Script.Content, before: Int)
  /// A block goes.
  ///
  /// - Parameter copyOf: a block that stays and says all that is said in it.
  case remove(block: Int, copyOf: Int? = nil)
  /// What is said behind a place goes into a segment of its own, whose text is that.
  case split(block: Int, at: Int, Script.Unit)
  /// What is said in a segment is said at the end of another one, which stands above it.
  case join(block: Int, Int)
  /// A block stands before another one; the number of blocks stands for the end of the text.
  case move(block: Int, before: Int)
  /// A slip at the notation is put right, so that what was written is read.
  case mend(block: Int, Part, Mending)
}

/// What puts a slip at a notation right. Which one is meant is for a rule to say, how it is done for the notation.
public enum Mending: Sendable, Equatable {
  /// Ends the value with the mark that opened it.
  case closeQuote
  /// Opens the value with the mark that ends it.
  case openQuote
  /// Escapes the marks inside that end the value, and closes it.
  case escapeQuotes
  /// Protects the value so that all of it is a text.
  case quote
  /// The same with what stands behind it and was taken for a comment.
  case quoteTail
  /// The same with what stands before it and was taken for something else.
  case quoteFault
  /// Parts a key from its value.
  case partKey
  /// Indents with blanks as deep as what stands above.
  case indent
  /// Lets a mark that begins an escape stand for itself.
  case escapeMark
  /// Takes the character away.
  case removeCharacter
  /// A blank stands in the place of the character.
  case blankCharacter
  /// A text gets the name under which it belongs.
  case giveKey
  /// A name becomes that of a field of the model.
  case renameKey(Part.Kind)
  /// A value becomes the first of a list.
  case makeList
  /// A segment or a section begins here.
  case beginItem
  /// An entry of a segment goes.
  case removeEntry
  /// The lines that enclose the metadata are there, each by itself.
  case fence
  /// What stands above the metadata and belongs to nothing goes.
  case removeAbove
  /// What stands there says the same, written as the notation wants it.
  case respell
  /// Lines that belong to nothing become the end of what is said above them.
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
