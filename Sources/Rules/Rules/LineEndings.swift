import SourceText
import Transcript

extension Rule {
  /// There is one finding for all of them, since one program wrote them.
  static let lineEndings = Rule(
    "line-endings", .hint, fix: .safe,
    summary: "Some lines have other line ends than most lines of the file.",
    why: "Comparing two versions shows all lines as changed, and some programs join lines.",
    looks: .atDocument(.frame) { reading, report in
      guard reading.blocks.count(of: .segment) > 0 else { return }
      var counts = [0, 0, 0]
      var doubled = 0
      forEachEnding(reading.text) { range, ending in
        counts[ending.rawValue] += 1
        if range.count > 2 { doubled += 1 }
      }
      guard doubled > 0 || counts.count(where: { $0 > 0 }) > 1,
        let usual = Ending.allCases.max(by: { counts[$0.rawValue] < counts[$1.rawValue] })
      else { return }
      // The place of the finding is inside words.
      report.readWordsEverywhere()
      var others: [Range<Int>] = []
      forEachEnding(reading.text) { range, ending in
        if ending != usual || range.count > 2 { others.append(range) }
      }
      // A line end is invisible, so the finding marks the character before the first different one.
      let first = others.first { $0.lowerBound > 0 && reading.text.bytes[$0.lowerBound - 1] > 0x20 } ?? others[0]
      var start = first.lowerBound
      while start > 0, reading.text.bytes[start] & 0xC0 == 0x80 || start == first.lowerBound { start -= 1 }
      let text = Array(usual.text.utf8)
      let lines = others.count == 1 ? "One line ends" : "\(others.count) lines end"
      report(
        start..<max(first.lowerBound, start + 1),
        doubled == others.count
          ? "\(lines) with CR CR LF: a program made CR LF of the LF in CR LF."
          : "\(lines) in another way than the others (\(usual.name)).",
        fixes: [
          Fix("End all lines with \(usual.name)", altering: [], edits: others.map { Edit($0, text) })
        ])
    })
}

/// How a line ends.
private enum Ending: Int, CaseIterable {
  case lineFeed, both, carriageReturn

  var text: String { ["\n", "\r\n", "\r"][rawValue] }
  var name: String { ["LF", "CRLF", "CR"][rawValue] }
}

/// Calls `body` for each line end. CR CR LF is one line end without a blank line: a program wrote CR LF for the LF of a
/// CR LF.
private func forEachEnding(_ text: Text, _ body: (Range<Int>, Ending) -> Void) {
  text.bytes.withUnsafeBufferPointer { bytes in
    for start in text.lineStarts.dropFirst() {
      if bytes[start - 1] == UInt8(ascii: "\r") {
        let isDoubled = start + 1 < bytes.count && bytes[start] == UInt8(ascii: "\r") && bytes[start + 1] == 0x0A
        if !isDoubled { body((start - 1)..<start, .carriageReturn) }
      } else if start > 1, bytes[start - 2] == UInt8(ascii: "\r") {
        let isDoubled = start > 2 && bytes[start - 3] == UInt8(ascii: "\r")
        body((start - (isDoubled ? 3 : 2))..<start, .both)
      } else {
        body((start - 1)..<start, .lineFeed)
      }
    }
  }
}
