import Transcript

/// The keys of an item that pages look at.
enum ItemKey: String, CaseIterable {
  case line, sec, time, who, header

  /// What stands under it.
  var kind: Part.Kind {
    switch self {
    case .line: .words
    case .who: .speaker
    case .header: .title
    case .sec: .seconds
    case .time: .start
    }
  }

  /// The key of a field; nil where it has none.
  init?(_ kind: Part.Kind) {
    guard let key = Self.allCases.first(where: { $0.kind == kind }) else { return nil }
    self = key
  }
}
