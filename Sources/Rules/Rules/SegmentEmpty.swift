import Transcript

extension Rule {
  /// An empty segment is allowed before a block quote, and before a paragraph that continues the turn.
  static let segmentEmpty = Rule(
    "segment-empty", .warning,
    summary: "A segment has a speaker and a time but no text.",
    why: "The page shows a speaker who says nothing; the words were lost, or the line is left over.",
    halfWritten: .unit,
    looks: .atDocument(.frame) { reading, report in
      for index in reading.episode.rows.indices where reading.episode.rows[index].words == 0 {
        // A cue has a rule of its own.
        if reading.episode.rows[index].end != nil { continue }
        // If YAML cannot read the item, its words may have been lost by that mistake, which is reported already.
        guard reading.kind(of: index) == .segment, !reading.isRefused(index) else { continue }
        let label = reading.range(.speaker, of: index) ?? 0..<0
        guard let range = label.isEmpty ? reading.range(.start, of: index) : label, !range.isEmpty else { continue }
        // What was said stands in the place of the label, which is reported already.
        if let name = reading.string(.speaker, of: index), !name.isEmpty, !NameShape(name).isName { continue }
        if reading.goesOn(at: index + 1) { continue }
        let behind = reading.blocks.range(of: index).upperBound
        if behind < reading.text.count, reading.text.bytes[behind] == UInt8(ascii: ">") { continue }
        report(range, "Nothing is said here.")
      }
    })
}

extension Reading {
  /// Whether a block is a paragraph that goes on with what was said above: it has words, perhaps with marks among them, and
  /// neither label nor time of its own.
  fileprivate func goesOn(at index: Int) -> Bool {
    guard index < blocks.count, kind(of: index) == .segment, episode.rows[index].words > 0 else { return false }
    return blocks.parts(of: index).allSatisfy { [.words, .markup, .mark, .inlineTime].contains($0.kind) }
  }
}
