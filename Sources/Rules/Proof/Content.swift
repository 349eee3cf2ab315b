import SourceText
import Transcript

/// The content of a run of blocks, as pieces in the order of the text, independent of how it is written.
struct Content {
  struct Piece: Equatable {
    enum Kind: Equatable {
      case block(Block.Kind, level: UInt8)
      /// A decoded value, a key, a comment.
      case part(Part.Kind)
      /// Text behind a value that is read as a comment, although it was meant as part of the value.
      case tail
      /// The letters and digits that belong to no other piece; the marks of a notation say nothing.
      case rest
      /// The whole of a block that is not part of the transcript.
      case foreign

      /// The rank of the kind for sorting; the beginning of a block comes first.
      var rank: Int {
        switch self {
        case .block: 0
        case .part(let kind): 1 + Int(kind.rawValue)
        case .tail: 100
        case .rest: 101
        case .foreign: 102
        }
      }
    }

    var kind: Kind
    /// Its place, in bytes of the text.
    var place: Range<Int>
    var bytes: [UInt8]
    /// The key under which it stands.
    var key: [UInt8] = []
    /// Whether blanks in it are not compared.
    var isLoose = false
  }

  var pieces: [Piece] = []

  init(_ reading: Reading, _ blocks: Range<Int>) {
    for block in blocks { add(block, of: reading) }
  }

  private mutating func add(_ block: Int, of reading: Reading) {
    let range = reading.blocks.range(of: block)
    let head = pieces.count
    let kind = reading.kind(of: block)
    pieces.append(
      Piece(
        kind: .block(kind, level: reading.blocks[block].level), place: range.lowerBound..<range.lowerBound, bytes: []))
    if kind == .prose || kind == .conflict {
      // A comment in a foreign block is still compared as a comment.
      addParts(of: block, in: reading, between: .foreign)
    } else {
      addParts(of: block, in: reading, between: .rest)
    }
    // Blank lines have no content.
    if pieces.count == head + 1 { pieces.removeLast() }
  }

  private mutating func addParts(of block: Int, in reading: Reading, between: Piece.Kind) {
    let range = reading.blocks.range(of: block)
    let isForeign = between == .foreign
    var cursor = range.lowerBound
    var key: [UInt8] = []
    func piece(_ stretch: Range<Int>) -> Piece? {
      let bytes = reading.text.bytes[stretch]
      let kept = isForeign ? tidy(Array(bytes)) : withoutMarks(bytes)
      return kept.allSatisfy({ $0 <= 0x20 }) ? nil : Piece(kind: between, place: stretch, bytes: kept)
    }
    // Of two that begin together the longer one holds the other, unless that is empty.
    let parts = reading.blocks.parts(of: block).sorted { $0.order < $1.order }
    for (number, part) in parts.enumerated() {
      let isLostTime =
        part.fault?.isOfTime ?? false && !parts.contains { $0.kind == .start && $0.offset == part.offset }
      guard part.kind != .fault || part.fault == .hashTruncates || isLostTime, !isForeign || part.kind == .comment
      else {
        continue
      }
      var place = reading.range(of: part, in: block)
      guard place.lowerBound >= cursor else { continue }
      if let piece = piece(cursor..<place.lowerBound) { pieces.append(piece) }
      // A tag that names a speaker has the name in it.
      if part.kind == .markup,
        let name = parts[(number + 1)...].first(where: { $0.kind != .mark && $0.kind != .fault }),
        name.kind == .speaker
      {
        let start = reading.range(of: name, in: block).lowerBound
        if start < place.upperBound { place = place.lowerBound..<start }
      }
      cursor = place.upperBound
      // The marks of a notation say nothing.
      if part.kind == .mark || part.kind == .markup && isVoice(reading.text.bytes[place]) { continue }
      let bytes =
        part.kind == .markup ? Array(reading.text.bytes[place]) : Array(reading.string(of: part, in: block).utf8)
      if part.kind == .key {
        // A value with a kind of its own does not need its key.
        let value = parts[(number + 1)...].first { $0.kind != .fault }?.kind ?? .value
        let isNamed = [.value, .key, .comment].contains(value)
        key = isNamed ? bytes : []
        if !isNamed { continue }
      }
      let kind: Piece.Kind = isLostTime ? .part(.start) : part.kind == .fault ? .tail : .part(part.kind)
      pieces.append(Piece(kind: kind, place: place, bytes: bytes, key: key))
    }
    if let piece = piece(cursor..<max(cursor, range.upperBound)) { pieces.append(piece) }
  }

  /// The pieces of each block.
  var blocks: [ArraySlice<Piece>] {
    var blocks: [ArraySlice<Piece>] = []
    var start = 0
    for index in pieces.indices.dropFirst() {
      if case .block = pieces[index].kind {
        blocks.append(pieces[start..<index])
        start = index
      }
    }
    return pieces.isEmpty ? [] : blocks + [pieces[start...]]
  }
}

extension Content.Piece {
  /// Whether two pieces have the same content, in whatever spelling.
  func says(_ other: Self) -> Bool {
    guard kind == other.kind else { return false }
    if isLoose || other.isLoose { return words(bytes) == words(other.bytes) }
    return bytes == other.bytes || meaning == other.meaning
  }

  private var meaning: [UInt8] {
    switch kind {
    case .part(.start), .part(.end):
      if case .time(let stamp) = Timestamp.read(bytes) { return Array("\(stamp.time.milliseconds) ms".utf8) }
      return bytes
    case .part(.seconds): return Int(String(decoding: bytes, as: UTF8.self)).map { Array(String($0).utf8) } ?? bytes
    default: return tidy(bytes)
    }
  }
}

extension Part {
  fileprivate var order: (Int, Int, Int) { (Int(offset), length == 0 ? 0 : 1, -Int(length)) }
}

/// Whether a tag, or its beginning, says that somebody speaks and nothing else.
private func isVoice(_ tag: ArraySlice<UInt8>) -> Bool {
  withoutMarks(tag) == [UInt8(ascii: "v")]
}

/// The letters and digits, and every other character that no notation uses as a mark.
private func withoutMarks(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  let kept = bytes.filter { $0 >= 0x80 || isAlphanumeric($0) }
  guard kept.contains(where: { $0 >= 0x80 }) else { return kept }
  let scalars = String(decoding: kept, as: UTF8.self).unicodeScalars.filter { !$0.properties.generalCategory.isMark }
  return Array(String(String.UnicodeScalarView(scalars)).utf8)
}

extension Unicode.GeneralCategory {
  /// Whether it is a dash, a bracket, a quotation mark or another sign between words.
  fileprivate var isMark: Bool {
    switch self {
    case .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .connectorPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}

/// The bytes between white space.
func words(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] { bytes.split { $0 <= 0x20 } }

/// Removes blanks at line ends, which are invisible, and makes all line ends equal.
private func tidy(_ bytes: [UInt8]) -> [UInt8] {
  var tidy: [UInt8] = []
  tidy.reserveCapacity(bytes.count)
  func trim() {
    while let last = tidy.last, last == 0x20 || last == 0x09 { tidy.removeLast() }
  }
  for (index, byte) in bytes.enumerated() {
    if byte == 0x0A || byte == 0x0D {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      trim()
      tidy.append(0x0A)
    } else {
      tidy.append(byte)
    }
  }
  while let last = tidy.last, last <= 0x20 { tidy.removeLast() }
  // Blanks at the beginning of a value are invisible, too.
  return Array(tidy.drop { $0 == 0x20 || $0 == 0x09 })
}
