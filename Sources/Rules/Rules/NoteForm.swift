import SourceText
import Transcript

extension Rule {
  static let noteForm = Rule(
    "note-form", .hint, fix: .safe,
    summary: "A note has another kind of brackets than nearly all notes of the file.",
    why: "Programs that style, count or remove notes look for one form.",
    looks: .atDocument(.signs(.bracket)) { reading, report in
      var square: [Place] = []
      var round: [Place] = []
      var last: Int?
      reading.forEachSound { block, part, note in
        if last != block { report.readWords(of: block) }
        last = block
        let place = Place(range: note.range, part: part, block: block)
        if note.isSquare { square.append(place) } else { round.append(place) }
      }
      let isSquare = square.count >= round.count
      let (usual, other) = isSquare ? (square, round) : (round, square)
      guard !other.isEmpty, usual.count >= 5 * other.count else { return }
      var passage = Passage(reading)
      for place in other {
        passage.read(place.part, of: place.block)
        guard let stretch = passage.stretch(of: place.range) else { continue }
        // `\[` and `\]` are brackets that are escaped, so that Markdown does not read them as a link.
        let marks = ByteSet("[]()\\")
        let words = String(decoding: passage.bytes[stretch].filter { !marks.contains($0) }, as: UTF8.self)
        report(
          place.range, "The notes of this file stand in \(isSquare ? "square" : "round") brackets.",
          fixes: [
            passage.fix(
              "Change the brackets", stretch, isSquare ? "[\(words)]" : "(\(words))", altering: .marks)
          ])
      }
    })
}

/// A note and the part of its block in which it stands.
private struct Place {
  var range: Range<Int>
  var part: Part
  var block: Int
}

extension Reading {
  /// Calls `body` for each note about a sound in spoken words, with its block.
  fileprivate func forEachSound(_ body: (_ block: Int, Part, Note) -> Void) {
    var verdicts = NoteVerdicts<Bool>()
    text.bytes.withUnsafeBufferPointer { bytes in
      forEachBracket(bytes) { index in
        guard let (block, part, words) = words(at: index),
          var note = Note(.init(rebasing: bytes[words]), at: index - words.lowerBound),
          verdicts.verdict(of: note, isSound)
        else { return }
        note.range = note.range.shifted(by: words.lowerBound)
        body(block, part, note)
      }
    }
  }

  /// The segment whose words contain an offset, and the place of these words.
  private func words(at offset: Int) -> (block: Int, part: Part, range: Range<Int>)? {
    guard let block = blocks.index(at: offset), kind(of: block) == .segment else { return nil }
    // This is a loop because a closure would hold a copy of the reading for each bracket of the text.
    for part in blocks.parts(of: block) where part.kind == .words {
      let range = range(of: part, in: block)
      if range.contains(offset) { return (block, part, range) }
    }
    return nil
  }
}

/// Whether a note describes a sound, and not a passage that could not be heard.
private func isSound(_ note: Note) -> Bool {
  let words = note.words
  guard words.count <= 3, let word = words.last else { return false }
  return soundNotes.contains(word) && !unheardNotes.contains(word) && note.text.hasSuffix(word)
}

/// Calls `body` for each opening bracket that is followed by a letter. It looks at sixteen bytes at a time, because it
/// runs over the whole text, and many files have a time in brackets on every line.
private func forEachBracket(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
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
      if next < bytes.count, isLetter(bytes[next]) { body(place) }
    }
  }
}

/// Not zero if one of the eight bytes is `byte`: the difference is zero at that byte, and subtracting one from zero
/// sets a high bit that was clear.
private func holding(_ eight: UInt64, _ byte: UInt8) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let difference = eight ^ (ones &* UInt64(byte))
  return (difference &- ones) & ~difference & (ones << 7)
}
