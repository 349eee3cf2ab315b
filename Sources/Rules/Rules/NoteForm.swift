import SourceText
import Transcript

extension Rule {
  static let noteForm = Rule(
    "note-form", .hint, repair: .safe,
    summary: "A note stands in the other kind of brackets than nearly all notes of the file.",
    why: "Programs that style, count or remove notes look for one form.",
    looks: .atDocument(.signs(.bracket)) { reading, report in
      var square: [Range<Int>] = []
      var round: [Range<Int>] = []
      reading.forEachSound { block, note in
        report.readWords(of: block)
        if note.isSquare { square.append(note.range) } else { round.append(note.range) }
      }
      let isSquare = square.count >= round.count
      let (usual, other) = isSquare ? (square, round) : (round, square)
      guard !other.isEmpty, usual.count >= 5 * other.count else { return }
      for range in other {
        let bytes = reading.text.bytes
        // `\[` and `\]` stand for brackets that Markdown must not take for a link.
        let isEscaped = bytes[range.lowerBound] == UInt8(ascii: "\\")
        let close = range.upperBound - (isEscaped ? 2 : 1)
        let edits = [
          Edit(range.lowerBound..<(range.lowerBound + (isEscaped ? 2 : 1)), isSquare ? "[" : "("),
          Edit(close..<range.upperBound, isSquare ? "]" : ")"),
        ]
        report(
          range, "The notes of this file stand in \(isSquare ? "square" : "round") brackets.",
          fixes: [Fix("Change the brackets", isSafe: true, edits: edits)])
      }
    })
}

extension Reading {
  /// The notes about sounds in what is said, in bytes of the text, with their blocks.
  fileprivate func forEachSound(_ body: (_ block: Int, Note) -> Void) {
    text.bytes.withUnsafeBufferPointer { bytes in
      for block in blocks.indices where blocks[block].kind == .segment && kind(of: block) == .segment {
        for part in blocks.parts(of: block) where part.kind == .words {
          let words = range(of: part, in: block)
          forEachBracket(.init(rebasing: bytes[words])) { said, index in
            guard var note = Note(said, at: index), note.words.count <= 3, let word = note.words.last,
              soundNotes.contains(word), !unheardNotes.contains(word), note.text.hasSuffix(word)
            else { return }
            note.range = note.range.shifted(by: words.lowerBound)
            body(block, note)
          }
        }
      }
    }
  }
}

/// The places of all opening brackets that a letter follows, sixteen bytes at a time: this runs over all that is said.
private func forEachBracket(
  _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
) {
  let (square, round) = (UInt8(ascii: "["), UInt8(ascii: "("))
  let decoration = ByteSet(" *_")
  var index = 0
  while index < bytes.count {
    let end = min(index + 16, bytes.count)
    defer { index = end }
    if end == index + 16 {
      let place = UnsafeRawPointer(bytes.baseAddress!)
      let first = place.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = place.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
      let found = holding(first, square) | holding(first, round) | holding(second, square) | holding(second, round)
      if found == 0 { continue }
    }
    for place in index..<end where bytes[place] == square || bytes[place] == round {
      var next = place + 1
      while next < bytes.count, decoration.contains(bytes[next]) { next += 1 }
      if next < bytes.count, isLetter(bytes[next]) { body(bytes, place) }
    }
  }
}

/// Not zero where one of eight bytes is `byte`: there the difference is zero, and only from zero does taking one away set
/// the high bit without a high bit before.
private func holding(_ eight: UInt64, _ byte: UInt8) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let difference = eight ^ (ones &* UInt64(byte))
  return (difference &- ones) & ~difference & (ones << 7)
}
