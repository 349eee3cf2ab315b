import SourceText
import Transcript

/// What stands around a transcript in paragraphs.
extension LineCursor {
  /// A line `Transcript` or `Transcription:` above the first unit.
  func announcesTranscript(_ content: Range<Int>) -> Bool {
    guard content.count <= 60 else { return false }
    let word = content.drop { self[$0] == UInt8(ascii: "#") || isSpace(self[$0]) }
    let bare = word.last.map { self[$0] == UInt8(ascii: ":") } == true ? word.dropLast() : word
    return announcements.contains { isWord(bare, $0) }
  }

  /// What the pages of a site put below a transcript: an invitation to a newsletter, a cookie notice, a count of views.
  ///
  /// - Parameter closings: with what such a line begins or ends besides.
  func isFooter(_ content: Range<Int>, _ closings: [String] = []) -> Bool {
    guard content.count < 200, let first = content.first else { return false }
    if isClosing(content, closings) { return true }
    if isDigit(self[first]) {
      let rest = content.drop { isDigit(self[$0]) }
      return holds(rest.prefix(5), " view")
    }
    return holds(content.prefix(15), "transcribed by ") || holds(content, "we use cookies")
      || holds(content, "all rights reserved")
      || holds(content, "newsletter") && holds(content, "subscribe")
  }

  /// Whether a line begins or ends with one of some words.
  func isClosing(_ content: Range<Int>, _ closings: [String]) -> Bool {
    !closings.isEmpty && closings.contains { begins(content, with: $0) || ends(content, with: $0) }
  }

  private func ends(_ content: Range<Int>, with words: String) -> Bool {
    words.utf8.count <= content.count && self[content.suffix(words.utf8.count)].elementsEqual(words.utf8)
  }

  private func begins(_ content: Range<Int>, with words: String) -> Bool {
    words.utf8.count <= content.count && self[content.prefix(words.utf8.count)].elementsEqual(words.utf8)
  }

  /// Whether a line of Markdown is one tag of HTML or a link and nothing else: `<div>`, `<https://harbour.example>`.
  func isTagAlone(_ content: Range<Int>) -> Bool {
    guard content.count > 2, self[content.lowerBound] == UInt8(ascii: "<"),
      self[content.upperBound - 1] == UInt8(ascii: ">")
    else { return false }
    let inside = content.dropFirst().dropLast()
    return !inside.contains { self[$0] == UInt8(ascii: "<") || self[$0] == UInt8(ascii: ">") }
  }

  /// Whether several words are a name and not the beginning of a sentence: each begins with a capital, with a letter of a
  /// script that may have none, or is one of the small words in names. One word may be a name in any case. What stands in
  /// parentheses behind a name does not count.
  func mayBeWholeName(_ name: Range<Int>) -> Bool {
    var (words, small) = (0, 0)
    var start = name.lowerBound
    while start < name.upperBound {
      let word = (start..<name.upperBound).prefix { !isSpace(self[$0]) }
      if words > 0, word.first.map({ self[$0] == UInt8(ascii: "(") }) ?? false { break }
      if let first = word.first {
        words += 1
        if (0x61...0x7A).contains(self[first]), !smallWords.contains(where: { isWord(word, $0) }) { small += 1 }
      }
      start = max(word.upperBound, start) + 1
    }
    return words < 2 || small == 0
  }

  /// Whether a name begins with a small letter.
  func isSmall(_ name: Range<Int>) -> Bool { name.first.map { (0x61...0x7A).contains(self[$0]) } ?? false }

  /// Whether a title cannot end like this.
  func isSentenceEnd(_ content: Range<Int>) -> Bool {
    guard let last = content.last else { return false }
    return sentenceEnds.contains(self[last]) || wideSentenceEnds.contains { begins(content.suffix(3), with: $0) }
  }

  /// Whether a stretch has `words` in it, in any case; `words` are lower case ASCII.
  private func holds(_ range: Range<Int>, _ words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard count <= range.count else { return false }
    let bytes = self[range].base
    let first = words.utf8Start[0]
    for start in range.lowerBound...(range.upperBound - count) where bytes[start] | 0x20 == first {
      var matched = 1
      while matched < count, bytes[start + matched] | 0x20 == words.utf8Start[matched] { matched += 1 }
      if matched == count { return true }
    }
    return false
  }
}

/// Words in names that have no capital.
private let smallWords: [StaticString] = [
  "van", "von", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn",
  "ben", "y", "e", "and", "und", "of", "the", "ter", "ten", "zu", "af", "av",
]

private let sentenceEnds = ByteSet(".!,;:")
private let wideSentenceEnds: [StaticString] = ["…", "。", "！", "，", "："]

/// The word above a transcript, in the languages of the archives that were looked at.
private let announcements: [StaticString] = [
  "Transcript", "Transcription", "Transkript", "Transkription", "Transcripción", "Transcrição", "Trascrizione",
  "Transcriptie", "Расшифровка", "Стенограмма", "文字稿", "逐字稿", "文字起こし", "תמלול", "نص الحلقة",
]
