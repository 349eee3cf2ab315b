import SeededRandom
import SourceText
import Transcript

extension MutationKind {
  static let structure = [
    MutationKind("a turn twice") { specimen, random in
      guard let (segment, _, _) = longWords(of: specimen, &random) else { return nil }
      let block = specimen.reading.blocks.range(of: segment)
      let copy = Edit(block.upperBound..<block.upperBound, Array(specimen.text.bytes[block]))
      return Mutation(
        "segment-duplicate", .first, in: specimen.text, copy, at: block.lowerBound..<(block.upperBound + block.count))
    },
    MutationKind("an empty section") { specimen, random in
      guard let header = anyHeader(of: specimen, &random) else { return nil }
      let end = specimen.text.lineEnding(at: 0)
      let start = specimen.reading.blocks.start(of: header)
      let lead = specimen.isYAML ? "- header: " : ""
      let title = "Nothing at all"
      let edit = Edit(start..<start, lead + title + end + (specimen.isYAML ? "" : end))
      let place = start + lead.utf8.count
      return Mutation("header-empty", .first, in: specimen.text, edit, at: place..<(place + title.utf8.count))
    },
    MutationKind("a header twice") { specimen, random in
      guard let header = anyHeader(of: specimen, &random) else { return nil }
      let block = specimen.reading.blocks.range(of: header)
      let copy = Edit(block.lowerBound..<block.lowerBound, Array(specimen.text.bytes[block]))
      return Mutation("header-empty", .first, in: specimen.text, copy, at: block)
    },
    MutationKind("a lost title") { specimen, random in
      guard specimen.isYAML, let header = anyHeader(of: specimen, &random),
        let title = specimen.reading.range(.title, of: header), let key = specimen.reading.range(.key, of: header)
      else { return nil }
      let line = specimen.text.content(ofLine: specimen.text.line(at: title.lowerBound))
      return Mutation(
        "header-untitled", .none, in: specimen.text, Edit((key.upperBound + 1)..<line.upperBound, ""), at: key)
    },
    MutationKind("the marks of a merge") { specimen, random in
      guard let (segment, _, words) = longWords(of: specimen, &random) else { return nil }
      let block = specimen.reading.blocks.range(of: segment)
      let end = specimen.text.lineEnding(at: 0)
      var theirs = Array(specimen.text.bytes[block])
      theirs.replaceSubrange(
        (words.lowerBound - block.lowerBound)..<(words.lowerBound - block.lowerBound), with: "Well ".utf8)
      let mark = "<<<<<<< ours"
      let edit = Edit(
        block,
        Array("\(mark)\(end)".utf8) + specimen.text.bytes[block] + "=======\(end)".utf8 + theirs
          + ">>>>>>> theirs\(end)".utf8)
      return Mutation(
        "conflict-marker", .none, in: specimen.text, edit, at: block.lowerBound..<(block.lowerBound + mark.utf8.count))
    },
  ]
}

/// Segments with so many words that they are not repeated by chance, as a short answer is.
private func longWords(of specimen: Specimen, _ random: inout SeededGenerator) -> (
  segment: Int, part: Part, range: Range<Int>
)? {
  let last = specimen.reading.blocks.count - 1
  return specimen.anyPart(.words, &random) { segment, part in part.length >= 60 && segment < last }
}

/// A header below a section that is not empty. The first header is left out, since only prose stands above it.
private func anyHeader(of specimen: Specimen, _ random: inout SeededGenerator) -> Int? {
  specimen.reading.blocks.indices.filter { specimen.reading.kind(of: $0) == .header }.dropFirst().randomElement(
    using: &random)
}
