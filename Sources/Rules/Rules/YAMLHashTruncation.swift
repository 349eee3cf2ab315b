import SourceText
import Transcript

extension Rule {
  static let yamlHashTruncation = Rule(
    "yaml-hash-truncation", .warning, fix: .safe,
    summary: "A `#` in a value without quotes begins a comment, and what follows is not part of the text.",
    why: "The rest of the sentence is missing from the page, and no program says so.",
    looks: .atFaults([.hashTruncates]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let isComment = range.count == 1 || reading.text.bytes[range.lowerBound + 1] == 0x20
      // People write comments in metadata, but not in spoken words.
      if reading.blocks[block].kind == .metadata, isComment { return }
      // Where nothing stands before it, it may be a comment that somebody meant.
      let before = reading.text.bytes[..<range.lowerBound].last { !Ascii.isBlank($0) }
      report(
        range, "YAML takes this for a comment and drops it.",
        fixes: [
          Fix(
            "Put quotes around the value", [.mend(block: block, fault, .quoteTail)], in: reading,
            isSafe: before != UInt8(ascii: ":"))
        ])
    })
}
