import SourceText
import Transcript

private let plainInFlow = ByteSet(":#,[]{}")
private let afterColonInFlow = ByteSet(",?[]{}")
private let escapes = ByteSet("0abt\tnvfre \"/\\N_LP")

/// Scalars in every style (YAML 1.2.2, chapters 7 and 8).
extension YAMLReader {
  // MARK: - Plain

  mutating func readPlain() -> Event {
    let start = nodeStart()
    let begin = index
    var end = index
    // A line of the scalar stands further in than the collection it is in.
    let column = isInFlow ? 0 : indent + 1
    while true {
      if let event = scanPlainLine(&end, from: column) { return event }
      guard index >= line.upperBound, goOnPlain(from: column) else { break }
    }
    allowsKey = false
    return finish(begin..<end, .plain, from: begin..<end, start)
  }

  /// Goes on to the end of the line or of the scalar; `end` is moved behind the last character of it.
  private mutating func scanPlainLine(_ end: inout Int, from column: Int) -> Event? {
    let isInFlow = isInFlow
    while true {
      let stop =
        isInFlow
        ? lines.first(in: index..<line.upperBound) { plainInFlow.contains($0) || $0 >= 0x80 }
        : lines.first(UInt8(ascii: ":"), UInt8(ascii: "#"), in: index..<line.upperBound)
      let begin = index
      index = stop ?? line.upperBound
      end = lastCharacter(in: begin..<index).map { $0 + 1 } ?? end
      guard stop != nil else { return nil }
      switch lines[index] {
      case UInt8(ascii: "#"):
        if index > line.lowerBound, lines.isSpace(lines[index - 1]) { return nil }
      case UInt8(ascii: ":"):
        if isBlankOrEnd(index + 1) { return nil }
        if isInFlow, afterColonInFlow.contains(lines[index + 1]) { return fail(.colon, index..<(index + 1)) }
      case 0x80...:
        guard lineSeparator(at: index) > 0 else {
          index =
            lines.first(in: index..<line.upperBound, where: { $0 < 0x80 || $0 == 0xC2 || $0 == 0xE2 })
            ?? line.upperBound
          if index < line.upperBound, lines[index] >= 0x80, lineSeparator(at: index) == 0 { index += 1 }
          end = index
          continue
        }
        guard goOnBehindSeparators(from: column) else { return nil }
        continue
      default: return nil
      }
      index += 1
      end = index
    }
  }

  private func lastCharacter(in range: Range<Int>) -> Int? {
    var last = range.upperBound - 1
    while last >= range.lowerBound, lines.isSpace(lines[last]) { last -= 1 }
    return last >= range.lowerBound ? last : nil
  }

  /// Goes on behind line separators of Unicode, where the scalar does.
  private mutating func goOnBehindSeparators(from column: Int) -> Bool {
    var next = index
    var start = lineStart
    while next < line.upperBound {
      let width = lineSeparator(at: next)
      guard width > 0 || lines[next] == UInt8(ascii: " ") else { break }
      next += max(1, width)
      if width > 0 { start = next }
    }
    guard next == line.upperBound || next - start >= column && lines[next] != UInt8(ascii: "#") else { return false }
    (index, lineStart) = (next, start)
    return true
  }

  /// Takes the blank lines that follow, and the next line if the scalar goes on there.
  private mutating func goOnPlain(from column: Int) -> Bool {
    while let next = lines.peek() {
      let indent = lines.indent(of: next)
      // Text stands too far left, or a tab, which cannot indent the line: the next token will stumble over it.
      if indent < column, indent < next.count { return false }
      let text = lines.first(in: next.dropFirst(indent)) { !lines.isSpace($0) }
      if let text {
        if lines.isDocumentMark(next) || lines[text] == UInt8(ascii: "#") { return false }
        if isInFlow { return takeLineInside() }
      }
      lines.next()
      begin(next)
      index = text ?? next.upperBound
      if text != nil { return true }
    }
    return false
  }

  // MARK: - Quoted

