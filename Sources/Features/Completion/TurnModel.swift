import SourceText
import Transcript

/// A segment as a model for another one: what stands around its label, its times and its words is copied as it is.
struct TurnModel {
  private let reading: Reading
  private let block: Int
  /// The parts that differ from segment to segment, in the order of the text.
  private let parts: [Part]

  /// What a segment says in the place of the model.
  struct Filling {
    /// As it is written in a label.
    var speaker: [UInt8]?
    var time: (time: Time, like: Timestamp)?
    var words: String
  }

  /// A text and where the words are in it, in bytes of the text.
  struct Written {
    var text: String
    var words: Range<Int>
  }

  private static let fields: [Part.Kind] = [.speaker, .start, .end, .seconds, .id, .words]

  /// Nil if the segment has anything that should not be copied: comments, faults, several voices, settings.
  init?(_ reading: Reading, _ block: Int) {
    let parts = reading.blocks.parts(of: block)
    guard let words = parts.first(where: { $0.kind == .words }), words.quoting != .other else { return nil }
    for part in parts {
      switch part.kind {
      case .comment, .fault, .value, .settings: return nil
      // Such as the time once more in words.
      case .mark where reading.text.bytes[reading.range(of: part, in: block)].contains(where: Ascii.isDigit):
        return nil
      default: break
      }
    }
    let fields = parts.filter { Self.fields.contains($0.kind) }
    guard Set(fields.map(\.kind)).count == fields.count, fields.allSatisfy({ $0.kind == .words || $0.length > 0 })
    else { return nil }
    (self.reading, self.block) = (reading, block)
    self.parts = fields.sorted { $0.offset < $1.offset }
  }

  var hasTime: Bool { parts.contains { $0.kind == .start || $0.kind == .seconds } }
  var hasLabel: Bool { parts.contains { $0.kind == .speaker } }

  /// Whether a line with nothing on it stands between this segment and the one above or below.
  var isSpread: Bool {
    let gap = reading.content(of: block).upperBound..<reading.blocks.range(of: block).upperBound
    let text = reading.text
    if block + 1 < reading.blocks.count { return text.line(at: gap.upperBound) - text.line(at: gap.lowerBound) > 1 }
    guard block > 0 else { return true }
    let start = text.line(at: reading.blocks.start(of: block))
    return text.line(at: reading.content(of: block - 1).upperBound) + 1 < start
  }

  /// Another segment like this one; nil if it cannot say what it should.
  func written(_ filling: Filling) -> Written? {
    var bytes: [UInt8] = []
    var words = 0..<0
    let content = reading.content(of: block)
    var taken = content.lowerBound
    for part in parts {
      // In YAML the quotes of a name belong to it.
      let isName = part.kind == .speaker
      let range = isName ? reading.scalar(part, in: block) : reading.range(of: part, in: block)
      guard range.lowerBound >= taken, let value = value(of: part, filling) else { return nil }
      bytes += reading.text.bytes[taken..<range.lowerBound]
      if part.kind == .words { words = bytes.count..<(bytes.count + value.count) }
      bytes += value
      taken = range.upperBound
    }
    bytes += reading.text.bytes[taken..<content.upperBound]
    return Written(text: String(decoding: bytes, as: UTF8.self), words: words)
  }

  private func value(of part: Part, _ filling: Filling) -> [UInt8]? {
    let written = Array(reading.text.bytes[reading.range(of: part, in: block)])
    switch part.kind {
    case .speaker: return filling.speaker
    case .words: return Array(filling.words.utf8)
    case .start: return filling.time.map { Array($0.like.spelling(of: $0.time).utf8) }
    case .seconds: return filling.time.map { Array(String($0.time.wholeSeconds).utf8) }
    case .end:
      guard case .time(let stamp) = Timestamp.read(written) else { return nil }
      return filling.time.map { Array(stamp.spelling(of: Time(milliseconds: Int($0.time.milliseconds) + 3000)).utf8) }
    // The numbers of cues rise by one.
    case .id: return Int(String(decoding: written, as: UTF8.self)).map { Array(String($0 &+ 1).utf8) }
    default: return written
    }
  }
}
