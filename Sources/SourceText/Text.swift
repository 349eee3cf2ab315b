/// A text as contiguous UTF-8 bytes, together with the places where its lines begin. It is edited in place.
///
/// A line ends at `\n`, `\r\n` or `\r`, and at nothing else (LSP 3.18, "Text Documents"; U+2028 is not an end of line).
/// Invalid UTF-8 is kept as it is. Only text that is shown has it replaced.
public struct Text: Sendable, Equatable {
  public private(set) var bytes: [UInt8]

  /// Where each line begins, in bytes. There is always a first line. The text behind the last line end counts as a
  /// line, even if it is empty.
  public private(set) var lineStarts: [Int]

  /// The known columns of long lines.
  private(set) var columnIndex = ColumnIndex()

  public init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    lineStarts = [0]
    lineStarts.reserveCapacity(bytes.count / 40)
    Self.appendLineStarts(of: bytes, in: bytes.indices, to: &lineStarts)
  }

  public init(_ string: String) {
    self.init(Array(string.utf8))
  }

  public static func == (a: Text, b: Text) -> Bool { a.bytes == b.bytes && a.lineStarts == b.lineStarts }

  /// The length in bytes.
  public var count: Int { bytes.count }

  public var lineCount: Int { lineStarts.count }

  /// Carries out `edit`; a range that reaches past the end is cut there.
  ///
  /// The only work that grows with the text is moving the bytes and line starts behind the edit.
  public mutating func apply(_ edit: Edit) {
    let range = edit.range.clamped(to: 0..<count)
    columnIndex = ColumnIndex()
    bytes.replaceSubrange(range, with: edit.replacement)

    // An edit can split or join a `\r\n`, so line ends are searched from one byte before the edit to one byte behind
    // it.
    let delta = edit.replacement.count - range.count
    let sought = max(0, range.lowerBound - 1)..<min(count, range.upperBound + delta + 1)
    let firstStale = lineStarts.partitioningIndex { $0 > sought.lowerBound }
    let firstKept = lineStarts.partitioningIndex { $0 + delta > sought.upperBound }
    var found: [Int] = []
    Self.appendLineStarts(of: bytes, in: sought, to: &found)
    if delta != 0 {
      for index in max(firstKept, firstStale)..<lineStarts.count { lineStarts[index] += delta }
    }
    lineStarts.replaceSubrange(firstStale..<max(firstKept, firstStale), with: found)
  }

  /// The byte order mark that some programs write at the beginning of a UTF-8 text. It is part of no line's content.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The line that holds the byte at `offset`; the last line for an offset at or past the end.
  public func line(at offset: Int) -> Int {
    lineStarts.partitioningIndex { $0 > offset } - 1
  }

  /// The same, searched from another line on; sooner for places that follow one another.
  func line(at offset: Int, from line: Int) -> Int {
    guard lineStarts[line] <= offset else { return self.line(at: offset) }
    var (low, step) = (line, 1)
    while low + step < lineStarts.count, lineStarts[low + step] <= offset {
      low += step
      step *= 2
    }
    return lineStarts[low..<min(lineStarts.count, low + step)].partitioningIndex { $0 > offset } - 1
  }

  /// A line with its end-of-line characters, in bytes.
  public func range(ofLine line: Int) -> Range<Int> {
    lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] : count)
  }

  /// A line without its end-of-line characters, in bytes.
  public func content(ofLine line: Int) -> Range<Int> {
    bytes.withoutLineEnd(range(ofLine: line))
  }

  /// The line ending at an offset, so that an added line ends like those around it; `\n` where the line has no end.
  public func lineEnding(at offset: Int) -> String {
    let line = line(at: offset)
    let ending = string(content(ofLine: line).upperBound..<range(ofLine: line).upperBound)
    return ending.isEmpty ? "\n" : ending
  }

  /// The bytes of a range as a string; invalid UTF-8 becomes U+FFFD.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<count)], as: UTF8.self)
  }

  /// Appends the offset behind each line ending that ends inside `range`.
  private static func appendLineStarts(of bytes: [UInt8], in range: Range<Int>, to starts: inout [Int]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        // Skips groups of eight bytes in which no byte is below a blank. Non-ASCII bytes do not stop this loop.
        while index + 8 <= range.upperBound {
          let eight = UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if (eight &- 0x2020_2020_2020_2020) & ~eight & 0x8080_8080_8080_8080 != 0 { break }
          index += 8
        }
        // The group at which the loop above stopped, or the rest of the range.
        let end = min(index + 8, range.upperBound)
        while index < end {
          let byte = bytes[index]
          index += 1
          if byte == UInt8(ascii: "\n") {
            starts.append(index)
          } else if byte == UInt8(ascii: "\r") {
            let joined = index < bytes.count && bytes[index] == UInt8(ascii: "\n")
            if !joined { starts.append(index) }
          }
        }
      }
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that satisfies `belongsBehind`. All elements that do must stand behind all that do
  /// not.
  @inlinable
  public func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The range of a line without the characters that end it.
  @inlinable
  public func withoutLineEnd(_ line: Range<Int>) -> Range<Int> {
    var end = line.upperBound
    if end > line.lowerBound, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > line.lowerBound, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return line.lowerBound..<end
  }
}
