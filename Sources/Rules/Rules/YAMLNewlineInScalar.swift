import SourceText
import Transcript

extension Rule {
  /// Reports a line break in spoken words, a label or a title: a blank line inside the quotes, or `\n`.
  ///
  /// Left alone: an ordinary line break in a value, which YAML reads as a blank, and a block behind `|`, whose line
  /// breaks are intended.
  static let yamlNewlineInScalar = Rule(
    "yaml-newline-in-scalar", .warning, fix: .safe,
    summary: "The words of a segment, a label or a title contain a line break.",
    why:
      "It came with pasted text: one paragraph becomes two on the page, and a label with a line break is another speaker.",
    looks: .atBlock { reading, block, report in
      for part in reading.blocks.parts(of: block)
      where part.quoting == .plain || part.quoting == .single || part.quoting == .double {
        guard part.kind == .words || part.kind == .speaker || part.kind == .title else { continue }
        // A first line with nothing but a time is the start of another turn, which another rule reports.
        lazy var isTurn = reading.opensWithTime(part, in: block)
        reading.forEachLineBreak(in: reading.range(of: part, in: block), part.quoting) { lineBreak in
          if isTurn { return }
          report(
            lineBreak.place, "There is a line break in this value.",
            fixes: [
              Fix(
                "Join the lines", altering: [.spacing(in: reading.range(of: part, in: block))],
                Edit(lineBreak.gap, reading.blank(for: lineBreak)))
            ])
        }
      }
    })
}

private struct LineBreak {
  /// All white space around it, in bytes of the text.
  var gap: Range<Int>
  /// The visible place of the finding: the word before the line break, or the escape `\n` itself.
  var place: Range<Int>
  var isAtEdge: Bool
  /// Whether it is written as `\n`.
  var isEscape: Bool
}

extension Reading {
  /// Calls `body` for each line break that the decoded scalar has.
  fileprivate func forEachLineBreak(in scalar: Range<Int>, _ quoting: Quoting, _ body: (LineBreak) -> Void) {
    var index = scalar.lowerBound
    while index < scalar.upperBound {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "\\"), quoting == .double {
        let isBreak = index + 1 < scalar.upperBound && text.bytes[index + 1] == UInt8(ascii: "n")
        guard isBreak else {
          index += 2
          continue
        }
      } else if byte != 0x0A && byte != 0x0D {
        index += 1
        continue
      }
      let gap = self.gap(around: index, in: scalar, quoting)
      if gap.breaks > 1 || !gap.escapes.isEmpty {
        let isAtEdge = gap.range.lowerBound == scalar.lowerBound || gap.range.upperBound == scalar.upperBound
        let place = gap.escapes.isEmpty ? word(beside: gap.range, in: scalar) : gap.escapes
        if !place.isEmpty {
          body(LineBreak(gap: gap.range, place: place, isAtEdge: isAtEdge, isEscape: !gap.escapes.isEmpty))
        }
      }
      index = max(index + 1, gap.range.upperBound)
    }
  }

  /// Whether the first line of a scalar that is not blank is a time. Only as many bytes are decoded as a time can have.
  fileprivate func opensWithTime(_ part: Part, in block: Int) -> Bool {
    let longest = 64
    let scalar = range(of: part, in: block)
    var start = scalar.lowerBound
    while start < scalar.upperBound {
      if text.bytes[start] <= 0x20 {
        start += 1
      } else if part.quoting == .double, text.bytes[start..<scalar.upperBound].starts(with: "\\n".utf8) {
        start += 2
      } else {
        break
      }
    }
    let source = start..<min(scalar.upperBound, start + longest)
    let opening = Scalar.decode(text.string(source), part.quoting)
    guard source.upperBound == scalar.upperBound || opening.contains(where: \.isNewline) else { return false }
    return StrayLabel(opening, isKnown: { _ in false }) != nil
  }

  /// The text that replaces a line break and that YAML reads as a blank. It is the last line end with the indent behind
  /// it, so that the lines keep their length.
  fileprivate func blank(for lineBreak: LineBreak) -> String {
    if lineBreak.isAtEdge { return "" }
    guard !lineBreak.isEscape, var start = text.bytes[lineBreak.gap].lastIndex(where: { $0 == 0x0A || $0 == 0x0D })
    else { return " " }
    if text.bytes[start] == 0x0A, start > lineBreak.gap.lowerBound, text.bytes[start - 1] == 0x0D { start -= 1 }
    return text.string(start..<lineBreak.gap.upperBound)
  }

  /// The white space around an offset, with the escapes `\n` in it.
  private func gap(
    around offset: Int, in scalar: Range<Int>, _ quoting: Quoting
  ) -> (range: Range<Int>, breaks: Int, escapes: Range<Int>) {
    var start = offset
    while start > scalar.lowerBound, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 { start -= 1 }
    var end = start
    var breaks = 0
    var escapes = 0..<0
    while end < scalar.upperBound {
      let byte = text.bytes[end]
      let next = end + 1 < scalar.upperBound ? text.bytes[end + 1] : 0
      if byte == UInt8(ascii: "\\"), quoting == .double, next == UInt8(ascii: "n") {
        escapes = (escapes.isEmpty ? end : escapes.lowerBound)..<(end + 2)
        end += 2
        continue
      }
      guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { break }
      if byte == 0x0A || byte == 0x0D && next != 0x0A { breaks += 1 }
      end += 1
    }
    return (start..<end, breaks, escapes)
  }

  /// The word before a gap, or if there is none, the word behind it.
  private func word(beside gap: Range<Int>, in scalar: Range<Int>) -> Range<Int> {
    let before = text.bytes[scalar.lowerBound..<gap.lowerBound]
    if !before.isEmpty { return (before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex)..<gap.lowerBound }
    let behind = text.bytes[gap.upperBound..<scalar.upperBound]
    return gap.upperBound..<(behind.firstIndex { $0 <= 0x20 } ?? behind.endIndex)
  }
}
