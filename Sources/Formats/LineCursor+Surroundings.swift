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
  func isFooter(_ content: Range<Int>) -> Bool {
    guard content.count < 200, let first = content.first else { return false }
    if isDigit(self[first]) {
      let rest = content.drop { isDigit(self[$0]) }
      return holds(rest.prefix(5), " view")
    }
    return holds(content.prefix(15), "transcribed by ") || holds(content, "we use cookies")
      || holds(content, "all rights reserved")
      || holds(content, "newsletter") && holds(content, "subscribe")
  }

  /// Whether a title cannot end like this.
  func isSentenceEnd(_ content: Range<Int>) -> Bool {
    guard let last = content.last else { return false }
    return sentenceEnds.contains(self[last]) || wideSentenceEnds.contains { begins(content.suffix(3), with: $0) }
  }

  /// Whether a stretch has `words` in it, in any case; `words` are lower case ASCII.
  private func holds(_ range: Range<Int>, _ words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard count <= range.count else { return false }
    for start in range.lowerBound...(range.upperBound - count) {
      var matched = 0
      while matched < count, self[start + matched] | 0x20 == words.utf8Start[matched] { matched += 1 }
      if matched == count { return true }
    }
    return false
  }
}

private let sentenceEnds = ByteSet(".!,;:")
private let wideSentenceEnds: [StaticString] = ["…", "。", "！", "，", "："]

/// The word above a transcript, in the languages of the archives that were looked at.
private let announcements: [StaticString] = [
  "Transcript", "Transcription", "Transkript", "Transkription", "Transcripción", "Transcrição", "Trascrizione",
  "Transcriptie", "Расшифровка", "Стенограмма", "文字稿", "逐字稿", "文字起こし", "תמלול", "نص الحلقة",
]
