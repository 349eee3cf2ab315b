import SourceText
import Transcript

private let flowMarks = ByteSet(",[]{}")

/// The words in one part of a block, or the title of a section, decoded as a reader sees them. Lines that YAML joins
/// are joined.
///
/// Rules look at its bytes and need not know how the text is written. `source(_:)` converts a range to one of the text,
/// and `edit(_:_:)` writes a replacement so that the value stays valid.
struct Passage {
  /// Decoded UTF-8. Invalid bytes are kept as they are.
  private(set) var bytes: [UInt8] = []
  private(set) var signs: Signs = []
  private(set) var quoting = Quoting.none
  /// When the segment begins.
  private(set) var start: Time?
  /// Whether the passage contains whole sentences. A line of captions may begin or end anywhere in one, and the end of a
  /// value that YAML cannot read is not certain.
  private(set) var isWhole = false
  private let reading: Reading
  /// Whether it is the title of a section.
  var isTitle: Bool { place.isTitle }
  private var place: (block: Int, isTitle: Bool) = (0, false)
  /// Whether YAML cannot read the block.
  private var isBroken = false
  /// Where the part stands, in bytes of the text.
  private(set) var part = 0..<0
  /// The bytes of the text before and behind the part; a blank where there are none.
  private(set) var surroundings: (before: UInt8, behind: UInt8) = (0x20, 0x20)
  private var runs: [Run] = []
  private let known = Known()
  /// Whether it is a value inside YAML braces, where commas and brackets have a meaning.
  private var isInBraces = false

  /// Results that more than one rule needs, computed once.
  private final class Known {
    var shields: Shields?
    var mojibake: [Mojibake]?
    var notes: [Note]?
  }

  /// A range with one kind of encoding. They are kept small, since a value of a megabyte may have one for every few
  /// bytes.
  private struct Run {
    private let start: Int32
    private let sourceStart: Int32
    private let sourceCount: Int32
    /// Whether each byte is the same in the source; otherwise the whole source is decoded to one character.
    let isLiteral: Bool

    init(offset: Int, source: Range<Int>, isLiteral: Bool) {
      start = Int32(offset)
      sourceStart = Int32(source.lowerBound)
      sourceCount = Int32(source.count)
      self.isLiteral = isLiteral
    }

    /// Where it begins in `bytes`.
    var offset: Int { Int(start) }

    /// In bytes of the text.
    var source: Range<Int> { Int(sourceStart)..<(Int(sourceStart) + Int(sourceCount)) }
  }

  /// A passage that holds no part yet.
  init(_ reading: Reading) { self.reading = reading }

  /// Reads a part in place of the one before, so that no memory is allocated for each part.
  mutating func read(_ part: Part, of block: Int) {
    place = (block, part.kind == .title)
    bytes.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    (known.shields, known.mojibake, known.notes) = (nil, nil, nil)
    self.part = reading.range(of: part, in: block)
    quoting = part.quoting
    isInBraces = quoting == .plain && reading.isFlowItem(block)
    start = reading.episode.rows[block].start
    let parts = reading.blocks.parts(of: block)
    let text = reading.text.bytes
    surroundings = (
      self.part.lowerBound > 0 ? text[self.part.lowerBound - 1] : 0x20,
      self.part.upperBound < text.count ? text[self.part.upperBound] : 0x20
    )
    isBroken = reading.blocks[block].hasFault && parts.contains { $0.fault?.isYAML ?? false }
    let isSpoken = reading.blocks[block].continuesSpeaker || parts.contains { $0.kind == .speaker }
    isWhole = !isBroken && (part.kind == .title || isSpoken && !parts.contains { $0.kind == .end })
    reading.text.bytes.withUnsafeBufferPointer { decode($0) }
    signs = bytes.withUnsafeBufferPointer { Signs(of: $0) }
  }

  /// Reads the words of a block, or its title, part by part.
  mutating func forEach(of block: Int, _ body: (Passage) -> Void) {
    let wanted: Part.Kind
    switch reading.blocks[block].kind {
    case .segment: wanted = .words
    case .header: wanted = .title
    case .metadata, .prose, .conflict: return
    }
    for part in reading.blocks.parts(of: block) where part.kind == wanted && part.length > 0 {
      read(part, of: block)
      body(self)
    }
  }

  /// The ranges that are not prose.
  var shields: Shields {
    let shields = known.shields ?? findShields()
    known.shields = shields
    return shields
  }

  /// The stretches that were read in the wrong encoding, in order.
  var mojibake: [Mojibake] {
    let mojibake = known.mojibake ?? findMojibake()
    known.mojibake = mojibake
    return mojibake
  }

