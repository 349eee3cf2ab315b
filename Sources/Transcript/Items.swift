import SourceText

/// Segments, headers and entries that are written as keys with values.
extension Reading {
  /// Whether a block is an item of a list with keys: the form of a segment or a header in front matter.
  public func isItem(_ block: Int) -> Bool {
    guard let key = range(.key, of: block) else { return false }
    if blocks[block].kind == .segment || blocks[block].kind == .header { return true }
    let line = text.content(ofLine: text.line(at: key.lowerBound))
    return blocks[block].kind == .metadata && text.bytes[line].first { $0 != 0x20 } == UInt8(ascii: "-")
  }

  /// Whether an item is written in braces, on one line with all its keys.
  public func isFlowItem(_ block: Int) -> Bool {
    guard let key = range(.key, of: block) else { return false }
    let before = text.bytes[blocks.start(of: block)..<key.lowerBound]
    return before.contains(UInt8(ascii: "{"))
  }

  /// Keys with the values behind them, in order. A value without a key of its own, such as an item of a list, is left out.
  public func pairs(of block: Int) -> [(key: Part, value: Part)] {
    var pairs: [(key: Part, value: Part)] = []
    var open: Part?
    for part in blocks.parts(of: block) where part.kind != .fault {
      if part.kind == .key {
        open = part
      } else if let key = open {
        pairs.append((key, part))
        open = nil
      }
    }
    return pairs
  }

  /// All of a value, with its quotes, in bytes of the text.
  public func scalar(_ part: Part, in block: Int) -> Range<Int> {
    scalar(range(of: part, in: block), part.quoting)
  }

  /// A range between quotes, extended by these quotes.
  public func scalar(_ range: Range<Int>, _ quoting: Quoting) -> Range<Int> {
    guard quoting == .single || quoting == .double else { return range }
    let mark = text.bytes[range.lowerBound - 1]
    let isClosed = range.upperBound < text.count && text.bytes[range.upperBound] == mark
    return (range.lowerBound - 1)..<(range.upperBound + (isClosed ? 1 : 0))
  }
}
