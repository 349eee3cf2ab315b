import SourceText
import Transcript

extension Rule {
  /// Left alone: a mark that begins a word (` .NET`, ` ...`, ` :)`), three dots with blanks between them, and blanks before
  /// `?`, `!`, `:` and `;` in a file that has them before most of these marks, as French does.
  static let spaceBeforePunctuation = Rule(
    "space-before-punctuation", .hint, fix: .safe,
    summary: "A blank stands before a comma or another mark.",
    why: "The mark may slip to the beginning of a line, and often a word is missing before it.",
    options: [marks],
    looks: .atPassage(.blankBeforeMark) { passage, report in
      reportBlanks(before: lowMarks, in: passage, &report)
      reportBeginning(of: passage, &report)
    },
    .atDocument(.signs(.blankBeforeMark)) { reading, report in
      let blocks = reading.blocksWithSpacedMarks
      guard !blocks.isEmpty else { return }
      // Whether the file has French spacing depends on all of its words.
      report.readWordsEverywhere()
      guard !HighMarks(reading).areFrench else { return }
      var passage = Passage(reading)
      for block in blocks {
        passage.forEach(of: block) { reportBlanks(before: HighMarks.all, in: $0, &report) }
      }
    })
}

private let candidates = ByteSet(",.?!;:")
private let lowMarks = ByteSet(",.")

private func reportBlanks(before wanted: ByteSet, in passage: Passage, _ report: inout Report) {
  let bytes = passage.bytes
  let shields = passage.shields
  for index in bytes.indices.dropFirst() where isBlank(bytes[index - 1]) && wanted.contains(bytes[index]) {
    var start = index - 1
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    let isSmiley = ByteSet(":;").contains(bytes[index]) && index + 1 < bytes.count && bytes[index + 1] > 0x20
    guard start > 0, bytes[start - 1] > 0x20, endsThere(bytes, index + 1), !isSmiley else { continue }
    let mark = String(Unicode.Scalar(bytes[index]))
    // If a mark stands twice, the second is reported.
    if isRepeated(bytes, index) || isEllipsis(bytes, start - 1, index) { continue }
    if shields.hold(start..<(index + 1)) || !report.words(marks).contains(mark) { continue }
    // If two marks have a blank between them, either a mark is wrong or a word is missing, and only a person can tell
    // which.
    let followsMark = candidates.contains(bytes[start - 1])
    // In “The , right?” the noun behind “the” is missing. Without the blank, this would no longer be noticed.
    if endsInArticle(bytes[..<start]) {
      report(
        passage.source(start..<(index + 1)), "A word is missing before “\(mark)”.",
        fixes: [Fix("Remove the blank", passage.edit(start..<index, ""))])
      continue
    }
    // In “Then git add . and” the mark is what was said.
    let goesOn = bytes[(index + 1)...].first { !isBlank($0) }.map { (0x61...0x7A).contains($0) } ?? false
    if bytes[index] == UInt8(ascii: "."), goesOn, !followsMark {
      report(
        passage.source(start..<(index + 1)), "There is a blank before “.”, and the sentence goes on.",
        fixes: [Fix("Remove the blank", passage.edit(start..<index, ""))])
      continue
    }
    report(
      passage.source(start..<(index + 1)),
      followsMark ? "There are two marks and nothing between them." : "There is a blank before “\(mark)”.",
      fixes: followsMark
        ? [bytes[start - 1] == bytes[index] ? Fix("Remove the second", passage.edit(start..<(index + 1), "")) : nil]
        : [passage.fix("Remove the blank", start..<index, "", altering: .blanks)])
  }
}

/// Reports a mark right behind the label, where a word is missing as well.
private func reportBeginning(of passage: Passage, _ report: inout Report) {
  let bytes = passage.bytes
  guard passage.isWhole, !passage.isTitle, let mark = bytes.first, lowMarks.contains(mark), endsThere(bytes, 1),
    !isRepeated(bytes, 0), report.words(marks).contains(String(Unicode.Scalar(mark)))
  else { return }
  let rest = bytes.dropFirst().drop { $0 <= 0x20 }
  report(
    passage.source(0..<1), "The words begin with “\(String(Unicode.Scalar(mark)))”.",
    fixes: [rest.isEmpty ? nil : Fix("Remove it", passage.edit(0..<rest.startIndex, ""))])
}

private let marks = Rule.Option(
  "marks", .words([",", ".", "?", "!", ";", ":"]), "The marks that must not have a blank before them.")

/// Whether the last word is one that must be followed by another word.
private func endsInArticle(_ bytes: ArraySlice<UInt8>) -> Bool {
  // One byte more than the longest of these words.
  let letters = bytes.suffix(6)
  let start = letters.lastIndex { !isLetter($0) }.map { $0 + 1 } ?? letters.startIndex
  let word = letters[start...]
  return articles.contains { article in
    article.count == word.count && zip(word, article).allSatisfy { $0 | 0x20 == $1 }
  }
}

private let articles = ["a", "an", "the", "my", "your", "our", "their"].map { Array($0.utf8) }

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// Whether nothing but a blank, a quotation mark or a bracket follows the mark that ends at `index`.
private func endsThere(_ bytes: [UInt8], _ index: Int) -> Bool {
  index == bytes.count || bytes[index] <= 0x20 || ByteSet("\"')]*").contains(bytes[index]) || bytes[index] == 0xE2
}

/// Whether the same mark follows behind blanks, as in `. . .`
private func isRepeated(_ bytes: [UInt8], _ index: Int) -> Bool {
  bytes[(index + 1)...].first { !isBlank($0) } == bytes[index]
}

/// Whether the second of two equal marks is the last of at least three, as in `. . .`
private func isEllipsis(_ bytes: [UInt8], _ first: Int, _ second: Int) -> Bool {
  bytes[first] == bytes[second] && bytes[..<first].last { !isBlank($0) } == bytes[first]
}
