import SourceText

/// A text as the lines that diff and git see: they end at `\n` and nowhere else.
struct DiffLines {
  private let bytes: [UInt8]
  private var starts: [Int] = [0]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.last != bytes.count { starts.append(bytes.count) }
  }

  var count: Int { starts.count - 1 }
  var all: [ArraySlice<UInt8>] { (0..<count).map { self[$0] } }
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }
  func start(of line: Int) -> Int { starts[line] }

  /// The lines that an edit may change. One that removes the end of a line changes the next line, too.
  func lines(around range: Range<Int>) -> Range<Int> {
    let first = min(max(0, count - 1), starts.partitioningIndex { $0 > range.lowerBound } - 1)
    let last = min(max(0, count - 1), starts.partitioningIndex { $0 > range.upperBound } - 1)
    return count == 0 ? 0..<0 : first..<(last + 1)
  }
}
