import SourceText
import Transcript

extension Rule {
  /// A bracket that points the wrong way leaves two brackets without a partner: itself and the one that it should have
  /// matched. This is reported as one mistake. The partner may stand in another paragraph of the turn. Left alone:
  /// smileys, list marks (`a)`, `1)`), half-open intervals, code and links; and captions, whose lines belong together in a
  /// way that nobody has written down.
  static let unbalancedBracket = Rule(
    "unbalanced-bracket", .warning, fix: .offered,
    summary: "A bracket has no partner in its segment.",
    why:
      "A bracket that is never closed turns the rest of the text into a note, and notes such as [laughs] are no longer found.",
    looks: .atPassage(.bracket) { passage, report in
      guard passage.isWhole else { return }
      let bytes = passage.bytes
      var open: [Int] = []
      var unopened: [Int] = []
      var crossed: [(open: Int, close: Int)] = []
      var turned: [Int] = []
      var lastBlank = -1
      for index in bytes.indices {
        let byte = bytes[index]
        switch byte {
        case 0x20: lastBlank = index
        case UInt8(ascii: "("), UInt8(ascii: "["):
          if isSmiley(bytes, index) { continue }
          if let last = open.last, bytes[last] == byte, isTurned(bytes, index) {
            open.removeLast()
            turned.append(index)
          } else {
            open.append(index)
          }
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
          if open.isEmpty, isSmiley(bytes, index) || isListMark(bytes, index) { continue }
          guard let last = open.last else {
            unopened.append(index)
            continue
          }
          if isSmiley(bytes, index), lastBlank < last { continue }
          open.removeLast()
          let isPair = bytes[last] == (byte == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "["))
          if !isPair, !isInterval(bytes[(last + 1)..<index]) { crossed.append((last, index)) }
        default: break
        }
      }
      guard !open.isEmpty || !unopened.isEmpty || !crossed.isEmpty || !turned.isEmpty else { return }
      let shields = passage.shields
      func places(_ marks: [Int]) -> [Range<Int>] {
        marks.map { $0..<($0 + 1) }.filter { !shields.hold($0) }.map(passage.source)
      }
      func say(_ index: Int, _ message: @autoclosure () -> Message, instead: String) {
        let range = index..<(index + 1)
        if shields.hold(range) { return }
        report(
          passage.source(range), message(), fixes: [Fix("Change to \(instead)", passage.edit(range, instead))])
      }
      for pair in crossed {
        let instead = bytes[pair.open] == UInt8(ascii: "(") ? ")" : "]"
        say(pair.close, "This closes a bracket of another kind.", instead: instead)
      }
      for index in turned {
        let instead = bytes[index] == UInt8(ascii: "(") ? ")" : "]"
        say(index, "This bracket opens where one should close.", instead: instead)
      }
      report.keep(LooseMarks(opening: places(open), closing: places(unopened)), in: passage, otherwise: reportLoose)
    },
    .atTurns { marks, reading, report in
      var open: [Range<Int>] = []
      var unopened: [Range<Int>] = []
      for marks in marks {
        for mark in marks.closing {
          let isRound = reading.text.bytes[mark.lowerBound] == UInt8(ascii: ")")
          let isOpenRound = open.last.map { reading.text.bytes[$0.lowerBound] == UInt8(ascii: "(") }
          if isRound == isOpenRound { open.removeLast() } else { unopened.append(mark) }
        }
        open += marks.opening
      }
      reportLoose(LooseMarks(opening: open, closing: unopened), &report)
    })
}

private func reportLoose(_ marks: LooseMarks, _ report: inout Report) {
  for mark in marks.closing { report(mark, "This bracket is closed but never opened.") }
  for mark in marks.opening { report(mark, "This bracket is never closed.") }
}

/// Whether an opening bracket stands at the end of a word, where only a closing one makes sense.
private func isTurned(_ bytes: [UInt8], _ index: Int) -> Bool {
  index > 0 && isLetter(bytes[index - 1]) && (index + 1 == bytes.count || ByteSet(" ,.;?!").contains(bytes[index + 1]))
}

/// `:)`, `;-)`, `:(`.
private func isSmiley(_ bytes: [UInt8], _ index: Int) -> Bool {
  guard index > 0 else { return false }
  let before = bytes[index - 1]
  if before == UInt8(ascii: "-") || before == UInt8(ascii: "'") { return index > 1 && eyes.contains(bytes[index - 2]) }
  return eyes.contains(before)
}

private let eyes = ByteSet(":;=")

/// Whether a letter or a number of up to two digits stands before the bracket, with a blank before it.
private func isListMark(_ bytes: [UInt8], _ index: Int) -> Bool {
  let mark = bytes[..<index].reversed().prefix { isAlphanumeric($0) }
  guard mark.count == 1 || mark.count == 2 && mark.allSatisfy(isDigit) else { return false }
  let start = index - mark.count
  return start == 0 || bytes[start - 1] <= 0x20 || bytes[start - 1] == UInt8(ascii: "*")
}

/// `[0, 1)`: numbers and a comma.
private func isInterval(_ content: ArraySlice<UInt8>) -> Bool {
  content.count <= 16 && content.contains(UInt8(ascii: ",")) && content.contains(where: isDigit)
}
