/// One sort of episode to measure with.
struct Kind {
  enum Notation: String, CaseIterable {
    case page, captions, blog
    case frontMatter = "front-matter"
  }

  var notation: Notation
  var faults: Int

  /// Healthy ones, and one with a few faults.
  static let all = Notation.allCases.map { Kind(notation: $0, faults: 0) } + [Kind(notation: .page, faults: 7)]

  var name: String { notation.rawValue + (faults > 0 ? " with \(faults) faults" : "") }
}

/// How large the episodes are, in bytes.
let sizes: [(name: String, bytes: Int)] = [("70 KB", 70_000), ("700 KB", 700_000), ("7 MB", 7_000_000)]
