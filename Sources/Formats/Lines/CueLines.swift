import SourceText
import Transcript

/// Divides what is said in a cue into other lines.
struct CueLines {
  private let notation: any CueNotation
  private let reading: Reading

  init(_ notation: any CueNotation, _ reading: Reading) {
    (self.notation, self.reading) = (notation, reading)
  }

  func edits(to block: Int, _ lines: [(part: Part, lines: TextLines)]) -> [Edit]? {
    guard reading.kind(of: block) == .segment, lines.count == 1, let (part, lines) = lines.first, part.kind == .words,
      part.quoting.isCue, let before = read(Array(reading.text.bytes[reading.content(of: block)]))
    else { return nil }
    let range = reading.range(of: part, in: block)
    var choice = LineChoice(
      JointedText(reading.text, range, part.quoting), in: reading.content(of: block), of: reading.text
    ) { written in read(written)?.says(before) ?? false }
    let indent = indent(of: block, before: range.lowerBound)
    return choice.edits { said in
      switch lines {
      case .joined: said.joined
      case .wrapped(let breaking): said.broken(breaking, indent: indent)
      }
    }
  }

  /// A cue in a file of its own; nil where it would be several.
  private func read(_ cue: [UInt8]) -> Reading? {
    let read = Document(Text(Array(notation.header.utf8) + cue + [0x0A]), format: notation).reading
    return read.blocks.indices.count { read.blocks[$0].kind == .segment } == 1 ? read : nil
  }

  /// How many characters of a label are shown before the words; a voice is not.
  private func indent(of block: Int, before words: Int) -> Int {
    guard let label = reading.part(.speaker, of: block), label.quoting == .none else { return 0 }
    let line = reading.text.content(ofLine: reading.text.line(at: words)).lowerBound
    let start = reading.range(of: label, in: block).lowerBound
    return line <= start ? displayWidth(of: reading.text.bytes[line..<words]) : 0
  }
}
