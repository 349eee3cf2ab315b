import SourceText
import Transcript

extension Rule {
  static let vttRegionUnknown = Rule(
    "vtt-region-unknown", .warning,
    summary: "A cue refers to a region that the file does not have, or a region cannot be referred to.",
    why: "The cue is shown at the usual place instead of in the region.",
    looks: .atDocument(.frame) { reading, report in
      var known: Set<ArraySlice<UInt8>> = []
      for block in reading.blocks.indices where reading.blocks[block].kind == .metadata {
        guard let id = reading.range(.id, of: block) else { continue }
        if !known.insert(reading.text.bytes[id]).inserted {
          report(id, "A region above has the id “\(reading.text.string(id))”, too (WebVTT 4.3 Region settings).")
        }
      }
      for (block, fault) in reading.faults([.regionUnnamed]) { report.add(fault, of: block, reading) }
      for block in reading.blocks.indices where reading.blocks[block].kind == .segment {
        guard let settings = reading.range(.settings, of: block),
          let region = reading.regionNamed(in: settings), !known.contains(reading.text.bytes[region])
        else { continue }
        report(
          region, "The file has no region “\(reading.text.string(region))” (WebVTT 4.4 Region cue setting).")
      }
    })
}

extension Reading {
  /// The region that the settings of a cue name last.
  fileprivate func regionNamed(in settings: Range<Int>) -> Range<Int>? {
    let word = Array("region:".utf8)
    guard text.bytes[settings].contains(UInt8(ascii: "r")) else { return nil }
    return settings.split { text.bytes[$0] <= 0x20 }.last { setting in
      setting.count > word.count && text.bytes[setting].starts(with: word)
    }?.dropFirst(word.count)
  }
}
