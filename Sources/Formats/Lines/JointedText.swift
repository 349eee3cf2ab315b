import SourceText
import Transcript

/// What is said, in pieces that no end of line may divide, and the joints between them.
///
/// A line ends at a single blank, and only before a letter or a quotation mark: anything else at the beginning of a line may
/// be the mark of a list, of a quotation or of a segment.
struct JointedText {
  var joints: [LineJoint] = []
  /// How many columns each piece takes: one more than joints.
  private(set) var widths: [Int] = []
  /// Each piece as it is read.
  private(set) var pieces: [String] = []

  /// - Parameters:
  ///   - range: where the text stands, in bytes.
  ///   - whole: stretches that must not be divided.
  init(_ text: Text, _ range: Range<Int>, _ quoting: Quoting, whole: [Range<Int>] = []) {
    let decoded = DecodedText(text, range, quoting)
    var start = 0
    var shields = whole[...]
    for index in decoded.bytes.indices {
      guard let source = decoded.joint(at: index) else { continue }
      while let first = shields.first, first.upperBound <= source.range.lowerBound { shields.removeFirst() }
      if let first = shields.first, first.lowerBound < source.range.upperBound { continue }
      joints.append(
        LineJoint(
          range: source.range, isLineEnd: source.isLineEnd,
          mayEndLine: source.isLineEnd || decoded.mayBeginLine(index + 1, quoting),
          mayBeBlank: !source.isLineEnd || !decoded.mustBeginLine(index + 1, quoting, text.bytes[source.range])))
      append(decoded.bytes[start..<index])
      start = index + 1
    }
    append(decoded.bytes[start...])
  }

  private mutating func append(_ piece: ArraySlice<UInt8>) {
    widths.append(displayWidth(of: piece))
    pieces.append(String(decoding: piece, as: UTF8.self))
  }

  // MARK: - Lines

  /// The joints at which lines end where all stands on as few lines as it can.
  var joined: [Int] { joints.indices.filter { !joints[$0].mayBeBlank } }

  /// The joints at which lines end that are no wider than a number of columns, unless a piece is.
  ///
  /// - Parameter column: at which the first line begins.
  func filled(width: Int, from column: Int) -> [Int] {
    var ends: [Int] = []
    var column = column + (widths.first ?? 0)
    // The last joint of this line at which it may end, and the column behind it.
    var candidate: (joint: Int, column: Int)?
    for (index, joint) in joints.enumerated() {
      let wider = column + 1 + widths[index + 1]
      if joint.mayEndLine { candidate = (index, column + 1) }
      if !joint.mayBeBlank {
        ends.append(index)
        (column, candidate) = (widths[index + 1], nil)
      } else if wider > width, let last = candidate {
        ends.append(last.joint)
        (column, candidate) = (wider - last.column, nil)
      } else {
        column = wider
      }
    }
    return ends
  }

  /// The joints at which the lines of a cue end.
  ///
  /// - Parameter indent: how many characters stand before the first word.
  func broken(_ breaking: LineBreaking, indent: Int) -> [Int] {
    var ends: [Int] = []
    // What may stand on one line is broken by itself: the words between two ends of line that stay.
    var first = 0
    for stop in joined + [joints.count] {
      ends += broken(first..<stop, breaking, indent: first == 0 ? indent : 0)
      if stop < joints.count { ends.append(stop) }
      first = stop + 1
    }
    return ends
  }

  /// - Parameter range: the joints among which lines may end.
  private func broken(_ range: Range<Int>, _ breaking: LineBreaking, indent: Int) -> [Int] {
    let free = range.filter { joints[$0].mayEndLine }
    let starts = [range.lowerBound] + free.map { $0 + 1 }
    let words = zip(starts, free + [range.upperBound]).map { pieces[$0...$1].joined(separator: " ") }
    return breaking.lines(of: words, indent: indent).dropFirst().map { free[$0.lowerBound - 1] }
  }

  // MARK: - Edits

  /// The edits after which lines end at these joints and at no other.
  ///
  /// - Parameters:
  ///   - ends: in order.
  ///   - lineEnd: with the blanks at the beginning of the next line.
  func edits(endingAt ends: [Int], _ lineEnd: String) -> [(joint: Int, edit: Edit)] {
    var rest = ends[...]
    return joints.indices.compactMap { index in
      let endsLine = rest.first == index
      if endsLine { rest.removeFirst() }
      return joints[index].isLineEnd == endsLine
        ? nil : (index, Edit(joints[index].range, endsLine ? lineEnd : " "))
    }
  }
}
