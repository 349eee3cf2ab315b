import SourceText
import Transcript

/// What a reading says, as text: a line for each block with its parts, for snapshots that people can read.
public func dump(_ reading: Reading) -> String {
  var lines: [String] = []
  for index in reading.blocks.indices {
    let block = reading.blocks[index]
    var head = "\(block.kind)"
    if block.isTentative { head += " or \(block.otherwise) -> \(reading.kind(of: index))" }
    if block.kind == .header { head += " \(block.level)" }
    lines.append(head)
    for part in reading.blocks.parts(of: index) {
      let name = part.fault.map { "fault \($0)" } ?? "\(part.kind)"
      let quoting = part.quoting == .none || part.kind == .fault ? "" : " \(part.quoting)"
      lines.append(
        "  \(name)\(quoting): \(part.fault == nil ? reading.string(of: part, in: index) : reading.text.string(reading.range(of: part, in: index)))"
      )
    }
  }
  return lines.joined(separator: "\n")
}
