import SourceText
import Transcript

extension Rule {
  /// Left alone: words that are doubled on purpose or by grammar (`very very`, `that that`, `log in in Oslo`), words said
  /// three times and more for emphasis, names (`Duran Duran`), numbers, and parts of a compound (`step-by-step by step`).
  static let repeatedWord = Rule(
    "repeated-word", .hint, fix: .offered,
    summary: "The same word stands twice in a row.",
    why: "Nobody meant to say it twice; readers stumble over it.",
    options: [allow],
    looks: .atPassage(.text) { passage, report in
      var search = RunSearch()
      passage.forEachWord { word, bytes in search.read(word, bytes) }
      let found = search.all
      guard !found.isEmpty else { return }
      let shields = passage.shields
      let allowed = Set(report.words(allow))
      for (run, contracted) in found where !shields.hold(run.range.lowerBound..<(contracted ?? run.range).upperBound) {
        guard isApartFromCompounds(run, contracted, passage.bytes) else { continue }
        if let contracted, contractions.contains(passage.string(run.first).lowercased()) {
          let second = contracted.lowerBound
          // If the removed word began a sentence, the next one gets its capital letter.
          let capital = String(passage.string(run.first).prefix(1))
          report(
            passage.source(run.range.lowerBound..<contracted.upperBound),
            message(passage.string(run.first), run.count + 1),
            fixes: [
              Fix("Remove the first", passage.edit(run.range.lowerBound..<(second + 1), capital))
            ])
        } else if run.count > 1, Doubling(run, in: passage).isSlip, !allowed.contains(passage.string(run.first)) {
          report(
            passage.source(run.range), message(passage.string(run.first), run.count),
            fixes: [removal(of: run, from: passage)])
        }
      }
    })
}

private let allow = Rule.Option(
  "allow", .words([]), "More words that may occur twice in a row, spelled as in the text.")

private func message(_ word: String, _ count: Int) -> Message {
  "“\(word)” stands here \(count == 2 ? "twice" : count == 3 ? "three times" : "\(count) times")."
}

/// Finds words that stand several times in a row. A text may have half a million of the same word, which are one run.
private struct RunSearch {
  /// The runs, each with the word behind it if that is the same one contracted with a verb: `it it's`.
  private var passed: [(run: WordRun, contracted: Range<Int>?)] = []
  private var open: WordRun?
  private var previous = 0..<0
  private var earlier = 0..<0

  mutating func read(_ word: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    let last = previous
    defer { (earlier, previous) = (last, word) }
    if word.count == last.count, bytes[word.lowerBound] | 0x20 == bytes[last.lowerBound] | 0x20,
      isSame(bytes, last, word), isApart(bytes, last.upperBound..<word.lowerBound)
    {
      var run = open ?? WordRun(range: last, count: 1, wordLength: word.count, before: neighbour(earlier, last, bytes))
      run.range = run.range.lowerBound..<word.upperBound
      run.count += 1
      open = run
      return
    }
    if var run = open {
      open = nil
      run.behind = neighbour(last, word, bytes) == nil ? nil : word
      let isContracted = contracts(bytes, last, in: word)
      passed.append((run, isContracted ? word : nil))
    } else if word.count > last.count, contracts(bytes, last, in: word) {
      passed.append((WordRun(range: last, count: 1, wordLength: last.count), word))
    }
  }

  /// A word, if only blanks stand between it and the next one.
  private func neighbour(_ word: Range<Int>, _ next: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    !word.isEmpty && isApart(bytes, word.upperBound..<next.lowerBound) ? word : nil
  }

  var all: [(run: WordRun, contracted: Range<Int>?)] {
    open.map { passed + [($0, nil)] } ?? passed
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
private func contracts(_ bytes: UnsafeBufferPointer<UInt8>, _ first: Range<Int>, in second: Range<Int>) -> Bool {
  let next = second.lowerBound + first.count
  guard !first.isEmpty, first.count <= 5, second.count > first.count,
    bytes[next] == UInt8(ascii: "'") || bytes[next] == 0xE2
  else { return false }
  return isSame(bytes, first, second.lowerBound..<next) && isApart(bytes, first.upperBound..<second.lowerBound)
}

/// Pronouns that do not end a clause. In “if you need it it's there” only a comma is missing.
private let contractions: Set<String> = ["i", "we", "they", "he", "she", "there"]

/// Whether all of it are words, and none is a part of something longer.
private func isApartFromCompounds(_ run: WordRun, _ contracted: Range<Int>?, _ bytes: [UInt8]) -> Bool {
  guard bytes[run.first].allSatisfy({ isLetter($0) || $0 == UInt8(ascii: "'") || $0 >= 0x80 }) else { return false }
  let end = (contracted ?? run.range).upperBound
  return !(run.range.lowerBound > 0 && compound.contains(bytes[run.range.lowerBound - 1]))
    && !(end < bytes.count && compound.contains(bytes[end]))
}

private let compound = ByteSet("-/_.@#$&+'")

/// Removes all words of a run but one. Each line ends where it did, so that no two lines are joined.
private func removal(of run: WordRun, from passage: Passage) -> Fix? {
  let title = run.count == 2 ? "Remove the second" : "Remove all but one"
  let lines = passage.lines(of: run.range)
  let bytes = passage.bytes
  let (start, end) = (run.range.lowerBound, run.range.upperBound)
  func removing(_ ranges: [Range<Int>]) -> Fix? {
    let edits = ranges.filter { !$0.isEmpty }.map { passage.edit($0, "") }
    // A value that gets quotes is written as a whole for each of them.
    let isApart = zip(edits, edits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
    return isApart ? Fix(title, edits: edits) : nil
  }
  guard lines.count > 1 else { return removing([run.first.upperBound..<end]) }
  if end < bytes.count, bytes[end] <= 0x20 {
    // The words on the further lines go, each with the blank behind it.
    let rest = run.first.upperBound..<lines[0].upperBound
    return removing([rest] + lines.dropFirst().map { $0.lowerBound..<($0.upperBound + 1) })
  }
  guard start > 0, bytes[start - 1] <= 0x20 else { return nil }
  // A mark stands behind the last word, so that this one stays.
  let rest = lines[lines.count - 1].lowerBound..<run.last.lowerBound
  return removing(lines.dropLast().map { ($0.lowerBound - 1)..<$0.upperBound } + [rest])
}
