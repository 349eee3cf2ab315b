import SourceText
import Transcript

extension Reading {
  /// Whether an item is written in braces, on one line with all its keys.
  func isFlowItem(_ block: Int) -> Bool {
    guard let key = range(.key, of: block) else { return false }
    let before = text.bytes[blocks.start(of: block)..<key.lowerBound]
    return before.contains(UInt8(ascii: "{"))
  }

  /// An edit that adds `entry` as a line of its own before or behind the line of a part of an item.
  func insertingEntry(_ entry: String, in block: Int, before: Bool, the part: Part) -> Edit {
    if isFlowItem(block) {
      let end = scalar(part, in: block).upperBound
      return Edit(end..<end, ", " + entry)
    }
    let line = text.line(at: range(of: part, in: block).lowerBound)
    let content = text.content(ofLine: line)
    let key = blocks.parts(of: block).last {
      $0.kind == .key && range(of: $0, in: block).lowerBound <= range(of: part, in: block).lowerBound
    }
    let column = key.map { range(of: $0, in: block).lowerBound - content.lowerBound } ?? 2
    // Of the first line of the item: the last one may have no end.
    let end = text.lineEnding(at: blocks.start(of: block))
    let margin = String(repeating: " ", count: column)
    // The first line of an item begins with its dash: what is added goes behind it.
    let startsItem = text.bytes[content].drop { $0 == 0x20 }.first == UInt8(ascii: "-")
    return before && !startsItem
      ? Edit(content.lowerBound..<content.lowerBound, margin + entry + end)
      : Edit(content.upperBound..<content.upperBound, end + margin + entry)
  }
}
