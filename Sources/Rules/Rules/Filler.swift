import SourceText
import Transcript

extension Rule {
  /// It is for transcripts that are meant to be read, not for those that keep every sound.
  static let filler = Rule(
    "filler", .hint, isOn: false, fix: .offered,
    summary: "A sound that fills a pause, such as “um”, was transcribed.",
    why: "In a text that is meant to be read, such sounds are only in the way.",
    options: [words],
    looks: .atPassage(.text) { passage, report in
      let fillers = report.words(words)
      let longest = fillers.map(\.utf8.count).max() ?? 0
      var found: [Range<Int>] = []
      passage.forEachWord { word, bytes in
        guard word.count <= longest else { return }
        let isFiller = fillers.contains { filler in
          filler.utf8.count == word.count && zip(filler.utf8, word).allSatisfy { $0 == lowercased(bytes[$1]) }
        }
        if isFiller { found.append(word) }
      }
      guard !found.isEmpty else { return }
      let shields = passage.shields
      for word in found where !shields.hold(word) && !isPartOfWord(passage.bytes, word) {
        report(
          passage.source(word), "“\(passage.string(word))” fills a pause.",
          fixes: [removal(of: word, passage)])
      }
    })
}

private let words = Rule.Option(
  "words", .words(["um", "umm", "uh", "uhm", "uhh", "er", "erm", "ehm"]), "The sounds, in lower case.")

private func isPartOfWord(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
  let hyphen = UInt8(ascii: "-")
  return word.lowerBound > 0 && bytes[word.lowerBound - 1] == hyphen
    || word.upperBound < bytes.count && bytes[word.upperBound] == hyphen
}

/// Removes a word together with the mark behind it and one of the blanks beside it. If the word began a sentence, the
/// next word gets its capital letter.
private func removal(of word: Range<Int>, _ passage: Passage) -> Fix {
  let bytes = passage.bytes
  var (lower, upper) = (word.lowerBound, word.upperBound)
  let beginsSentence = isUpper(bytes[lower])
  upper += bytes[upper...].prefix { $0 == UInt8(ascii: ",") || beginsSentence && $0 == UInt8(ascii: ".") }.count
  if beginsSentence, bytes[upper...].starts(with: "…".utf8) { upper += 3 }
  if upper < bytes.count, bytes[upper] == 0x20 {
    upper += 1
  } else if lower > 0, bytes[lower - 1] == 0x20 {
    lower -= 1
  }
  guard beginsSentence, upper < bytes.count, isLower(bytes[upper]) else {
    return Fix("Remove it", passage.edit(lower..<upper, ""))
  }
  let capital = String(Unicode.Scalar(bytes[upper] & 0xDF))
  return Fix("Remove it", passage.edit(lower..<(upper + 1), capital))
}
