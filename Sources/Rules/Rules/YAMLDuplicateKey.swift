import SourceText
import Transcript

extension Rule {
  /// If the first key of an item is repeated, the dash of the next item is missing.
  static let yamlDuplicateKey = Rule(
    "yaml-duplicate-key", .error, fix: .offered,
    summary: "A key stands twice in one item, in one mapping, or at the top of the front matter.",
    why: "Some programs refuse the file; the others keep the last one and drop the rest without a message.",
    looks: .atBlock { reading, index, report in
      guard reading.mayRepeatKey(index) else { return }
      if reading.isItem(index) {
        reportItem(reading, index, &report)
      } else if reading.blocks[index].kind == .metadata {
        reportNested(reading, index, &report)
      }
    },
    .atDocument(.frame) { reading, report in
      guard reading.blocks.count(of: .metadata) > 0 else { return }
      var tops: [String: Int] = [:]
      for index in reading.blocks.indices where reading.blocks[index].kind == .metadata && !reading.isItem(index) {
        guard let key = reading.string(.key, of: index) else { continue }
        if let first = tops[key] { reportEntry(reading, index, first: first, &report) } else { tops[key] = index }
      }
    })
}

/// Only the first repeated key is reported: if a dash is missing, all keys are repeated.
private func reportItem(_ reading: Reading, _ block: Int, _ report: inout Report) {
  let pairs = reading.pairs(of: block)
  // The keys seen so far, as hashes. An item may have a hundred thousand keys, and it is checked again with each letter
  // that is typed in it.
  var seen: [UInt64: Int] = [:]
  seen.reserveCapacity(pairs.count)
  for (position, pair) in pairs.enumerated() {
    guard let above = seen.updateValue(position, forKey: reading.hash(of: pair.key, in: block)) else { continue }
    let name = reading.string(of: pair.key, in: block)
    let first = pairs[above]
    guard reading.string(of: first.key, in: block) == name else { continue }
    let range = reading.range(of: pair.key, in: block)
    let related = [Finding.Related(range: reading.range(of: first.key, in: block), message: "The first one.")]
    if reading.isFlowItem(block) {
      return report(range, "“\(name)” stands twice in this item.", related: related)
    }
    if first.key == pairs[0].key {
      return report(
        range, "“\(name)” comes again in this item: the dash of the next item may be lost.", related: related,
        fixes: [Fix("Begin an item here", [.mend(block: block, pair.key, .beginItem)], in: reading)])
    }
    return report(
      range, "“\(name)” stands twice in this item.", related: related,
      fixes: [Fix("Remove this one", [.mend(block: block, pair.key, .removeEntry)], in: reading)])
  }
}

extension Reading {
  /// A hash that is equal for keys with the same decoded text.
  fileprivate func hash(of key: Part, in block: Int) -> UInt64 {
    guard key.quoting != .none else { return FNV1a(text.bytes[range(of: key, in: block)]).value }
    return FNV1a(string(of: key, in: block).utf8).value
  }
}

/// Reports an entry of the front matter with the same key as one above it.
private func reportEntry(_ reading: Reading, _ block: Int, first: Int, _ report: inout Report) {
  guard let range = reading.range(.key, of: block), let other = reading.range(.key, of: first) else { return }
  // If both entries are equal, the second one is superfluous. Otherwise, programs use the last one, so the first is
  // removed, unless only the first can be read.
  func isSame() -> Bool {
    reading.text.bytes[reading.content(of: block)].elementsEqual(reading.text.bytes[reading.content(of: first)])
  }
  func isFaulty(_ block: Int) -> Bool {
    reading.blocks[block].hasFault && reading.blocks.parts(of: block).contains { $0.fault?.isYAML ?? false }
  }
  func fix() -> Fix? {
    isSame() || isFaulty(block) && !isFaulty(first)
      ? Fix("Remove this entry", [.remove(block: block)], in: reading)
      : Fix("Remove the entry above", [.remove(block: first)], in: reading)
  }
  report(
    range, "“\(reading.text.string(range))” stands twice in the front matter.",
    related: [.init(range: other, message: "The first one.")], fixes: [fix()])
}

/// Reports repeated keys below an entry. Keys are compared if they have the same indent; a dash begins another mapping.
private func reportNested(_ reading: Reading, _ block: Int, _ report: inout Report) {
  var open: [(column: Int, keys: [String: Range<Int>])] = []
  var last = reading.blocks.start(of: block)
  for part in reading.blocks.parts(of: block).filter({ $0.kind == .key }).dropFirst() {
    let range = reading.range(of: part, in: block)
    let column = range.lowerBound - reading.text.range(ofLine: reading.text.line(at: range.lowerBound)).lowerBound
    while let deepest = open.last, deepest.column > column { open.removeLast() }
    if open.last?.column == column, reading.hasDash(between: last, and: range.lowerBound) { open.removeLast() }
    if open.last?.column != column { open.append((column, [:])) }
    last = range.upperBound
    let name = reading.text.string(range)
    guard let first = open[open.count - 1].keys[name] else {
      open[open.count - 1].keys[name] = range
      continue
    }
    report(
      range, "“\(name)” stands twice here.", related: [.init(range: first, message: "The first one.")])
  }
}

extension Reading {
  /// Whether two keys of a block may be equal, judged by their lengths and first letters. In nearly all blocks they
  /// cannot, and the check ends here.
  fileprivate func mayRepeatKey(_ block: Int) -> Bool {
    let start = blocks.start(of: block)
    if blocks[block].kind == .metadata { return true }
    var seen: UInt64 = 0
    for part in blocks.parts(of: block) where part.kind == .key {
      let mark = UInt64(1) << UInt64((Int(part.length) &* 7 &+ Int(text.bytes[start + Int(part.offset)])) & 63)
      if seen & mark != 0 { return true }
      seen |= mark
    }
    return false
  }

  /// Whether a line behind that of the first place, up to that of the second, begins with a dash.
  fileprivate func hasDash(between first: Int, and second: Int) -> Bool {
    for line in (text.line(at: first) + 1)...max(text.line(at: first) + 1, text.line(at: second)) {
      if text.bytes[text.range(ofLine: line)].first(where: { $0 != 0x20 }) == UInt8(ascii: "-") { return true }
    }
    return false
  }
}
