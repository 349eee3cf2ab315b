import SourceText
import Transcript

/// Writes changes of a transcript in a notation of cues. What a change does not concern stays byte for byte.
struct CueWriter: BlockWriter {
  let notation: any CueNotation

  func edits(for changes: [Change], in reading: Reading) -> [Edit]? {
    var pass = Pass(notation, reading)
    for change in changes {
      guard pass.make(change) else { return nil }
    }
    return pass.finish()
  }

  /// Cues are written in one way, but for their times, which `Spelling` knows.
  func note(_ spelling: inout Spelling, of reading: Reading) {}

  /// One list of changes.
  private struct Pass {
    private let structure: CueStructure
    private var fieldWriter: CueFields
    private var moves: TimeMoves
    private var edits: EditComposition
    private var changes: FieldChanges

    init(_ notation: any CueNotation, _ reading: Reading) {
      structure = CueStructure(notation, reading)
      fieldWriter = CueFields(notation, reading)
      moves = TimeMoves(reading) { notation.written($0, like: $1) }
      edits = EditComposition(reading.text)
      changes = FieldChanges(reading)
    }

    mutating func make(_ change: Change) -> Bool {
      let own: [Edit]?
      switch change {
      case .insert(let content, let place): own = structure.inserting(content, before: place)
      case .remove(let block, _): own = structure.removing(block)
      case .move(let block, let place): own = structure.moving(block, before: place)
      case .moveTimes(let block, let offset, let move): own = moves.edits(to: block, from: offset, move)
      case .split(let block, let place, let unit): own = structure.splitting(block, at: place, unit)
      case .join(let block, let other): own = structure.joining(block, to: other)
      case .setValue(let value, let text):
        let isLine = !text.utf8.contains(where: Ascii.isLineEnd) && !text.contains("-->")
        own = isLine ? [Edit(value.range, Scalar.escaped(text, in: value.quoting))] : nil
      case .setEntry: own = nil
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

    mutating func finish() -> [Edit]? {
      for (block, fields) in changes.all {
        guard let own = fieldWriter.edits(to: block, fields) else { return nil }
        edits.add(own)
      }
      return edits.composed()
    }
  }
}
