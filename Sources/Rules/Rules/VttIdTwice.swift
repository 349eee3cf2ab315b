import SourceText
import Transcript

extension Rule {
  static let vttIdTwice = Rule(
    "vtt-id-twice", .warning,
    summary: "Two cues have the same id.",
    why: "A style or a script that speaks of the id means one cue, and gets both or the first.",
    looks: .atDocument(.frame) { reading, report in
      if reading.hasRisingIDs { return }
      var first: [ArraySlice<UInt8>: Int] = [:]
      var twice: [(block: Int, of: Int)] = []
      /// The last cue with words.
      var above: Int?
      for block in reading.settledSegments() {
        let spoken = above
        if reading.episode.rows[block].words > 0 { above = block }
        // The numbers of SubRip have a rule of their own.
        guard let id = reading.range(.id, of: block), reading.part(.words, of: block)?.quoting != .subtitle else {
          continue
        }
        let written = reading.text.bytes[id]
        guard let known = first[written] else {
          first[written] = block
          continue
        }
        // Of two equal cues one will go.
        if above == block, known == spoken, reading.isRepeated(block) { continue }
        twice.append((block, known))
      }
      guard let one = twice.first, let range = reading.range(.id, of: one.block),
        let other = reading.range(.id, of: one.of)
      else { return }
      let others = twice.count > 1 ? " \(counted(twice.count, "cue")) in all repeat an id." : ""
      report(
        range, "A cue above has the id “\(reading.text.string(range))”, too (WebVTT 4.1 Cue identifier).\(others)",
        related: [Finding.Related(range: other, message: "the first cue with this id")])
    })
}

extension Reading {
  /// Whether all ids are numbers, each greater than the one above: then none is there twice.
  fileprivate var hasRisingIDs: Bool {
    var last = -1
    for block in blocks.indices where blocks[block].kind == .segment {
      guard let id = range(.id, of: block) else { continue }
      guard id.count <= 9 else { return false }
      var number = 0
      for byte in text.bytes[id] {
        guard (0x30...0x39).contains(byte) else { return false }
        number = number * 10 + Int(byte - 0x30)
      }
      guard number > last else { return false }
      last = number
    }
    return true
  }
}
