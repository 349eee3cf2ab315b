import SourceText
import Transcript

extension Rule {
  /// Left alone: words that are doubled on purpose or by grammar (`very very`, `that that`), words said three times and
  /// more, names (`Duran Duran`), numbers, and parts of a compound (`step-by-step by step`).
  static let repeatedWord = Rule(
    "repeated-word", .hint, fix: .offered,
    summary: "The same word stands twice in a row.",
    why: "Nobody meant to say it twice; readers stumble over it.",
    options: [allow],
    looks: .atPassage(.text) { passage, report in
      var previous = 0..<0
      var pairs = LonePairs()
      var drawn: [(first: Range<Int>, second: Range<Int>)] = []
      passage.forEachWord { word, bytes in
        let last = previous
        previous = word
        if word.count > last.count, draws(bytes, last, in: word) { drawn.append((last, word)) }
        guard word.count == last.count, bytes[word.lowerBound] | 0x20 == bytes[last.lowerBound] | 0x20,
          isSame(bytes, last, word), isApart(bytes, last.upperBound..<word.lowerBound)
        else { return }
        pairs.append(last.lowerBound..<word.upperBound)
      }
      let found = pairs.all
      guard !found.isEmpty || !drawn.isEmpty else { return }
      let shields = passage.shields
      let allowed = Set(report.words(allow))
      for pair in found where !shields.hold(pair) {
        let word = passage.bytes[pair.lowerBound...].prefix { $0 > 0x20 }
        guard isSlip(passage, pair, word), !allowed.contains(String(decoding: word, as: UTF8.self)) else {
          continue
        }
        let text = String(decoding: word, as: UTF8.self)
        report(
          passage.source(pair), "“\(text)” stands here twice.",
          fixes: [Fix("Remove the second", passage.edit((pair.lowerBound + word.count)..<pair.upperBound, ""))])
      }
      for pair in drawn where !shields.hold(pair.first.lowerBound..<pair.second.upperBound) {
        let word = passage.string(pair.first)
        let second = pair.second.lowerBound
        // If the removed word began a sentence, the next one gets its capital letter.
        report(
          passage.source(pair.first.lowerBound..<pair.second.upperBound), "“\(word)” stands here twice.",
          fixes: [
            Fix("Remove the first", passage.edit(pair.first.lowerBound..<(second + 1), String(word.prefix(1))))
          ])
      }
    })
}

private let allow = Rule.Option(
  "allow", .words([]), "More words that may occur twice in a row, spelled as in the text.")

/// Pairs of the same word. Three in a row are left out as emphasis, and a text may have half a million of those.
private struct LonePairs {
  private var passed: [Range<Int>] = []
  /// The last pair, and whether it shares a word with the one before.
  private var last: (pair: Range<Int>, isChained: Bool)?

  /// - Parameter pair: must stand behind all others, but may share its first word with the last one.
  mutating func append(_ pair: Range<Int>) {
    let isChained = last.map { $0.pair.upperBound > pair.lowerBound } ?? false
    if let last, !last.isChained, !isChained { passed.append(last.pair) }
    last = (pair, isChained)
  }

  var all: [Range<Int>] {
    guard let last, !last.isChained else { return passed }
    return passed + [last.pair]
  }
}

private func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
  zip(a, b).allSatisfy { lowercased(bytes[$0]) == lowercased(bytes[$1]) }
}

/// Whether nothing but blanks stands between two words.
private func isApart(_ bytes: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>) -> Bool {
  !gap.isEmpty && gap.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x0A || bytes[$0] == 0x0D }
}

/// Whether the second word is the first one contracted with a verb: `it it's`.
private func draws(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, in second: Range<Int>) -> Bool {
  let next = second.lowerBound + first.count
  guard bytes[next] == UInt8(ascii: "'") || bytes[next] == 0xE2, !first.isEmpty, first.count <= 5,
    isSame(bytes, first, second.lowerBound..<next), isApart(bytes, first.upperBound..<second.lowerBound)
  else { return false }
  return contracted.contains(String(decoding: bytes[first].map(lowercased), as: UTF8.self))
}

/// Pronouns that do not end a clause. In “if you need it it's there” only a comma is missing.
private let contracted: Set<String> = ["i", "we", "they", "he", "she", "there"]

private func isSlip(_ passage: Passage, _ pair: Range<Int>, _ word: ArraySlice<UInt8>) -> Bool {
  let bytes = passage.bytes
  guard word.allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "'") || $0 >= 0x80 }) else { return false }
  if pair.lowerBound > 0, compound.contains(bytes[pair.lowerBound - 1]) { return false }
  if pair.upperBound < bytes.count, compound.contains(bytes[pair.upperBound]) { return false }
  let folded = String(decoding: word.map(lowercased), as: UTF8.self)
  let isName =
    isUpper(word.first ?? 0) && isUpper(bytes[pair.upperBound - word.count]) && folded != "i" && !folded.hasPrefix("i'")
  return !isName && !doubled.contains(folded)
}

private let compound = ByteSet("-/_.@#$&+'")

/// Words that are repeated in grammar, for emphasis or as laughter.
private let doubled: Set<String> = [
  "again", "bang", "big", "bla", "blah", "boom", "bye", "chop", "click", "come", "dash", "ding", "do", "dot", "far",
  "go",
  "good", "guys", "ha", "had", "haha", "he", "hear", "hello", "hey", "hi", "hmm", "ho", "home", "is", "just", "knock",
  "like",
  "long", "lots", "many", "maybe", "mhm", "mm", "more", "much", "never", "no", "now", "oh", "ok", "okay", "old", "one",
  "own", "please", "plus", "pretty", "quite", "rah", "really", "right", "roll", "same", "slash", "slowly", "so",
  "still",
  "stop", "such", "super", "sure", "ta", "thank", "thanks", "that", "tick", "too", "uh", "um", "underscore", "very",
  "wait",
  "way", "well", "whoa", "woo", "wow", "ya", "yada", "yay", "yeah", "yep", "yes", "you",
]
