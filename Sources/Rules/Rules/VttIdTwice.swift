import SourceText
import Transcript

extension Rule {
  static let vttIdTwice = Rule(
    "vtt-id-twice", .warning,
    summary: "Two cues have the same id.",
    why: "A style or a script that speaks of the id means one cue, and gets both or the first.",
    looks: .atDocument(.frame) { reading, report in
      var first: [ArraySlice<UInt8>: Int] = [:]
      var twice: [(block: Int, of: Int)] = []
      for block in reading.blocks.indices where reading.blocks[block].kind == .segment {
        // The numbers of SubRip have a rule of their own.
        guard let id = reading.range(.id, of: block), reading.part(.words, of: block)?.quoting != .subtitle else {
          continue
        }
        let written = reading.text.bytes[id]
        if let known = first[written] { twice.append((block, known)) } else { first[written] = block }
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
