import SourceText
import Transcript

/// Who speaks, as it stands at the beginning of a line of a cue.
struct CueLabel {
  /// Without the marks; empty where the mark of another speaker stands without a name.
  var name: Range<Int>
  /// How the name is written.
  var quoting = Quoting.none
  /// From the first mark to what is said.
  var outer: Range<Int>
  /// Whether it may as well be the first words of a sentence: a name and a colon, and nothing else.
  var isDoubtful = false
  /// Whether nothing but a colon marks it.
  var isPlain = false

  /// How long a name may be, in bytes.
  static let longest = 48
  static let mostWords = 5
}

extension LineCursor {
  /// `Name:`, `>> Name:`, `- Name:`, `[SPEAKER_00]:`, `(speaker 0)`, and `>>` by itself.
  func cueLabel(_ line: Range<Int>) -> CueLabel? {
    let content = line.drop { isCueSpace(self[$0]) }
    guard let first = content.first else { return nil }
    switch self[first] {
    case UInt8(ascii: ">"): return changedSpeaker(content)
    case UInt8(ascii: "-"):
      let behind = content.dropFirst().drop { isCueSpace(self[$0]) }
      return behind.isEmpty ? nil : namedLabel(behind, from: first)
    case UInt8(ascii: "["): return bracketedLabel(content, closedBy: UInt8(ascii: "]"))
    case UInt8(ascii: "("): return bracketedLabel(content, closedBy: UInt8(ascii: ")"))
    default: return namedLabel(content, from: first)
    }
  }

  /// `>>` says that somebody else speaks, and perhaps who.
  private func changedSpeaker(_ content: Range<Int>) -> CueLabel? {
    let behind = content.drop { self[$0] == UInt8(ascii: ">") }
    guard behind.lowerBound - content.lowerBound > 1 else { return nil }
    let words = behind.drop { isCueSpace(self[$0]) }
    if !words.isEmpty, var label = namedLabel(words, from: content.lowerBound) {
      (label.isDoubtful, label.isPlain) = (false, false)
      return label
    }
    return CueLabel(name: words.lowerBound..<words.lowerBound, outer: content.lowerBound..<words.lowerBound)
  }

  /// What programs that tell voices apart write: `[SPEAKER_00]:`, `(speaker 0)`.
  private func bracketedLabel(_ content: Range<Int>, closedBy mark: UInt8) -> CueLabel? {
    let inside = content.dropFirst().prefix(CueLabel.longest).prefix { self[$0] != mark }
    guard inside.upperBound < content.upperBound, self[inside.upperBound] == mark, !inside.isEmpty else { return nil }
    var behind = content.dropFirst(inside.count + 2)
    let hasColon = behind.first.map { self[$0] == UInt8(ascii: ":") } ?? false
    if hasColon { behind = behind.dropFirst() }
    guard hasColon || isNumberedSpeaker(inside), isCueName(inside) || isNumberedSpeaker(inside) else { return nil }
    behind = behind.drop { isCueSpace(self[$0]) }
    return CueLabel(name: inside, outer: content.lowerBound..<behind.lowerBound)
  }

  /// `SPEAKER_00`, `speaker 0`.
  private func isNumberedSpeaker(_ range: Range<Int>) -> Bool {
    let word = "speaker".utf8
    guard range.count > word.count, self[range.prefix(word.count)].map(Ascii.lowercased).elementsEqual(word) else {
      return false
    }
    return self[range.dropFirst(word.count)].allSatisfy { Ascii.isDigit($0) || $0 == 0x20 || $0 == UInt8(ascii: "_") }
  }

  /// A name with a colon, and a blank or nothing behind it.
  private func namedLabel(_ content: Range<Int>, from start: Int) -> CueLabel? {
    let window = content.prefix(CueLabel.longest + 1)
    guard let colon = window.first(where: { self[$0] == UInt8(ascii: ":") }), colon > content.lowerBound,
      colon + 1 == content.upperBound || isCueSpace(self[colon + 1])
    else { return nil }
    // Some languages have a blank before a colon.
    let name = cueTrimmed(content.lowerBound..<colon)
    guard isCueName(name) else { return nil }
    let behind = ((colon + 1)..<content.upperBound).drop { isCueSpace(self[$0]) }
    // One word and a colon begin many a sentence; two or three names with capitals are somebody.
    let blanks = self[name].count { $0 == 0x20 }
    return CueLabel(
      name: name, outer: start..<behind.lowerBound, isDoubtful: !(1...2).contains(blanks), isPlain: true)
  }

  /// Whether a stretch can be a name: a few words, each with a capital letter, a digit, or in a script without capitals.
  private func isCueName(_ range: Range<Int>) -> Bool {
    guard let first = range.first, Ascii.isLetter(self[first]) || self[first] >= 0x80 else { return false }
    var words = 0
    var wordStart = range.lowerBound
    for index in range {
      let byte = self[index]
      if notInCueName.contains(byte) { return false }
      if index == wordStart {
        words += 1
        let isSmall = (0x61...0x7A).contains(byte)
        if isSmall, words == 1 || !isParticle(range.suffix(range.upperBound - index)) { return false }
      }
      if byte == 0x20 { wordStart = index + 1 }
    }
    return words <= CueLabel.mostWords && self[range.upperBound - 1] != 0x20
  }

  /// `de`, `von`, `van`, `bin`: what names have in small letters.
  private func isParticle(_ rest: Range<Int>) -> Bool {
    rest.prefix { self[$0] != 0x20 }.count <= 3
  }
}

private let notInCueName = ByteSet("[]{}<>*#|\"=/\\@!?;,:%+\t\n\r")
