import Transcript

extension Content {
  /// Applies the alterations that fixes declare. Returns the first one that a safe fix may not make, or that refers to
  /// nothing in these blocks.
  ///
  /// The ranges of rewritings refer to values before any other change, so rewritings are applied first.
  ///
  /// - Parameters:
  ///   - rewritings: a queue, from which those of these blocks are removed.
  ///   - end: the end of these blocks, in bytes of the text.
  ///   - alterations: all others, in the order of the text.
  ///   - copyOf: gives the content of other blocks, which stay.
  /// - Returns: the place of the refused alteration, in bytes of the text.
  mutating func alter(
    _ rewritings: inout RewritingQueue, before end: Int, _ alterations: [Alteration],
    copyOf: (Range<Int>) -> Content?
  ) -> Int? {
    while let place = rewritings.first?.place, place.lowerBound < end {
      guard rewrite(valueAt: place, &rewritings) else { return place.lowerBound }
    }
    // From the end, so that inserted pieces do not move the pieces that are still to be found.
    for alteration in alterations.reversed() {
      guard carryOut(alteration, copyOf) else { return alteration.offset }
    }
    dropEmptyBlocks()
    return nil
  }

  /// Whether nothing is lost if `other` is removed and this stays.
  func covers(_ other: Content) -> Bool {
    other.pieces.allSatisfy { piece in piece.isHead || pieces.contains { $0.covers(piece) } }
  }

  private mutating func carryOut(_ alteration: Alteration, _ copyOf: (Range<Int>) -> Content?) -> Bool {
    switch alteration {
    case .text: return false
    case .spacing(let place):
      guard let index = value(at: place) else { return false }
      pieces[index].isLoose = true
    case .value(let place, let value):
      guard let index = self.value(at: place) else { return false }
      pieces[index].bytes = Array(value.utf8)
      if value.isEmpty, pieces[index].kind == .part(.settings) { pieces.remove(at: index) }
    case .field(let offset, let kind, let value):
      let index = pieces.partitioningIndex { $0.place.lowerBound >= offset }
      pieces.insert(Piece(kind: .part(kind), place: offset..<offset, bytes: Array(value.utf8)), at: index)
    case .tail(let place, let tail):
      guard let index = value(at: place), let other = piece(at: tail, where: { $0 == .tail })
      else { return false }
      let gap = Array(
        repeating: UInt8(ascii: " "), count: pieces[index].bytes.isEmpty ? 0 : tail.lowerBound - place.upperBound)
      pieces[index].bytes += gap + pieces[other].bytes
      pieces[index].isLoose = true
      pieces.remove(at: other)
    case .silence(let place, let rest):
      guard let index = piece(at: place, where: { $0 == .part(.comment) }),
        pieces[index].bytes.holds("tapescript-ignore")
      else { return false }
      if rest.isEmpty { pieces.remove(at: index) } else { pieces[index].bytes = Array(rest.utf8) }
    case .removal(let place, let copy):
      if let copy {
        guard let kept = copyOf(copy) else { return false }
        var gone = self
        gone.pieces = pieces.filter { place.contains($0.place.lowerBound) }
        guard kept.covers(gone) else { return false }
      }
      pieces.removeAll { place.contains($0.place.lowerBound) }
    }
    return true
  }

  /// The value at a place.
  private func value(at place: Range<Int>) -> Int? {
    piece(at: place) {
      guard case .part(let kind) = $0 else { return false }
      return kind != .key && kind != .comment
    }
  }

  private func piece(at place: Range<Int>, where isMeant: (Piece.Kind) -> Bool) -> Int? {
    let first = pieces.partitioningIndex { $0.place.lowerBound >= place.lowerBound }
    return pieces.indices[first...].first {
      pieces[$0].place.lowerBound > place.lowerBound || pieces[$0].place == place && isMeant(pieces[$0].kind)
    }.flatMap { pieces[$0].place == place ? $0 : nil }
  }

  /// Applies all rewritings of one value.
  private mutating func rewrite(valueAt place: Range<Int>, _ rewritings: inout RewritingQueue) -> Bool {
    guard let index = value(at: place) else { return false }
    let bytes = pieces[index].bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var taken = 0
    while let one = rewritings.first, one.place == place {
      guard one.stretch.lowerBound >= taken, one.stretch.upperBound <= bytes.count,
        one.kind.allows(bytes, one.stretch, one.replacement)
      else { return false }
      result += bytes[taken..<one.stretch.lowerBound]
      result += one.replacement
      taken = one.stretch.upperBound
      rewritings.removeFirst()
    }
    result += bytes[taken...]
    pieces[index].bytes = result
    return true
  }

  /// Removes blocks that have no content left.
  private mutating func dropEmptyBlocks() {
    pieces = blocks.flatMap { $0.count == 1 && $0.first!.isHead ? [] : $0 }
  }
}

extension Content.Piece {
  fileprivate var isHead: Bool {
    if case .block = kind { true } else { false }
  }

  /// Whether nothing is lost if `other` is removed and this stays.
  fileprivate func covers(_ other: Self) -> Bool {
    guard kind == other.kind, key == other.key, kind != .part(.comment), kind != .tail else { return false }
    return says(other) || words(bytes) == words(other.bytes)
  }
}

extension Alteration.Kind {
  /// Whether a fix may replace a range of a text and still claim that nothing is lost.
  fileprivate func allows(_ bytes: [UInt8], _ stretch: Range<Int>, _ replacement: [UInt8]) -> Bool {
    let gone = bytes[stretch]
    switch self {
    case .words: return true
    case .unseen: return String(decoding: gone, as: UTF8.self).unicodeScalars.allSatisfy(isUnseen)
    case .blanks:
      let isBlank = { (bytes: ArraySlice<UInt8>) in
        String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
      }
      return isBlank(gone) && isBlank(replacement[...]) && !joins(bytes, stretch, replacement)
    case .marks:
      return letters(gone) == letters(replacement[...]) && !joins(bytes, stretch, replacement)
    }
  }

  /// Whether the replacement joins two words.
  private func joins(_ bytes: [UInt8], _ stretch: Range<Int>, _ replacement: [UInt8]) -> Bool {
    guard replacement.isEmpty, !stretch.isEmpty, stretch.lowerBound > 0, stretch.upperBound < bytes.count else {
      return false
    }
    let isLetter = { (byte: UInt8) in isAlphanumeric(byte) || byte >= 0x80 }
    return isLetter(bytes[stretch.lowerBound - 1]) && isLetter(bytes[stretch.upperBound])
  }

  /// All characters except marks, symbols and blanks.
  private func letters(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{FFFC}"
    }
  }
}

extension [UInt8] {
  fileprivate func holds(_ word: StaticString) -> Bool {
    let word = Array(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    return indices.contains { self[$0...].starts(with: word) }
  }
}