  /// The remarks in brackets that are not spoken, in order.
  var notes: [Note] {
    let notes = known.notes ?? findNotes()
    known.notes = notes
    return notes
  }

  /// The place of a range, in bytes of the text.
  func source(_ range: Range<Int>) -> Range<Int> {
    let first = runs[run(at: range.lowerBound)]
    let lower = first.isLiteral ? first.source.lowerBound + range.lowerBound - first.offset : first.source.lowerBound
    guard !range.isEmpty else { return lower..<lower }
    let last = runs[run(at: range.upperBound - 1)]
    let upper = last.isLiteral ? last.source.lowerBound + range.upperBound - last.offset : last.source.upperBound
    return lower..<upper
  }

  /// Converts a range of the text to one of the passage. Nil if it is not part of the passage, because YAML reads it as
  /// a list or as a comment behind the mark of a block scalar.
  func stretch(of source: Range<Int>) -> Range<Int>? {
    guard let first = runs.first, let last = runs.last, first.source.lowerBound <= source.lowerBound,
      source.upperBound <= last.source.upperBound
    else { return nil }
    func offset(_ place: Int) -> Int {
      let index = max(0, runs.partitioningIndex { $0.source.lowerBound > place } - 1)
      return runs[index].isLiteral ? runs[index].offset + place - runs[index].source.lowerBound : runs[index].offset
    }
    let end = source.isEmpty ? source.upperBound : source.upperBound - 1
    return (offset(source.lowerBound)..<(offset(end) + (source.isEmpty ? 0 : 1))).clamped(to: 0..<bytes.count)
  }

  /// A safe fix that replaces a range.
  ///
  /// - Parameter kind: which characters it may change.
  func fix(_ title: String, _ range: Range<Int>, _ replacement: String, altering kind: Alteration.Kind) -> Fix {
    let range = widened(range, for: replacement)
    // Adding quotes to a value that YAML cannot read would hide that mistake.
    if isBroken, quoting == .plain { return Fix(title, edit(range, replacement)) }
    // Such values are not decoded, and the text of a block scalar begins behind its first line, so the offset in the
    // source is declared.
    let stretch = quoting == .other ? source(range).shifted(by: -part.lowerBound) : range
    return Fix(
      title, altering: [.text(in: part, stretch, Array(replacement.utf8), kind)], edit(range, replacement))
  }

  /// Replaces a range.
  func edit(_ range: Range<Int>, _ replacement: String) -> Edit {
    let range = widened(range, for: replacement)
    switch quoting {
    case .none, .wrapped, .other, .single, .double: return Edit(source(range), Scalar.escaped(replacement, in: quoting))
    case .cue, .subtitle: return cueEdit(range, replacement)
    case .plain:
      if isPlain(range, replacement) { return Edit(source(range), replacement) }
      // Adding quotes rewrites the whole value. For a very long value, that is too much for a fix of each mistake in
      // it.
      guard bytes.count <= Self.longestQuoted else { return Edit(part.lowerBound..<part.lowerBound, "") }
      let text = string(0..<range.lowerBound) + replacement + string(range.upperBound..<bytes.count)
      let isBraced = isInBraces && text.utf8.contains { flowMarks.contains($0) }
      if Scalar.mayBePlain(text), !isBraced { return Edit(source(range), replacement) }
      let change =
        place.isTitle ? .setTitle(block: place.block, text) : Change.setText(block: place.block, range, replacement)
      return reading.edits(for: [change])?.first ?? Edit(part.lowerBound..<part.lowerBound, "")
    }
  }

  /// Tags inside the range stay, and only the text between them is rewritten. If a tag stands in the middle of the
  /// rewritten text, nothing is changed.
  private func cueEdit(_ range: Range<Int>, _ replacement: String) -> Edit {
    let old = bytes[range]
    let new = Array(replacement.utf8)[...]
    let same = zip(old, new).prefix { $0 == $1 }.count
    let rest = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
    let isCut = { (offset: Int, bytes: ArraySlice<UInt8>) in
      bytes.dropFirst(offset).first.map { $0 & 0xC0 == 0x80 } ?? false
    }
    var (lower, upper) = (same, rest)
    while lower > 0, isCut(lower, old) || isCut(lower, new) { lower -= 1 }
    while upper > 0, isCut(old.count - upper, old) || isCut(new.count - upper, new) { upper -= 1 }
    let stretch = (range.lowerBound + lower)..<(range.upperBound - upper)
    let source = source(stretch)
    let written = Scalar.escaped(String(decoding: new[lower..<(new.count - upper)], as: UTF8.self), in: quoting)
    return holdsTag(stretch) ? Edit(part.lowerBound..<part.lowerBound, "") : Edit(source, written)
  }

