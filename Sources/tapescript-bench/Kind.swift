/// A kind of episode to measure.
struct Kind {
  enum Notation: String, CaseIterable {
    case page, captions, blog, webvtt
    case frontMatter = "front-matter"
  }

  var notation: Notation
  /// Every so many times, one is written ten minutes late; nil for an episode without mistakes.
  var faultEvery: Int?

  /// Episodes without mistakes, one with a few, and one with far too many.
  static let all =
    Notation.allCases.map { Kind(notation: $0) } + [100, 10].map { Kind(notation: .page, faultEvery: $0) }

  var name: String { notation.rawValue + (faultEvery.map { ", one time in \($0) wrong" } ?? "") }
}

/// How large the episodes are, in bytes.
let sizes: [(name: String, bytes: Int)] = [("70 KB", 70_000), ("700 KB", 700_000), ("7 MB", 7_000_000)]
