/// For which findings fixes are made. To make them may be most of the work that findings are.
public enum FixScope: Sendable {
  /// For none: a text is shown with what is wrong in it.
  case none
  /// For each finding that is told by itself.
  case told
  /// For those that are only counted, too, joined in the finding that speaks for them (`JointFix`).
  case all
  /// The same of the rules whose fixes can be made without anybody looking, and of no others.
  case safe

  /// Whether fixes of findings that are only counted are joined.
  var isJoined: Bool { self == .all || self == .safe }

  /// Whether fixes of a rule are made.
  func holds(_ rule: Rule) -> Bool {
    switch self {
    case .none: false
    case .told, .all: true
    case .safe: rule.fix == .safe
    }
  }
}
