import SourceText
import Transcript

/// Describes keys and values in a block, as they are read.
///
/// A value is held back until the next thing is read: if that breaks the value, it is described as damaged instead.
struct PairWriter {
  private var value: (kind: Part.Kind, node: YAMLNode)?
  private var open: (key: Int, kind: Part.Kind, place: Int, comment: Range<Int>?)?

  /// A key; `place` is where its value would stand if there is none. `isBelow` says that it stands below the key before,
  /// which then has no value of its own.
  mutating func key(
    _ node: YAMLNode, as kind: Part.Kind, emptyAt place: Int, isBelow: Bool = false, _ lines: LineCursor,
    into block: inout BlockBuilder
  ) {
    finish(lines, into: &block, isBelow: isBelow)
    noteReference(node, lines, into: &block)
    // A plain key is what its bytes say.
    block.add(.key, node.range, node.quoting == .plain || node.quoting == .other ? .none : node.quoting)
    open = (node.source.lowerBound, kind, place, nil)
  }

  /// A value: that of the open key, or else one without a key, described as `kind`.
  mutating func value(
    _ node: YAMLNode, otherwise kind: Part.Kind, _ lines: LineCursor, into block: inout BlockBuilder
  ) {
    let role = open?.kind ?? kind
    if let comment = open?.comment { block.add(.comment, comment) }
    open = nil
    finish(lines, into: &block)
    value = (role, node)
  }

  mutating func comment(_ range: Range<Int>, _ lines: LineCursor, into block: inout BlockBuilder) {
    if let key = open, key.comment == nil, lines.isOnLine(range.lowerBound, of: key.place) {
      open?.comment = range
    } else {
      flush(lines, into: &block)
      block.add(.comment, range)
    }
  }

  /// What was read last is complete; a key that has nothing yet has no value of its own.
  mutating func finish(_ lines: LineCursor, into block: inout BlockBuilder, isBelow: Bool = false) {
    flush(lines, into: &block)
    guard let key = open else { return }
    open = nil
    if let comment = key.comment {
      let isComment = isBelow || lines.isDirective(comment)
      if !isComment { block.add(.hashTruncates, comment) }
      block.add(key.kind, comment.lowerBound..<comment.lowerBound, .plain)
      if isComment { block.add(.comment, comment) }
    } else {
      block.add(key.kind, key.place..<key.place, .plain)
    }
  }

  /// What was read from the damage on did not stand as it was read.
  mutating func damage(_ damage: Damage, _ lines: LineCursor, into block: inout BlockBuilder) {
    // A key inside of what is damaged, such as braces, says nothing of it.
    var kind = open.flatMap { $0.key < damage.restart ? $0.kind : nil }
    if let held = value, held.node.source.lowerBound >= damage.restart {
      kind = held.node.source.lowerBound == damage.restart ? held.kind : nil
      value = nil
      open = nil
    } else if let held = value, held.node.range.upperBound > damage.restart {
      value?.node.range = lines.trimmedText(held.node.range.lowerBound..<damage.restart)
    }
    if let key = open, key.key >= damage.restart { open = nil }
    // Inside brackets, what follows has been described already.
    block.removeParts(from: damage.restart)
    guard let broken = damage.value else {
      finish(lines, into: &block)
      return block.add(damage.fault, damage.range)
    }
    open = nil
    flush(lines, into: &block)
    block.add(damage.fault, damage.range)
    block.add(kind ?? .value, broken.range, broken.quoting)
  }

  /// A key or a value further in than what is described.
  mutating func inner(_ node: YAMLNode, _ lines: LineCursor, into block: inout BlockBuilder) {
    guard lines.isReference(node) else { return }
    flush(lines, into: &block)
    noteReference(node, lines, into: &block)
  }

  private func noteReference(_ node: YAMLNode, _ lines: LineCursor, into block: inout BlockBuilder) {
    if lines.isReference(node) { block.add(.alias, node.source) }
  }

  private mutating func flush(_ lines: LineCursor, into block: inout BlockBuilder) {
    guard let (kind, node) = value else { return }
    value = nil
    let isText = kind == .words || kind == .speaker || kind == .title
    if isText, let properties = node.properties { block.add(.property, properties) }
    noteReference(node, lines, into: &block)
    let isTruncated = node.quoting == .plain && node.comment.map { !lines.isDirective($0) } ?? false
    if isTruncated, let comment = node.comment { block.add(.hashTruncates, comment) }
    block.add(kind, node.range, node.quoting)
    if !isTruncated, let comment = node.comment { block.add(.comment, comment) }
    block.judge(kind, node.range, node.quoting, lines)
  }
}

extension BlockBuilder {
  /// Adds what is wrong with a value, if it is to be a time.
  mutating func judge(_ kind: Part.Kind, _ range: Range<Int>, _ quoting: Quoting, _ lines: LineCursor) {
    guard !range.isEmpty else { return }
    if kind == .seconds, Time(secondsWrittenAs: lines[range]) == nil { add(.secondsMalformed, range) }
    guard kind == .start else { return }
    switch Timestamp.read(lines[range]) {
    case .time: if quoting == .plain { add(.timeUnquoted, range) }
    case .outOfRange: add(.timeOutOfRange, range)
    case .malformed: add(.timeMalformed, range)
    }
  }
}

extension LineCursor {
  /// Whether a node is `*name`.
  fileprivate func isReference(_ node: YAMLNode) -> Bool {
    node.quoting == .other && !node.source.isEmpty && self[node.source.lowerBound] == UInt8(ascii: "*")
  }

  /// Whether no line ends between two offsets.
  fileprivate func isOnLine(_ offset: Int, of other: Int) -> Bool {
    !self[min(offset, other)..<max(offset, other)].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// A stretch without the white space at its end.
  fileprivate func trimmedText(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let last = range.last, self[last] <= 0x20 { range = range.dropLast() }
    return range
  }
}