  /// Whether a tag stands in the middle of a stretch. It is a run of no bytes.
  private func holdsTag(_ stretch: Range<Int>) -> Bool {
    guard !stretch.isEmpty else { return false }
    let inside = run(at: stretch.lowerBound)..<run(at: stretch.upperBound - 1)
    return inside.contains { runs[$0].offset == runs[$0 + 1].offset }
  }

  /// If all of a line is removed, its line end is removed, too. Otherwise the value would get an empty line, which is a
  /// line break.
  private func widened(_ range: Range<Int>, for replacement: String) -> Range<Int> {
    let isLine =
      replacement.isEmpty && range.lowerBound > 0 && isFold(range.lowerBound - 1) && isFold(range.upperBound)
    return isLine ? range.lowerBound..<(range.upperBound + 1) : range
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// In bytes.
  private static let longestQuoted = 4_000

  /// Whether a long plain scalar certainly stays one with a replacement in it: the replacement is in the middle, makes
  /// no colon or hash that YAML would act on, and leaves a text that cannot be a number. Short scalars are tested as a
  /// whole.
  private func isPlain(_ range: Range<Int>, _ replacement: String) -> Bool {
    if isInBraces, replacement.utf8.contains(where: { flowMarks.contains($0) }) { return false }
    // The first characters of a plain scalar matter most to YAML, and the last must be neither a blank nor a colon.
    guard bytes.count > 80, range.lowerBound > 5, range.upperBound + 2 < bytes.count else { return false }
    let near =
      bytes[(range.lowerBound - 2)..<range.lowerBound] + replacement.utf8
      + bytes[range.upperBound..<(range.upperBound + 2)]
    guard near.allSatisfy({ $0 >= 0x20 }), near.contains(where: { isLetter($0) || $0 == 0x20 }) else { return false }
    return zip(near, near.dropFirst()).allSatisfy { first, second in
      !(first == UInt8(ascii: ":") && second == 0x20) && !(first == 0x20 && second == UInt8(ascii: "#"))
    }
  }

  /// The parts of a range on each line of the text, without the blanks at which they are divided.
  func lines(of range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == 0x0A || bytes[index] == 0x0D || isFold(index) {
      if start < index { lines.append(start..<index) }
      start = index + 1
    }
    return lines + [start..<range.upperBound]
  }

  /// Whether the byte at an offset is decoded from a line end of the text.
  private func isFold(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == 0x20 else { return false }
    let run = runs[run(at: offset)]
    return !run.isLiteral && (run.source.count > 1 || quoting.isCue || quoting == .wrapped)
  }

  /// Whether a byte is written as a backslash and one letter or digit. Such an escape is visible, and its backslash may
  /// be a slip.
  func isShortEscape(_ offset: Int) -> Bool {
    let run = runs[run(at: offset)]
    return quoting == .double && !run.isLiteral && run.source.count == 2
  }

  private func run(at offset: Int) -> Int {
    max(0, runs.partitioningIndex { $0.offset > offset } - 1)
  }

  // MARK: - Decoding

  private mutating func decode(_ text: UnsafeBufferPointer<UInt8>) {
    switch quoting {
    case .none: append(text, part)
    case .other:
      // A block scalar has a line of its own before the text. Other YAML values contain no prose.
      guard let mark = part.first.map({ text[$0] }), mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">") else {
        return
      }
      append(text, part.drop { text[$0] != 0x0A && text[$0] != 0x0D }.dropFirst())
    case .wrapped, .plain, .single, .double, .cue, .subtitle:
      Scalar.forEachRun(in: text, part, quoting) { run in
        switch run {
        case .literal(let source): append(text, source)
        case .decoded(let decoded, let source):
          runs.append(Run(offset: bytes.count, source: source, isLiteral: false))
          bytes += decoded
        }
      }
    }
    if runs.isEmpty { runs.append(Run(offset: 0, source: part.upperBound..<part.upperBound, isLiteral: true)) }
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, _ source: Range<Int>) {
    guard !source.isEmpty else { return }
    runs.append(Run(offset: bytes.count, source: source, isLiteral: true))
    bytes.append(contentsOf: text[source])
  }
}

extension Reading {
  /// Calls `body` for each value of a block of metadata that holds a non-ASCII character or a control character.
  func forEachUnusualValue(of block: Int, _ body: (Passage) -> Void) {
    guard blocks[block].kind == .metadata else { return }
    var passage = Passage(self)
    for part in blocks.parts(of: block) where part.kind == .value {
      guard text.bytes[range(of: part, in: block)].contains(where: { $0 >= 0x7F || $0 < 0x20 }) else { continue }
      passage.read(part, of: block)
      body(passage)
    }
  }
}
