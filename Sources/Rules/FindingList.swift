import SourceText

/// A list of findings that reports a limited number for each rule. The last one reported stands for all that follow. So
/// a text full of mistakes takes little memory, and nobody gets more messages than a person can read.
struct FindingList {
  /// How many findings of a rule are reported individually in one block, and in a whole text.
  static let mostInBlock = 1_000
  static let mostInText = 5_000

  private let limit: Int
  private var all: [Finding] = []
  /// By the number of the rule; empty until the limit is reached.
  private var places: [Place] = []

  private struct Place {
    /// How many findings are reported individually, and the index of the last of them.
    var count = 0
    var last = 0
    /// How many more there are, and the highest severity among them; and, if wanted, the joint fix of these and the
    /// last one.
    var more = 0
    var severity = Severity.hint
    var joint: JointFix?
  }

  init(limit: Int) {
    self.limit = limit
  }

  /// Whether no more findings of a rule, given by its number, are reported individually.
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

  /// Counts findings of a rule for which `isFull` is true.
  mutating func count(_ rule: Int, _ severity: Severity, count: Int = 1) {
    places[rule].more += count
    places[rule].severity = max(places[rule].severity, severity)
  }

  /// Adds the fix of a finding that is only counted.
  mutating func join(_ fix: Fix, of rule: Int) {
    guard !fix.isNothing else { return }
    beginJoint(of: rule)
    if places[rule].joint == nil { places[rule].joint = JointFix(fix) } else { places[rule].joint?.join(fix) }
  }

  /// Adds the joint fix of a finding that is only counted and stands for several.
  mutating func join(_ other: JointFix, of rule: Int) {
    beginJoint(of: rule)
    if places[rule].joint == nil { places[rule].joint = other } else { places[rule].joint?.join(other) }
  }

  private mutating func beginJoint(of rule: Int) {
    guard places[rule].joint == nil else { return }
    let last = places[rule].last
    places[rule].joint = all[last].joint ?? all[last].fixes.first(where: \.isSafe).map(JointFix.init)
    // The list is then the only owner of the joint fix, which would otherwise be copied when it grows.
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
  /// Shares the storage of texts that are equal, because many findings of a file have the same message and fix.
  fileprivate mutating func share(_ other: Finding) {
    if message == other.message { message = other.message }
    guard fixes.count == 1, let fix = other.fixes.first else { return }
    if fixes[0].title == fix.title { fixes[0].title = fix.title }
    guard fixes[0].edits.count == 1, let edit = fix.edits.first,
      fixes[0].edits[0].replacement == edit.replacement
    else { return }
    fixes[0].edits[0].replacement = edit.replacement
  }

  /// Makes the finding stand for more findings of its rule, further down in the text.
  ///
  /// - Parameter joint: the fix of all of them.
  fileprivate mutating func speak(for more: Int, _ severity: Severity, _ joint: JointFix?) {
    if count > 1 { message.removeLast(remark.count) }
    count += more
    message += remark
    self.severity = max(self.severity, severity)
    if let joint { self.joint = joint }
  }

  private var remark: String { " (and \(count - 1) more like it below)" }
}
