extension Text {
  /// The byte offset of `position`, clamped as LSP 3.18 asks: a column past the end of a line means its end, before its
  /// end-of-line characters; a line past the last means the end of the text; the inside of a scalar means its start.
  public func offset(of position: Position, in encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < lineCount else { return count }
    let line = content(ofLine: position.line)
    guard position.column > 0 else { return line.lowerBound }
    let start = checkpoint(on: line, in: encoding) { $0.column <= position.column }
    let ascii = asciiLength((start.offset..<line.upperBound).prefix(position.column - start.column))
    var units = start.column + ascii
    var offset = start.offset + ascii
    while offset < line.upperBound {
      let length = scalarLength(at: offset, before: line.upperBound)
      let next = units + encoding.units(ofScalarLedBy: bytes[offset], length: length)
      if next > position.column { break }
      units = next
      offset += length
    }
    return offset
  }

  /// The line and column of a byte offset. Inside a scalar or between `\r` and `\n`, it is the position before these.
  public func position(of offset: Int, in encoding: PositionEncoding) -> Position {
    let offset = max(0, min(offset, count))
    return position(of: offset, onLine: line(at: offset), in: encoding)
  }

  /// The positions at both ends of a range. A range within one line needs only one search for that line.
  ///
  /// - Parameter line: a line from which it is searched; best one that is not far above.
  public func positions(of range: Range<Int>, in encoding: PositionEncoding, from line: Int = 0) -> Range<Position> {
    let range = range.clamped(to: 0..<count)
    let line = line == 0 ? self.line(at: range.lowerBound) : self.line(at: range.lowerBound, from: line)
    let start = position(of: range.lowerBound, onLine: line, in: encoding)
    guard range.upperBound < self.range(ofLine: line).upperBound else {
      return start..<position(of: range.upperBound, in: encoding)
    }
    return start..<position(of: range.upperBound, onLine: line, in: encoding)
  }

  private func position(of offset: Int, onLine line: Int, in encoding: PositionEncoding) -> Position {
    // The characters that end a line are looked at only for an offset near them: in a long list of places, the memory
    // there would have to be fetched for each.
    let whole = range(ofLine: line)
    let isInside = offset + 2 <= whole.upperBound && whole.count <= ColumnIndex.spacing
    let content = isInside ? whole : content(ofLine: line)
    let end = min(offset, content.upperBound)
    let start = checkpoint(on: content, in: encoding) { $0.offset <= end }
    let ascii = asciiLength(start.offset..<end)
    var column = start.column + ascii
    var cursor = start.offset + ascii
    while cursor < end {
      let length = scalarLength(at: cursor, before: content.upperBound)
      if cursor + length > end { break }
      column += encoding.units(ofScalarLedBy: bytes[cursor], length: length)
      cursor += length
    }
    return Position(line: line, column: column)
  }

  /// The last known column on a line for which `precedes` holds, from which the counting can start.
  private func checkpoint(
    on line: Range<Int>, in encoding: PositionEncoding, where precedes: (ColumnIndex.Checkpoint) -> Bool
  ) -> ColumnIndex.Checkpoint {
    columnIndex.last(of: line, in: encoding, counting: { checkpoints(on: line, in: encoding) }, where: precedes)
  }

  private func checkpoints(on line: Range<Int>, in encoding: PositionEncoding) -> [ColumnIndex.Checkpoint] {
    var checkpoints: [ColumnIndex.Checkpoint] = []
    checkpoints.reserveCapacity(line.count / ColumnIndex.spacing)
    var place = ColumnIndex.Checkpoint(offset: line.lowerBound, column: 0)
    var next = line.lowerBound + ColumnIndex.spacing
    while place.offset < line.upperBound {
      if place.offset >= next {
        checkpoints.append(place)
        next = place.offset + ColumnIndex.spacing
      }
      let ascii = asciiLength(place.offset..<min(line.upperBound, next))
      place.offset += ascii
      place.column += ascii
      guard ascii == 0 else { continue }
      let length = scalarLength(at: place.offset, before: line.upperBound)
      place.column += encoding.units(ofScalarLedBy: bytes[place.offset], length: length)
      place.offset += length
    }
    return checkpoints
  }

  /// How many bytes at the beginning of a range are ASCII; each is one unit in every encoding. Only whole groups of
  /// eight bytes are counted.
  private func asciiLength(_ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { bytes in
      var length = 0
      while length + 8 <= range.count {
        let word = bytes.loadUnaligned(fromByteOffset: range.lowerBound + length, as: UInt64.self)
        if word & 0x8080_8080_8080_8080 != 0 { break }
        length += 8
      }
      return length
    }
  }

  /// How many bytes the scalar at `offset` has; 1 for a byte that begins none.
  private func scalarLength(at offset: Int, before end: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      max(1, wellFormedLength(in: UnsafeBufferPointer(rebasing: bytes[..<end]), at: offset))
    }
  }
}
