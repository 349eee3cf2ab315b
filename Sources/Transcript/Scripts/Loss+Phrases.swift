import SourceText

extension Loss.Kind {
  /// Whether the thing is not gone but changed.
  public var isChange: Bool {
    switch self {
    case .prose, .lineBreak, .blanks, .estimate, .text, .segment: true
    default: false
    }
  }

  /// A number of losses of this kind, in words.
  public func phrase(_ number: Int) -> String {
    func of(_ one: String, _ many: String) -> String { "\(grouped(number)) \(number == 1 ? one : many)" }
    return switch self {
    case .metadata: of("entry of the metadata", "entries of the metadata")
    case .preamble: "the text above the transcript"
    case .footer: "the text below the transcript"
    case .body: "the text below the front matter"
    case .speaker: of("speaker of a segment", "speakers of segments")
    case .start: of("time", "times")
    case .end: of("end time", "end times")
    case .title: of("title", "titles")
    case .level: of("level of a title", "levels of titles")
    case .entry: of("entry of a segment", "entries of segments")
    case .comment: of("comment", "comments")
    case .prose:
      of("paragraph outside the segments, which is now one", "paragraphs outside the segments, which are now some")
    case .lineBreak: of("text with line breaks, which are now blanks", "texts with line breaks, which are now blanks")
    case .blanks: of("text with blanks at its ends, which are gone", "texts with blanks at their ends, which are gone")
    case .estimate: of("segment without an end, which now has one", "segments without an end, which now have one")
    case .settings: of("setting of how cues are shown", "settings of how cues are shown")
    case .markup: of("piece of markup inside of what is said", "pieces of markup inside of what is said")
    case .id: of("id of a cue", "ids of cues")
    case .unreadable: of("time that cannot be read", "times that cannot be read")
    case .contradiction: of("start that is given twice and differently", "starts that are given twice and differently")
    case .conflict: of("line that version control left behind", "lines that version control left behind")
    case .encoding: of("text that is not UTF-8", "texts that are not UTF-8")
    case .syntax: of("value that YAML cannot tell for certain", "values that YAML cannot tell for certain")
    case .repeated: of("value that is given twice", "values that are given twice")
    case .text: of("text, which is read differently", "texts, which are read differently")
    case .segment: of("segment, which is not read as one", "segments, which are not read as such")
    }
  }
}
