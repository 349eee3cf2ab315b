/// For which findings fixes are made. Making fixes may take more time than finding the mistakes.
public enum FixScope: Sendable {
  /// For none, when a text is only shown with its findings.
  case none
  /// For each finding that is reported individually.
  case told
  /// Also for findings that are only counted; their fixes are joined in the finding that stands for them (`JointFix`).
  case all
  /// As with `all`, but only for rules whose fixes are safe.
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
