import SourceText

/// Findings, of which only so many of each rule are told one by one. The last one then speaks for all that come behind it.
/// So a file in which everything is wrong takes little memory for each mistake, and no message that nobody reads.
struct FindingList {
  /// How many findings of a rule are told one by one in what is said in one block, and in a whole text.
  static let mostInBlock = 1_000
  static let mostInText = 5_000

  private let limit: Int
  private var all: [Finding] = []
  /// By the number of the rule; empty as long as there are fewer findings than the limit.
  private var places: [Place] = []

  private struct Place {
    /// How many findings are told one by one, and where the last of them stands.
    var count = 0
    var last = 0
    /// How many more there are, how grave they are, and what fixes them and the last one, where that is wanted.
    var more = 0
    var severity = Severity.hint
    var joint: JointFix?
  }

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether the findings of a rule, by its number, are no longer told one by one.
  func isFull(of rule: Int) -> Bool {
    !places.isEmpty && places[rule].count >= limit
  }

  mutating func append(_ finding: Finding) {
    var finding = finding
    if let last = all.last { finding.share(last) }
    all.append(finding)
    if !places.isEmpty {
      note(all.count - 1)
    } else if all.count == limit {
      places = Array(repeating: Place(), count: Rule.all.count)
      for index in all.indices { note(index) }
    }
  }

  private mutating func note(_ index: Int) {
    let rule = all[index].number
    places[rule].count += 1
    places[rule].last = index
  }

  /// Counts findings of a rule that is full.
  mutating func count(_ rule: Int, _ severity: Severity, count: Int = 1) {
    places[rule].more += count
    places[rule].severity = max(places[rule].severity, severity)
  }

  /// Remembers what fixes a finding that is only counted.
  mutating func join(_ fix: Fix, of rule: Int) {
    guard !fix.isNothing else { return }
    beginJoint(of: rule)
    if places[rule].joint == nil { places[rule].joint = JointFix(fix) } else { places[rule].joint?.join(fix) }
  }

  /// Remembers what fixes the findings for which one speaks that is only counted.
  mutating func join(_ other: JointFix, of rule: Int) {
    beginJoint(of: rule)
    if places[rule].joint == nil { places[rule].joint = other } else { places[rule].joint?.join(other) }
  }

  private mutating func beginJoint(of rule: Int) {
    guard places[rule].joint == nil else { return }
    let last = places[rule].last
    places[rule].joint = all[last].joint ?? all[last].fixes.first(where: \.isSafe).map(JointFix.init)
    // Nothing else holds it, or it would be copied when it grows.
    all[last].joint = nil
  }

  /// Removes all findings and returns them.
  mutating func take() -> [Finding] {
    guard !all.isEmpty else { return [] }
    var (taken, places) = (all, places)
    self = FindingList(limit: limit)
    for rule in places.indices where places[rule].more > 0 {
      taken[places[rule].last].speak(for: places[rule].more, places[rule].severity, places[rule].joint)
    }
    return taken
  }
}

extension Finding {
  /// Lets equal texts be one: many findings of a file say the same.
  fileprivate mutating func share(_ other: Finding) {
    if message == other.message { message = other.message }
    guard fixes.count == 1, let fix = other.fixes.first else { return }
    if fixes[0].title == fix.title { fixes[0].title = fix.title }
    guard fixes[0].edits.count == 1, let edit = fix.edits.first,
      fixes[0].edits[0].replacement == edit.replacement
    else { return }
    fixes[0].edits[0].replacement = edit.replacement
  }

  /// Speaks for more findings of its rule, further on in the text.
  ///
  /// - Parameter joint: fixes all of them.
  fileprivate mutating func speak(for more: Int, _ severity: Severity, _ joint: JointFix?) {
    if count > 1 { message.removeLast(remark.count) }
    count += more
    message += remark
    self.severity = max(self.severity, severity)
    if let joint { self.joint = joint }
  }

  private var remark: String { " (and \(count - 1) more like it below)" }
}
