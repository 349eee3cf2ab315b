/// A piece of a text at whose ends a line may end: what stands between blanks, or a character of a script that has none.
struct CaptionWord: Equatable {
  var text: Substring
  /// Whether a blank stands before it.
  var isSpaced: Bool
  /// In characters.
  var length: Int
  var ending: Ending

  /// How good a place to end a line or a cue it leaves, best last.
  enum Ending: Int, Comparable {
    case none
    /// A comma, a dash, a colon.
    case clause
    case sentence

    static func < (a: Ending, b: Ending) -> Bool { a.rawValue < b.rawValue }
  }

  init(_ text: Substring, isSpaced: Bool) {
    (self.text, self.isSpaced, length, ending) = (text, isSpaced, text.count, Ending(text))
  }

  /// The words of a text.
  static func words(of text: String) -> [CaptionWord] {
    var words: [CaptionWord] = []
    for run in text.split(whereSeparator: { $0.isWhitespace }) {
      var start = run.startIndex
      var isSpaced = true
      func end(at index: Substring.Index) {
        guard start < index else { return }
        words.append(CaptionWord(run[start..<index], isSpaced: isSpaced))
        (start, isSpaced) = (index, false)
      }
      var before: Character?
      for index in run.indices {
        if let before, mayBreak(between: before, and: run[index]) { end(at: index) }
        before = run[index]
      }
      end(at: run.endIndex)
    }
    return words
  }

  /// Whether a line may end between two characters without a blank: in scripts without blanks, but not before a mark that ends
  /// something, nor behind one that opens it.
  private static func mayBreak(between first: Character, and second: Character) -> Bool {
    guard isIdeographic(first) || isIdeographic(second) else { return false }
    return !second.isPunctuation && !opening.contains(first) && (isIdeographic(first) || first.isPunctuation)
      && !(first.isASCII && second.isASCII)
  }

  private static let opening: Set<Character> = ["「", "『", "（", "《", "〈", "【", "“", "‘", "(", "["]

  /// Han, kana, and the marks between them.
  static func isIdeographic(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x3000...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFF00...0xFFEF).contains(value) || (0x20000...0x3FFFF).contains(value)
  }
}

extension CaptionWord.Ending {
  private static let closing: Set<Character> = ["\"", "'", "”", "’", "»", ")", "]", "」", "』", "）"]
  private static let sentenceMarks: Set<Character> = [".", "!", "?", "…", "。", "！", "？", "؟", "।"]
  private static let clauseMarks: Set<Character> = [",", ";", ":", "–", "—", "-", "，", "；", "：", "、", "،", "؛"]

  init(_ word: Substring) {
    guard let last = word.last(where: { !Self.closing.contains($0) }) else {
      self = .none
      return
    }
    self = Self.sentenceMarks.contains(last) ? .sentence : Self.clauseMarks.contains(last) ? .clause : .none
  }
}
