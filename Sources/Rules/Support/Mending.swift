import SourceText
import Transcript

/// The repairs of a value in which a fault lies.
struct Mending {
  private let reading: Reading
  private let block: Int
  private let fault: Range<Int>
  private let part: Part

  init(_ reading: Reading, _ block: Int, _ fault: Part) {
    self.reading = reading
    self.block = block
    self.fault = reading.range(of: fault, in: block)
    part = fault
  }

  /// The value, without its quotes.
  private var value: (range: Range<Int>, quoting: Quoting)? {
    // A format notes the faults of a value before the value itself.
    let value = reading.blocks.parts(of: block).drop { $0 != part }.first {
      ![.fault, .key, .comment].contains($0.kind)
    }
    return value.map { (reading.range(of: $0, in: block), $0.quoting) }
  }

  /// Puts the closing quote at the end of the value.
  var closing: [Fix] {
    guard let value else { return [] }
    let end = value.range.upperBound
    return [Fix("Close the quote", Edit(end..<end, reading.text.string(fault)))]
  }

  /// Removes an item that breaks off where the next one says the same and goes on: it was begun twice.
  var removingBrokenCopy: [Fix] {
    guard let value, value.range.count >= 40, block + 1 < reading.blocks.count,
      let words = reading.range(.words, of: block + 1), reading.episode.rows[block].start == nil,
      reading.text.bytes[words].starts(with: reading.text.bytes[value.range])
    else { return [] }
    return [Fix("Remove the copy that breaks off", Edit(reading.blocks.range(of: block), ""))]
  }

  /// Whether the faulty line is indented and the line above it ends with a quote: the rest of a value of which only the
  /// beginning was replaced.
  var followsClosedQuote: Bool {
    let bytes = reading.text.bytes
    guard fault.lowerBound > 0, bytes[fault.lowerBound - 1] == 0x20 else { return false }
    let last = bytes[..<fault.lowerBound].last { $0 > 0x20 }
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
  }

  /// Escapes the quotes inside the value, and closes it if it is open.
  var escapingQuotes: [Fix] {
    guard let value else { return [] }
    let mark = reading.text.bytes[value.range.lowerBound - 1]
    let isSingle = mark == UInt8(ascii: "'")
    var edits: [Edit] = []
    var index = value.range.lowerBound
    while index < value.range.upperBound {
      let next = index + 1 < value.range.upperBound ? reading.text.bytes[index + 1] : 0
      let byte = reading.text.bytes[index]
      if isSingle ? byte == mark && next == mark : byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == mark { edits.append(Edit(index..<index, isSingle ? "'" : "\\")) }
      index += 1
    }
    let end = value.range.upperBound
    let isClosed = end < reading.text.count && reading.text.bytes[end] == mark
    if !isClosed { edits.append(Edit(end..<end, [mark])) }
    return [Fix(isSingle ? "Double the quotes inside" : "Escape the quotes inside", edits: edits)]
  }

  /// Puts what the value lacks between single quotes with it: the fault is a word before it, or the value itself.
  var quotingFault: [Fix] {
    guard let value else { return [] }
    if value.quoting == .single || value.quoting == .double { return [] }
    let range = min(fault.lowerBound, value.range.lowerBound)..<max(fault.upperBound, value.range.upperBound)
    return [Fix("Put quotes around the value", Edit(range, Scalar.single(reading.text.string(range))))]
  }

  /// Puts the colon behind a key, or the blank behind its colon.
  var insertingColon: [Fix] {
    let end = fault.upperBound
    let next = end < reading.text.count ? reading.text.bytes[end] : 0
    if next == UInt8(ascii: ":") {
      return [Fix("Insert a blank behind the colon", Edit((end + 1)..<(end + 1), " "))]
    }
    return [Fix("Insert the colon", Edit(end..<end, next == 0x20 || next == 0x0A || next == 0x0D ? ":" : ": "))]
  }

  /// Puts the value between single quotes; before that the one quote that is missing where the other is there.
  var quoting: [Fix] {
    value.map { openingQuote + quotingThrough($0.range.upperBound) } ?? []
  }

  /// Puts a quote at the beginning of a value that has one only at its end.
  private var openingQuote: [Fix] {
    guard let value, value.quoting == .plain, let mark = reading.text.bytes[value.range].last else { return [] }
    let inside = reading.text.bytes[value.range].dropLast()
    switch mark {
    case UInt8(ascii: "'"):
      // Each quote inside must be doubled, or the value would end there.
      let isClosedEarly = inside.split(omittingEmptySubsequences: false) { $0 != mark }.contains { $0.count % 2 == 1 }
      if isClosedEarly { return [] }
    case UInt8(ascii: "\""): if inside.contains(mark) || inside.contains(UInt8(ascii: "\\")) { return [] }
    default: return []
    }
    return [Fix("Open the quote", Edit(value.range.lowerBound..<value.range.lowerBound, [mark]))]
  }

  /// Puts the value and what follows it as a comment between single quotes.
  var quotingTail: [Fix] {
    guard let value else { return [] }
    return quotingThrough(fault.upperBound).map {
      Fix($0.title, altering: [.tail(of: value.range, fault)], edits: $0.edits)
    }
  }

  /// Puts the value up to `end` between single quotes.
  func quotingThrough(_ end: Int) -> [Fix] {
    guard let value, value.range.lowerBound <= end else { return [] }
    let range = value.range.lowerBound..<end
    var edits = [Edit(range.lowerBound..<range.lowerBound, "'")]
    for index in range where reading.text.bytes[index] == UInt8(ascii: "'") {
      // A quote at the very beginning shares its place with the opening one.
      if index == range.lowerBound {
        edits[0].replacement += [UInt8(ascii: "'")]
      } else {
        edits.append(Edit(index..<index, "'"))
      }
    }
    edits.append(Edit(end..<end, "'"))
    return [Fix("Put quotes around the value", edits: edits)]
  }

  /// Indents with blanks as deep as the first key of the block.
  var indenting: [Fix] {
    guard let key = reading.range(.key, of: block) else { return [] }
    let line = reading.text.content(ofLine: reading.text.line(at: key.lowerBound))
    let column = max(2, key.lowerBound - line.lowerBound)
    let tabs =
      fault
      .lowerBound..<(reading.text.bytes[fault.lowerBound...].firstIndex { $0 != 0x09 && $0 != 0x20 } ?? fault.upperBound)
    let start = reading.text.content(ofLine: reading.text.line(at: fault.lowerBound)).lowerBound
    return [Fix("Indent with blanks", Edit(start..<tabs.upperBound, String(repeating: " ", count: column)))]
  }
}
