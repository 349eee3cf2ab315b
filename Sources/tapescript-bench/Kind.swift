/// One sort of episode to measure with.
struct Kind {
  enum Notation: String, CaseIterable {
    case page, captions, blog, webvtt
    case frontMatter = "front-matter"
  }

  var notation: Notation
  /// One time in so many is written ten minutes late; nil for a healthy episode.
  var faultEvery: Int?

  /// Healthy ones, one with a few faults, and one with more than anybody would read.
  static let all =
    Notation.allCases.map { Kind(notation: $0) } + [100, 10].map { Kind(notation: .page, faultEvery: $0) }

  var name: String { notation.rawValue + (faultEvery.map { ", one time in \($0) wrong" } ?? "") }
}

/// How large the episodes are, in bytes.
let sizes: [(name: String, bytes: Int)] = [("70 KB", 70_000), ("700 KB", 700_000), ("7 MB", 7_000_000)]
