import SourceText
import Transcript

/// Writes changes of a file in SubRip. What does not change stays as it is written: decimal marks, digits, ends of lines,
/// tags, what stands behind the times.
struct SubRipWriter: BlockWriter {
  func edits(for changes: [Change], in reading: Reading) -> [Edit]? {
    var pass = Pass(reading)
    for change in changes {
      guard pass.make(change) else { return nil }
    }
    return pass.finish()
  }

  func note(_ spelling: inout Spelling, of reading: Reading) {}

  /// One list of changes.
  private struct Pass {
    private let reading: Reading
    private let structure: SubRipStructure
    private let cues: SubRipCueChanges
    private var edits: EditComposition
    /// By block, in the order in which they were first spoken of.
    private var blocks: [Int] = []
    private var fields: [Int: BlockFields] = [:]

    init(_ reading: Reading) {
      self.reading = reading
      structure = SubRipStructure(reading)
      cues = SubRipCueChanges(reading)
      edits = EditComposition(reading.text)
    }

    mutating func make(_ change: Change) -> Bool {
      let own: [Edit]?
      switch change {
      case .setValue, .setEntry: return false
      case .insert(let content, let place): own = structure.inserting(content, before: place)
      case .remove(let block, _): own = structure.removing(block)
      case .move(let block, let place): own = structure.moving(block, before: place)
      case .split(let block, let place, let unit): own = structure.splitting(block, at: place, unit)
      case .join(let block, let other): own = structure.joining(block, to: other)
      case .mend(let block, let fault, .respell) where fault.fault == .subRipBlankLineMissing:
        own = structure.parting(block)
      case .setStart(let block, _, _), .completeStart(let block), .setEnd(let block, _), .setID(let block, _),
        .setSpeaker(let block, _),
        .respellSpeaker(let block), .unlabel(let block), .setText(let block, _, _), .setTitle(let block, _),
        .setLevel(let block, _), .setKind(let block, _), .mend(let block, _, _):
        guard reading.blocks.indices.contains(block) else { return false }
        if fields[block] == nil { blocks.append(block) }
        return fields[block, default: BlockFields()].note(change)
      }
      guard let own else { return false }
      edits.add(own)
      return true
    }

    mutating func finish() -> [Edit]? {
      for block in blocks {
        guard let fields = fields[block], let own = cues.edits(to: block, fields) else { return nil }
        edits.add(own)
      }
      return edits.composed()
    }
  }
}
