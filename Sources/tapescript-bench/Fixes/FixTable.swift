import Formats
import RulePages
import Rules
import Transcript

/// The results of trying the fixes of each rule in each notation.
struct FixTable {
  enum Cell: Equatable {
    /// How many fixes were made. Each of them changed what it declares and nothing else.
    case fixed(Int)
    /// Why there is nothing to fix, or no way to fix it.
    case nothing(String)
    case failed([String])
  }

  struct Row {
    var rule: String
    /// By notation.
    var cells: [Cell]
  }

  let formats: [String]
  private(set) var rows: [Row] = []

  init(_ pages: [RulePage], _ formats: [any Format]) {
    self.formats = formats.map(\.name)
    let abilities = formats.map(Abilities.init)
    for page in pages {
      guard let rule = Rule.named(page.id), rule.fix != .none else { continue }
      rows.append(Row(rule: page.id, cells: zip(formats, abilities).map { Self.cell(page, $0, $1) }))
    }
  }

  private static func cell(_ page: RulePage, _ format: any Format, _ abilities: Abilities) -> Cell {
    var made = 0
    var complaints: [String] = []
    var isSeen = false
    for example in page.flagged where abilities.canShow(example) {
      let trial = FixTrial(page, example, format)
      made += trial.made
      isSeen = isSeen || trial.isSeen
      complaints += trial.complaints.map { "\(page.id):\(example.line) in \(format.name): \($0)" }
    }
    if !complaints.isEmpty { return .failed(complaints) }
    if made > 0 { return .fixed(made) }
    let reason = abilities.reason(for: page.id)
    return reason.map(Cell.nothing)
      ?? .failed([
        "\(page.id) in \(format.name): \(isSeen ? "nothing can be done, and nobody says why" : "is not to be seen, and nobody says why")"
      ])
  }

  var complaints: [String] {
    rows.flatMap(\.cells).flatMap { cell -> [String] in
      if case .failed(let complaints) = cell { complaints } else { [] }
    }
  }

  /// The table, with the reasons as notes below it.
  var markdown: String {
    var notes: [String] = []
    func shown(_ cell: Cell) -> String {
      switch cell {
      case .fixed(let count): return String(count)
      case .failed(let complaints): return "**\(complaints.count) wrong**"
      case .nothing(let reason):
        if !notes.contains(reason) { notes.append(reason) }
        return "(\(notes.firstIndex(of: reason)! + 1))"
      }
    }
    var lines = [
      "| fixes made | \(formats.joined(separator: " | ")) |", "|--|" + formats.map { _ in "--:|" }.joined(),
    ]
    lines += rows.map { "| \($0.rule) | \($0.cells.map(shown).joined(separator: " | ")) |" }
    lines.append("")
    lines += notes.enumerated().map { "(\($0 + 1)) \($1)  " }
    return lines.joined(separator: "\n")
  }
}

/// What a notation can express, as far as rules depend on it.
struct Abilities {
  private let holdsLabels: Bool
  private let holdsTimes: Bool
  /// Whether a label is a word and a colon, and nothing tells it from the first words of a sentence.
  private let hasPlainLabels: Bool
  /// Whether the label stands on another line than what is said.
  private let hasLabelsApart: Bool
  /// Whether there is nothing else on that line, not even a mark.
  private let hasLabelsAlone: Bool
  /// Whether the label stands behind what is said.
  private let hasLabelsBehind: Bool
  private let holdsTitles: Bool
  private let hasKeys: Bool
  /// Whether segments are cues, with rules of their own about times.
  private let hasCues: Bool

