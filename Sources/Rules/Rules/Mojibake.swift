import SourceText
import Transcript

extension Rule {
  /// Reports letters that were read in the wrong encoding, such as `â€™` for an apostrophe, and letters that were lost
  /// that way.
  static let mojibake = Rule(
    "mojibake", .warning, fix: .safe,
    summary: "Letters were read in the wrong encoding.",
    why: "Readers see garbage where a letter or a quotation mark belongs, and search finds neither.",
    looks: .atPassage(.unusual, reportDamage),
    .atBlock { reading, block, report in
      reading.forEachUnusualValue(of: block) { reportDamage(in: $0, &report) }
    })
}

@Sendable
private func reportDamage(in passage: Passage, _ report: inout Report) {
  for found in passage.mojibake {
    report(
      passage.source(found.range), "“\(passage.string(found.range))” is “\(found.meant)” in the wrong encoding.",
      fixes: [passage.fix("Change to \(found.meant)", found.range, found.meant, altering: .words)])
  }
  let bytes = passage.bytes
  for index in bytes.indices.dropLast(2)
  where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
    report(passage.source(index..<(index + 3)), "A letter was lost here when the text was converted.")
  }
}
