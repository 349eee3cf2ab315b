import SourceText
import Transcript

/// What the segments of a text have in common in the way they are written: which form, and where lines begin and end.
struct FormSpelling {
  /// How many segments are looked at.
  private static let most = 400

  private let notation: Notation
  private var forms: [Int]
  private var textColumns: [Int: Int] = [:]
  private var wrapWidth = WrapWidth()

  init(_ notation: Notation) {
    self.notation = notation
    forms = Array(repeating: 0, count: notation.forms.count)
  }

  /// Whether all texts of the notation are written in the same way.
  static func isNothing(in notation: Notation) -> Bool {
    notation.forms.count == 1 && !notation.traits.wraps && notation.traits.textColumn == nil
  }

  mutating func read(_ reading: Reading) {
    let reader = ParagraphReader(notation: notation)
    for block in reading.segments().prefix(Self.most) {
      reading.text.withLines(from: reading.text.line(at: reading.blocks.start(of: block))) { lines in
        guard let content = lines.nextSpoken() else { return }
        let unit = reader.unit(&lines, content)
        if notation.traits.wraps, !unit.words.isEmpty { wrapWidth.note(unit.words, in: reading.text) }
        guard unit.time != nil || unit.label != nil else { return }
        forms[unit.form] += 1
        if unit.label != nil, !unit.words.isEmpty, content.contains(unit.words.lowerBound) {
          textColumns[columns(content.lowerBound..<unit.words.lowerBound, reading.text), default: 0] += 1
        }
      }
    }
  }

  private func columns(_ range: Range<Int>, _ text: Text) -> Int {
    text.bytes[range].count { $0 & 0xC0 != 0x80 }
  }

  func note(_ spelling: inout Spelling) {
    spelling.form = forms.indices.max { (forms[$0], -$0) < (forms[$1], -$1) } ?? 0
    if notation.traits.wraps { spelling.wrapColumn = wrapWidth.hasLines ? wrapWidth.columns : .max }
    guard notation.traits.textColumn != nil else { return }
    let usual = textColumns.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    // Where what is said begins right behind the labels, they differ in length.
    spelling.textColumn = usual.flatMap { $0.value * 2 > textColumns.values.reduce(0, +) ? $0.key : 0 }
  }
}
