import SourceText

/// The replacements that were typed since a document was opened. Only the open document knows which spelling its user
/// has just corrected.
struct Corrections {
  /// A range of the text that has been changed.
  struct Correction: Equatable {
    /// Where it is now, in bytes of the text.
    var range: Range<Int>
    /// What stood there when the document was opened.
    var original: [UInt8]
  }

  /// Older corrections are not needed, and every edit looks at the whole list.
  private static let limit = 32
  /// In bytes; a longer replacement is not the correction of a slip.
  private static let longest = 400

  /// From oldest to newest. No two of them touch.
  private(set) var all: [Correction] = []

  /// Notes an edit before it is made.
  mutating func note(_ edit: Edit, in text: Text) {
    let range = edit.range.clamped(to: 0..<text.count)
    let touched = all.filter { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    all.removeAll { touched.contains($0) }
    let delta = edit.replacement.count - range.count
    for index in all.indices where all[index].range.lowerBound > range.upperBound {
      all[index].range = all[index].range.shifted(by: delta)
    }
    let first = min(range.lowerBound, touched.first?.range.lowerBound ?? range.lowerBound)
    let last = max(range.upperBound, touched.last?.range.upperBound ?? range.upperBound)
    guard last - first <= Self.longest, edit.replacement.count <= Self.longest else { return }
    var original: [UInt8] = []
    var copied = first
    for correction in touched {
      original += text.bytes[copied..<correction.range.lowerBound] + correction.original
      copied = correction.range.upperBound
    }
    original += text.bytes[copied..<last]
    if all.count == Self.limit { all.removeFirst() }
    all.append(Correction(range: first..<(last + delta), original: original))
  }

  /// The newest correction that touches a range.
  func correction(at range: Range<Int>) -> Correction? {
    all.last { $0.range.lowerBound <= range.upperBound && range.lowerBound <= $0.range.upperBound }
  }
}
