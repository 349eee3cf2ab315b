import Rules
import SourceText

/// The difference of two versions of a text, as `patch` and `git apply -p0` read it. Source: POSIX.1-2017, diff, "Diff
/// -u Output Format".
///
/// It is made from the known edits. So nothing has to be compared, and no unchanged line can appear as changed.
struct UnifiedDiff {
  /// How many lines are shown around a change.
  static let context = 3

  private let old: DiffLines
  private var replacements: [Replacement] = []

  /// Old lines and the lines that replace them, each with its line end.
  private struct Replacement {
    var lines: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  init(_ text: Text, _ changes: Changes) {
    old = DiffLines(text.bytes)
    var edits = changes.edits[...]
    while let first = edits.popFirst() {
      var together = [first]
      var lines = old.lines(around: first.range)
      while let next = edits.first, old.lines(around: next.range).lowerBound <= lines.upperBound {
        lines = lines.lowerBound..<max(lines.upperBound, old.lines(around: next.range).upperBound)
        together.append(edits.removeFirst())
      }
      var new: [UInt8] = []
      var taken = old.start(of: lines.lowerBound)
      for edit in together {
        new += text.bytes[taken..<edit.range.lowerBound] + edit.replacement
        taken = edit.range.upperBound
      }
      new += text.bytes[taken..<old.start(of: lines.upperBound)]
      add(lines, DiffLines(new).all)
    }
  }

  /// Adds a replacement without the unchanged lines at both ends of it.
  private mutating func add(_ lines: Range<Int>, _ new: [ArraySlice<UInt8>]) {
    let before = lines.map { old[$0] }
    let same = zip(before, new).prefix { $0 == $1 }.count
    let sameAtEnd = zip(before.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
    let changed = (lines.lowerBound + same)..<(lines.upperBound - sameAtEnd)
    let inserted = Array(new[same..<(new.count - sameAtEnd)])
    if !changed.isEmpty || !inserted.isEmpty { replacements.append(Replacement(lines: changed, new: inserted)) }
  }

  var isEmpty: Bool { replacements.isEmpty }

  /// - Parameter name: the name of the file, for both headers.
  func lines(name: String) -> [Line] {
    guard !isEmpty else { return [] }
    let name = Self.written(name)
    var lines = [Line(.header, "--- \(name)"), Line(.header, "+++ \(name)")]
    var rest = replacements[...]
    var delta = 0
    while let first = rest.first {
      var hunk = [first]
      rest.removeFirst()
      while let next = rest.first, next.lines.lowerBound - hunk.last!.lines.upperBound <= 2 * Self.context {
        hunk.append(rest.removeFirst())
      }
      lines += self.lines(of: hunk, &delta)
    }
    return lines
  }

  /// The name as git writes it and `patch` reads it. A name with a byte that could end the line or a quotation stands
  /// in quotes. A name with a blank has a tab behind it, since what follows a blank may be a date. Source: git-diff(1),
  /// `core.quotePath`; GNU diffutils, "Unusual File Names".
  private static func written(_ name: String) -> String {
    guard !name.unicodeScalars.contains(where: { actsOnTerminals($0) || $0 == "\"" || $0 == "\\" }) else {
      return "\"" + name.utf8.map(escaped).joined() + "\""
    }
    return name.utf8.contains(UInt8(ascii: " ")) ? name + "\t" : name
  }

  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return "\\" + String(Unicode.Scalar(byte))
    case 0x20..<0x7F: return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 8)
      return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
    }
  }

  private func lines(of hunk: [Replacement], _ delta: inout Int) -> [Line] {
    let begin = max(0, hunk[0].lines.lowerBound - Self.context)
    let end = min(old.count, hunk.last!.lines.upperBound + Self.context)
    let grown = hunk.reduce(0) { $0 + $1.new.count - $1.lines.count }
    let place = Self.place(begin, end - begin)
    var lines = [Line(.hunk, "@@ -\(place) +\(Self.place(begin + delta, end - begin + grown)) @@")]
    delta += grown
    var shown = begin
    for replacement in hunk {
      lines += (shown..<replacement.lines.lowerBound).flatMap { Line.lines(.kept, old[$0]) }
      lines += replacement.lines.flatMap { Line.lines(.removed, old[$0]) }
      lines += replacement.new.flatMap { Line.lines(.added, $0) }
      shown = replacement.lines.upperBound
    }
    return lines + (shown..<end).flatMap { Line.lines(.kept, old[$0]) }
  }

  /// `4,7`: the number of the first line and the count. Where the count is 0, the number is that of the line above.
  private static func place(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  /// A line of the diff.
  struct Line {
    enum Kind {
      case header, hunk, kept, removed, added
    }

    var kind: Kind
    /// Without the line end; a carriage return belongs to the text.
    var bytes: [UInt8]

    init(_ kind: Kind, _ text: String) {
      self.kind = kind
      bytes = Array(text.utf8)
    }

    /// The lines of the diff for a line of the text: two where it has no line end.
    static func lines(_ kind: Kind, _ content: ArraySlice<UInt8>) -> [Line] {
      var line = Line(kind, kind == .removed ? "-" : kind == .added ? "+" : " ")
      let isEnded = content.last == UInt8(ascii: "\n")
      line.bytes += isEnded ? content.dropLast() : content
      return isEnded ? [line] : [line, Line(kind, "\\ No newline at end of file")]
    }
  }
}
