import SourceText
import Transcript

/// A line of a cue as a player shows it.
struct ShownLine {
  /// Where it stands, in bytes of the text.
  var range: Range<Int>
  /// How many characters of it are shown.
  var count: Int
}

extension Reading {
  /// The lines of what was said in a cue. A label in front of the words is shown with them.
  func shownLines(of block: Int) -> [ShownLine] {
    let parts = blocks.parts(of: block)
    let words = parts.filter { $0.kind == .words && $0.length > 0 }
    guard let first = words.first, let last = words.last else { return [] }
    let end = range(of: last, in: block).upperBound
    // A label that is no tag stands on the first line.
    let label = parts.first { $0.kind == .speaker && $0.quoting == .none && $0.offset < first.offset }
    let mark = parts.first { $0.kind == .mark && $0.offset < first.offset }
    let start = range(of: label == nil ? first : mark ?? label ?? first, in: block).lowerBound
    let hidden = parts.filter { $0.kind == .markup || $0.kind == .inlineTime }.map { part in
      // The time of a word stands between marks that are hidden with it.
      let range = range(of: part, in: block)
      return part.kind == .markup ? range : max(start, range.lowerBound - 1)..<min(end, range.upperBound + 1)
    }
    var lines: [ShownLine] = []
    var line = text.line(at: start)
    while line < text.lineCount, text.lineStarts[line] < end {
      let content = text.content(ofLine: line).clamped(to: start..<end)
      var shown = ""
      var offset = content.lowerBound
      for tag in hidden where tag.overlaps(content) {
        if tag.lowerBound > offset { shown += text.string(offset..<tag.lowerBound) }
        offset = max(offset, tag.upperBound)
      }
      if offset < content.upperBound { shown += text.string(offset..<content.upperBound) }
      if shown.contains(where: { !$0.isWhite }) { lines.append(ShownLine(range: content, count: shown.count)) }
      line += 1
    }
    return lines
  }
}
