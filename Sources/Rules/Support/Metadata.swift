import SourceText
import Transcript

/// A value of the metadata and where it stands.
struct MetadataValue {
  var text: String
  /// Without its quotes, in bytes of the text.
  var range: Range<Int>
  var quoting: Quoting
}

extension Reading {
  /// The block of the first entry with a key, at the top of the metadata.
  func entry(_ key: String) -> Int? {
    entries().first { range(.key, of: $0).map { text.bytes[$0].elementsEqual(key.utf8) } ?? false }
  }

  /// The blocks of the first entries with some keys, sought together.
  func entries(_ keys: [String]) -> [String: Int] {
    let wanted = Set(keys)
    guard !wanted.isEmpty else { return [:] }
    var found: [String: Int] = [:]
    for entry in entries() {
      guard let key = string(.key, of: entry), wanted.contains(key), found[key] == nil else { continue }
      found[key] = entry
    }
    return found
  }

  /// The blocks of the metadata that are an entry, in order.
  func entries() -> [Int] {
    guard blocks.count(of: .metadata) > 0 else { return [] }
    return blocks.indices.filter { blocks[$0].kind == .metadata && part(.key, of: $0) != nil && !isItem($0) }
  }

  /// Whether a block is an item of a list with keys: the form of a segment or a header in front matter.
  func isItem(_ block: Int) -> Bool {
    guard let key = range(.key, of: block) else { return false }
    if blocks[block].kind == .segment || blocks[block].kind == .header { return true }
    let line = text.content(ofLine: text.line(at: key.lowerBound))
    return blocks[block].kind == .metadata && text.bytes[line].first { $0 != 0x20 } == UInt8(ascii: "-")
  }

  /// Keys with the values behind them, in order. A value without a key of its own, such as an item of a list, is left out.
  func pairs(of block: Int) -> [(key: Part, value: Part)] {
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

  /// The values of an entry: one, or those of a list, whichever way it is written.
  func values(of block: Int) -> [MetadataValue] {
    var values: [MetadataValue] = []
    for part in blocks.parts(of: block) where part.kind == .value && part.length > 0 {
      let range = range(of: part, in: block)
      if part.quoting == .other, text.bytes[range.lowerBound] == UInt8(ascii: "[") {
        values += flowValues(in: range)
      } else {
        values.append(MetadataValue(text: string(of: part, in: block), range: range, quoting: part.quoting))
      }
    }
    return values
  }

  /// `[ada, "bo"]`
  private func flowValues(in list: Range<Int>) -> [MetadataValue] {
    let inner = list.dropFirst().dropLast()
    return text.bytes[inner].split(separator: UInt8(ascii: ",")).compactMap { piece in
      var range = piece.startIndex..<piece.endIndex
      while let first = range.first, text.bytes[first] <= 0x20 { range = range.dropFirst() }
      while let last = range.last, text.bytes[last] <= 0x20 { range = range.dropLast() }
      guard let mark = range.first.map({ text.bytes[$0] }) else { return nil }
      let quoting: Quoting = mark == UInt8(ascii: "'") ? .single : mark == UInt8(ascii: "\"") ? .double : .plain
      if quoting != .plain, range.count > 1 { range = range.dropFirst().dropLast() }
      return MetadataValue(text: Scalar.decode(text.string(range), quoting), range: range, quoting: quoting)
    }
  }
}