  init(_ format: any Format) {
    var script = Script()
    let entry = Script.Entry(key: "note", source: "note: x")
    script.elements = [
      .init(.title("The lamp", level: 1)),
      .init(.unit(.init(speaker: "Ida", start: Time(seconds: 1), text: "Yes.", entries: [entry]))),
    ]
    let written = script.written(in: format)
    let losses = Set(written?.losses.map(\.kind) ?? Loss.Kind.allCases)
    let lines = String(decoding: written?.bytes ?? [], as: UTF8.self).split(separator: "\n")
    holdsTimes = !losses.contains(.start)
    hasLabelsApart = lines.contains { $0.contains("Ida") && !$0.contains("Yes.") }
    hasLabelsAlone = lines.contains("Ida") && !lines.contains { $0.contains("Ida") && $0 != "Ida" }
    hasLabelsBehind = lines.contains { $0.contains("Ida") && $0.hasPrefix("Yes.") }
    hasPlainLabels = lines.contains { $0.hasPrefix("Ida:") } && !holdsTimes
    (holdsLabels, holdsTitles) = (!losses.contains(.speaker), !losses.contains(.title))
    hasKeys = !losses.contains(.entry)
    // Cues need an end, which the segment has not.
    hasCues = losses.contains(.estimate)
  }

  /// Whether a mistake can be made: none at a time where there are no times.
  func canShow(_ example: RulePage.Example) -> Bool {
    holdsTimes && !hasCues || !example.text.string(0..<example.text.count).contains("ignore time-")
  }

  /// Why a rule has nothing to fix in the notation; nil if it should have something.
  func reason(for rule: String) -> String? {
    if ["cue-", "vtt-", "srt-"].contains(where: rule.hasPrefix) || rule == "wrong-extension" {
      return "The rule is about cues, with an end and lines of their own."
    }
    if hasCues, let reason = Self.reasonsOfCues.first(where: { $0.rules.contains(rule) })?.reason { return reason }
    if rule.hasPrefix("yaml-") || rule.hasPrefix("time-sec-"), !hasKeys {
      return "Segments have no keys and no quotes."
    }
    if rule.hasPrefix("speaker-"), !holdsLabels { return "There are no labels." }
    if rule.hasPrefix("time-"), !holdsTimes { return "There are no times." }
    if rule == "speaker-punctuation", hasLabelsAlone {
      return "A line that ends as sentences and their parts do was said, and is no name."
    }
    if rule == "speaker-not-a-name", hasLabelsApart {
      return "The label stands on a line of its own, and what is said does not begin on it."
    }
    if rule == "speaker-not-a-name", hasLabelsBehind {
      return "The label stands behind what is said, which does not begin in it."
    }
    if ["speaker-placeholder", "speaker-punctuation"].contains(rule), hasPlainLabels {
      return "Without a time a label is told by coming again, so one that stands once gets no other name."
    }
    if rule == "speaker-not-a-name", hasPlainLabels { return "Small letters tell a sentence from a label." }
    if rule.hasPrefix("header-") || rule.hasPrefix("chapters-"), !holdsTitles { return "There are no titles." }
    return Self.reasons[rule].flatMap { hasKeys ? $0.items : $0.paragraphs }
  }

  private static let reasonsOfCues: [(rules: [String], reason: String)] = [
    (
      ["time-malformed", "time-order", "time-range", "time-style", "unused-suppression"],
      "The times of cues have one form, and rules of their own."
    ),
    (["double-space"], "Blanks in a row are one in a cue."),
    (["front-matter-guest", "front-matter-media"], "There is no front matter."),
    (["speaker-placeholder"], "There is no list of guests."),
    (["speaker-not-a-name"], "The name in a tag is not the beginning of a sentence."),
  ]

  private typealias Reasons = (items: String?, paragraphs: String?)

  private static let reasons: [String: Reasons] = [
    "notes-in-transcript": (
      nil, "A line that begins with a time is a segment there, and one in brackets a slip at it."
    ),
    "segment-stray-label": (nil, "A line with a time is a segment there, and a name without its marks is none."),
    "header-not-a-title": (nil, "A paragraph without label and time is no segment there."),
    "segment-loop": (nil, "Without labels, which the example has not, it is no transcript there."),
    "speaker-form": (nil, "Marks are no part of a label there."),
    "unbalanced-bracket": (nil, "A sentence goes on from line to line there, and so may what is in brackets."),
    "unbalanced-quote": (nil, "A sentence goes on from line to line there, and so may what is in quotes."),
  ]
}
