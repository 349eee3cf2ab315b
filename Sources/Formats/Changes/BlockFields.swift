import Transcript

/// All that changes in one block, gathered, since one field may have to make room for another.
struct BlockFields {
  struct Start {
    var time: Time
    var like: Timestamp?
  }

  /// Nil where the label stays; a label that goes is nil inside.
  var speaker: String??
  var start: Start?
  var end: Time?
  var id: String?
  var texts: [(range: Range<Int>, replacement: String)] = []
  var lines: [(part: Part, lines: TextLines)] = []
  var title: String?
  var level: Int?
  var kind: Block.Kind?
  var mendings: [(fault: Part, mending: Mending)] = []
  var completesStart = false
  var respellsSpeaker = false
  var unlabels = false
  private var count = 0

  /// Whether nothing changes but where lines end.
  var isOnlyLines: Bool { !lines.isEmpty && lines.count == count }

  /// Notes a change of the block; false where it contradicts another one, or is none of a single block.
  mutating func note(_ change: Change) -> Bool {
    count += 1
    switch change {
    case .setStart(_, let time, let like): return set(&start, to: Start(time: time, like: like))
    case .setEnd(_, let time): return set(&end, to: time)
    case .setID(_, let text): return set(&id, to: text)
    case .setSpeaker(_, let name):
      guard speaker == nil else { return false }
      speaker = .some(name)
    case .setText(_, let range, let replacement): texts.append((range, replacement))
    case .setLines(_, let part, let other): lines.append((part, other))
    case .setTitle(_, let text): return set(&title, to: text)
    case .setLevel(_, let number): return set(&level, to: number)
    case .setKind(_, let other): return set(&kind, to: other)
    case .completeStart: completesStart = true
    case .respellSpeaker: respellsSpeaker = true
    case .unlabel: unlabels = true
    case .mend(_, let fault, let mending): mendings.append((fault, mending))
    case .setValue, .setEntry, .moveTimes, .insert, .remove, .split, .join, .move: return false
    }
    return true
  }

  /// The new name of the speaker, if nothing else changes.
  var onlyName: String? {
    guard start == nil, end == nil, id == nil, texts.isEmpty, title == nil, level == nil, kind == nil, mendings.isEmpty,
      !completesStart, !respellsSpeaker, !unlabels
    else { return nil }
    return speaker.flatMap(\.self)
  }

  private func set<Value>(_ field: inout Value?, to value: Value) -> Bool {
    guard field == nil else { return false }
    field = value
    return true
  }

  /// What is said, with the stretches that change; nil where there is no such stretch, or two of them overlap.
  func text(of words: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    var taken = 0
    for (range, replacement) in texts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard range.lowerBound >= taken, range.upperBound <= words.count else { return nil }
      text += words[taken..<range.lowerBound] + replacement.utf8
      taken = range.upperBound
    }
    return text + words[taken...]
  }
}
