import SourceText

/// For which findings fixes are made. Making fixes may take more time than finding the mistakes.
public enum FixScope: Sendable, Equatable {
  /// For none, when a text is only shown with its findings.
  case none
  /// For each finding that is reported individually.
  case told
  /// Also for findings that are only counted; their fixes are joined in the finding that stands for them (`JointFix`).
  case all
  /// As with `all`, but only for rules whose fixes are safe.
  case safe
  /// For the findings of some rules, and for those that touch some places, in bytes of the text.
  case some(rules: Set<String>, places: [Range<Int>])

  /// Whether fixes of findings that are only counted are joined.
  var isJoined: Bool { self == .all || self == .safe }

  /// Whether fixes are made for what a rule found at a place.
  func holds(_ rule: Rule, at range: Range<Int>) -> Bool {
    switch self {
    case .none: false
    case .told, .all: true
    case .safe: rule.fix == .safe
    case .some(let rules, let places): rules.contains(rule.id) || places.contains { $0.touches(range) }
    }
  }

  /// Whether fixes are made for one of some findings.
  public func holdsAny(of findings: [Finding]) -> Bool {
    let filter = FixFilter(self)
    return findings.contains { filter.holds($0) }
  }

  /// Fixes for what touches some places; and if all safe fixes are to be counted, for everything that may have one.
  ///
  /// - Parameters:
  ///   - findings: all findings of the text.
  ///   - places: in bytes of the text.
  ///   - joinsRules: whether all findings of a rule are to be fixed that found something there.
  public init(_ findings: [Finding], at places: [Range<Int>], joinsRules: Bool, allSafe: Bool) {
    var isHeld = Rule.all.map { allSafe && $0.fix == .safe }
    var rules: Set<String> = []
    for finding in findings {
      let isHere = joinsRules && !isHeld[finding.number] && places.contains { $0.touches(finding.range) }
      if isHere { isHeld[finding.number] = true }
    }
    for finding in findings where isHeld[finding.number] {
      rules.insert(finding.rule)
      isHeld[finding.number] = false
    }
    self = .some(rules: rules, places: places)
  }
}

/// A `FixScope` that is asked about many findings: it knows the rules by their numbers.
struct FixFilter {
  private let isHeld: [Bool]
  private let places: [Range<Int>]

  init(_ scope: FixScope) {
    if case .some(let rules, let places) = scope {
      isHeld = Rule.all.map { rules.contains($0.id) }
      self.places = places
    } else {
      isHeld = Rule.all.map { scope.holds($0, at: 0..<0) }
      places = []
    }
  }

  /// Whether fixes are made for a finding whose range counts from a byte of the text.
  func holds(_ finding: Finding, from start: Int = 0) -> Bool {
    isHeld[finding.number] || !places.isEmpty && places.contains { $0.touches(finding.range.shifted(by: start)) }
  }
}
