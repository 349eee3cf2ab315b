import SourceText
import Transcript

/// Writes changes of a transcript in its notation: what is written as keys and values as YAML, paragraphs as the notation
/// says.
struct TranscriptWriter: BlockWriter {
  let format: TranscriptFormat

  func edits(for changes: [Change], in reading: Reading) -> [Edit]? {
    var pass = Pass(format, reading)
    for change in changes {
      guard pass.make(change) else { return nil }
    }
    return pass.finish()
  }

  func note(_ spelling: inout Spelling, of reading: Reading) {
    guard let notation = format.notation, !FormSpelling.isNothing(in: notation) else { return }
    var form = FormSpelling(notation)
    form.read(reading)
    form.note(&spelling)
  }

  /// One list of changes.
  private struct Pass {
    private let reading: Reading
    private let structure: StructureChanges
    private var units: UnitChanges?
    private let items: ItemChanges
    private var moves: TimeMoves
    private var edits: EditComposition
    private var changes: FieldChanges

    init(_ format: TranscriptFormat, _ reading: Reading) {
      self.reading = reading
      structure = StructureChanges(format, reading)
      units = format.notation.map { UnitChanges(format, $0, reading) }
      items = ItemChanges(reading)
      moves = TimeMoves(reading)
      edits = EditComposition(reading.text)
      changes = FieldChanges(reading)
    }

    mutating func make(_ change: Change) -> Bool {
      let own: [Edit]?
      switch change {
      case .setValue(let value, let text): own = items.edits(to: value, text)
      case .setEntry(let key, let text): own = items.edits(toEntry: key, text)
      case .insert(let content, let place): own = structure.inserting(content, before: place)
      case .remove(let block, _): own = reading.blocks.indices.contains(block) ? structure.removing(block) : nil
      case .move(let block, let place): own = structure.moving(block, before: place)
      case .moveTimes(let block, let offset, let move): own = moves.edits(to: block, from: offset, move)
      case .split(let block, let place, let unit): return split(block, at: place, unit)
      case .join(let block, let other): return join(block, to: other)
      case .setStart(let block, _, _), .completeStart(let block), .setEnd(let block, _), .setID(let block, _),
        .setSpeaker(let block, _),
        .respellSpeaker(let block), .unlabel(let block), .setText(let block, _, _), .setTitle(let block, _),
        .setLines(let block, _, _), .setLevel(let block, _), .setKind(let block, _), .mend(let block, _, _):
        return changes.note(change, of: block)
      }
      guard let own else { return false }
      edits.add(own)
      return true
    }

    private mutating func split(_ block: Int, at place: Int, _ unit: Script.Unit) -> Bool {
      guard let words = words(of: block), (0...words.count).contains(place) else { return false }
      var unit = unit
      unit.text = String(decoding: words[place...].drop(while: isBlank), as: UTF8.self)
      let end = words[..<place].lastIndex { !isBlank($0) }.map { $0 + 1 } ?? 0
      guard changes.note(.setText(block: block, end..<words.count, ""), of: block) else { return false }
      guard let own = structure.inserting(.unit(unit), before: block + 1) else { return false }
      edits.add(own)
      return true
    }

    private mutating func join(_ block: Int, to other: Int) -> Bool {
      guard let words = words(of: block), let above = self.words(of: other), structure.saysNothingElse(block) else {
        return false
      }
      let text = String(decoding: words, as: UTF8.self)
      guard
        changes.note(.setText(block: other, above.count..<above.count, above.isEmpty ? text : " " + text), of: other)
      else {
        return false
      }
      edits.add(structure.removing(block))
      return true
    }

    private func words(of block: Int) -> [UInt8]? {
      guard reading.blocks.indices.contains(block), reading.kind(of: block) == .segment else { return nil }
      return reading.string(.words, of: block).map { Array($0.utf8) }
    }

    mutating func finish() -> [Edit]? {
      units?.expect(changes)
      for (block, fields) in changes.all {
        // The slips that can be put right are all slips at YAML, also in what is not read as such because of them.
        let isItem = reading.isYAML(block) || !fields.mendings.isEmpty
        let own = isItem ? items.edits(to: block, fields) : units?.edits(to: block, fields)
        guard let own else { return nil }
        edits.add(own)
      }
      return edits.composed()
    }
  }
}

extension Reading {
  /// Whether a block is written as keys and values.
  func isYAML(_ block: Int) -> Bool {
    blocks[block].kind == .metadata || blocks.parts(of: block).contains { $0.kind == .key || $0.quoting.isYAML }
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
