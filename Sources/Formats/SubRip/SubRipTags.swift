import SourceText
import Transcript

/// The tags in the text of a cue of SubRip. Players know `b`, `i`, `u`, `s` and `font` of HTML, and leave out or show
/// whatever else looks like a tag.
struct SubRipTags {
  private struct Tag {
    var range: Range<Int>
    /// In lower case.
    var name: [UInt8]
    var closes: Bool
  }

  private var known: [Tag] = []
  private var unknown: [Range<Int>] = []

  /// In bytes.
  private static let longest = 200
  private static let names = ["b", "i", "u", "s", "font"].map { Array($0.utf8) }
  private static let lineBreak = Array("br".utf8)
  private static let behindName = ByteSet(" \t/.")

  init(_ lines: LineCursor, _ text: Range<Int>) {
    var next = text.lowerBound
    while let start = lines.first(in: next..<text.upperBound, where: { $0 == UInt8(ascii: "<") }) {
      next = start + 1
      guard let tag = Self.tag(lines, start, upTo: text.upperBound) else { continue }
      next = tag.range.upperBound
      if Self.names.contains(tag.name) {
        known.append(tag)
      } else if tag.name != Self.lineBreak {
        unknown.append(tag.range)
      }
    }
  }

  /// `<`, perhaps a slash, a name of letters and digits, and `>` on the same line.
  private static func tag(_ lines: LineCursor, _ start: Int, upTo end: Int) -> Tag? {
    let window = (start + 1)..<min(end, start + longest)
    guard let close = lines.first(in: window, where: { $0 == UInt8(ascii: ">") || Ascii.isLineEnd($0) }),
      lines[close] == UInt8(ascii: ">")
    else { return nil }
    let closes = lines[start + 1] == UInt8(ascii: "/")
    let inside = (start + (closes ? 2 : 1))..<close
    let name = inside.prefix { Ascii.isLetter(lines[$0]) || Ascii.isDigit(lines[$0]) }
    guard let first = name.first, Ascii.isLetter(lines[first]),
      name.upperBound == close || behindName.contains(lines[name.upperBound])
    else { return nil }
    return Tag(range: start..<(close + 1), name: lines[name].map(Ascii.lowercased), closes: closes)
  }

  /// Adds what players may not show as it is meant.
  func describe(into block: inout BlockBuilder) {
    for range in unknown { block.add(.subRipTagUnknown, range) }
    var open: [Tag] = []
    for tag in known {
      if !tag.closes {
        open.append(tag)
      } else if let last = open.lastIndex(where: { $0.name == tag.name }) {
        open.remove(at: last)
      } else {
        block.add(.subRipTagNotOpened, tag.range)
      }
    }
    for tag in open { block.add(.subRipTagNotClosed, tag.range) }
  }
}