  mutating func readQuoted(_ mark: UInt8) -> Event {
    let start = nodeStart()
    let open = index
    openQuote = open
    index += 1
    while true {
      while let stop = lines.first(mark, UInt8(ascii: "\\"), in: index..<line.upperBound) {
        index = stop
        let byte = lines[index]
        if byte == mark {
          let isDoubled = mark == UInt8(ascii: "'") && index + 1 < line.upperBound && lines[index + 1] == mark
          if !isDoubled { return finishQuoted(open, mark, start) }
          index += 2
        } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
          guard let width = escapeWidth() else {
            return fail(.badEscape, index..<min(index + 2, line.upperBound))
          }
          index += width
        } else {
          let width = byte == UInt8(ascii: "\\") ? 0 : lineSeparator(at: index)
          if width > 0 { lineStart = index + width }
          index += 1
        }
      }
      guard takeLineInside() else { return fail(.quoteNotClosed, open..<(open + 1)) }
    }
  }

  private mutating func finishQuoted(_ open: Int, _ mark: UInt8, _ start: YAMLStart) -> Event {
    let close = index
    index += 1
    allowsKey = false
    return finish((open + 1)..<close, mark == UInt8(ascii: "'") ? .single : .double, from: open..<index, start)
  }

  /// How many bytes an escape has (YAML 1.2.2, 5.7); nil where it is none.
  private func escapeWidth() -> Int? {
    // An escaped end of line joins two lines.
    guard index + 1 < line.upperBound else { return 1 }
    let digits: Int
    switch lines[index + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case let byte where escapes.contains(byte): return 2
    default: return lineSeparator(at: index + 1) > 0 ? 1 : nil
    }
    guard index + 2 + digits <= line.upperBound else { return nil }
    var value: UInt32 = 0
    for offset in (index + 2)..<(index + 2 + digits) {
      guard let digit = hexDigit(lines[offset]) else { return nil }
      value = value << 4 | digit
    }
    return Unicode.Scalar(value) == nil ? nil : 2 + digits
  }

  private func hexDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  // MARK: - Block scalars

  mutating func readBlockScalar() -> Event {
    let begin = index
    let header = begin..<(index + 1)
    if let start = properties?.start, start.line == lineStart, start.mustBeKey { return fail(.noColon, header) }
    index += 1
    var width = 0
    for _ in 0..<2 {
      guard index < line.upperBound else { break }
      switch lines[index] {
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        // The sign may stand before the digit or behind it, once.
        if index > begin + 1, width == 0 { continue }
        index += 1
      case 0x31...0x39 where width == 0:
        width = Int(lines[index] - 0x30)
        index += 1
      default: break
      }
    }
    skipBlanks()
    if index < line.upperBound, lines[index] == UInt8(ascii: "#") { _ = takeComment() }
    guard index == line.upperBound else { return fail(.badHeader, header) }
    var end = lines.trimmed(begin..<line.upperBound).upperBound
    if let tab = takeBlockLines(width: width, &end) { return fail(.tab, tab) }
    if !separator.isEmpty, separator.lowerBound > begin { return fail(.lineSeparator, separator) }
    index = line.upperBound
    allowsKey = true
    guard levels[levels.count - 1].takesNode else { return fail(.unexpected, header) }
    return finishBlock(begin..<end)
  }

  /// Takes the lines of a block scalar; returns a tab that stands in their margin.
  private mutating func takeBlockLines(width: Int, _ end: inout Int) -> Range<Int>? {
    var margin = width > 0 ? max(0, indent) + width : 0
    var deepest = 0
    while let next = lines.peek() {
      let blanks = lines.indent(of: next)
      let isTab = blanks < next.count && lines[next.lowerBound + blanks] == UInt8(ascii: "\t")
      if isTab, margin == 0 || blanks < margin {
        return (next.lowerBound + blanks)..<(next.lowerBound + blanks + 1)
      }
      deepest = max(deepest, blanks)
      if blanks < next.count {
        // The first line that is not blank decides how far in the text stands.
        if margin == 0 { margin = max(deepest, indent + 1, 1) }
        if blanks < margin || lines.isFence(next) { return nil }
        end = lines.trimmed(next).upperBound
      }
      lines.next()
      begin(next)
      if !staysInBlock(margin) { return nil }
    }
    return nil
  }

  /// Whether what stands behind a line separator of Unicode is part of the block scalar, too.
  private mutating func staysInBlock(_ margin: Int) -> Bool {
    var offset = line.lowerBound
    while offset < line.upperBound {
      let width = lineSeparator(at: offset)
      offset += max(1, width)
      guard width > 0 else { continue }
      let blanks = (offset..<line.upperBound).prefix { lines[$0] == UInt8(ascii: " ") }.count
      if blanks < margin, offset + blanks < line.upperBound, lineSeparator(at: offset + blanks) == 0 {
        separator = (offset - width)..<offset
        return false
      }
    }
    return true
  }
}
