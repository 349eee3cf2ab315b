import SourceText
import Transcript

/// What a template sees in a line: the segment that the line may begin, and what is counted of it.
struct Sighting {
  let unit: Template.Unit
  /// Its time, where it can be read.
  let stamp: Timestamp?
  /// Whether it has what the line of a segment must have.
  let fits: Bool
  /// How much was found; where two forms find as much, a line without words is rather one of a form that has none there.
  let merit: Int
  /// How much the line explains, as `Coverage.score` counts it: its fields, damaged ones and what was said included, less one
  /// where something is wrong; 0 where there is neither time nor label.
  let score: Int
  /// Made only for a line that fits some template.
  private(set) var details: Details?

  /// What the lines of a transcript are weighed by.
  struct Details {
    let words: Int
    /// Whether what was said has a mark of punctuation, and whether it reads like something that was said.
    let hasSentence: Bool
    let endsSentence: Bool
    let label: LabelCount.Label?
    let telltale: Telltale?
    /// Whether it is a segment whatever stands around it: nothing is wrong with its fields, nor looks like a mark of another
    /// notation, and its label can be nothing else.
    let isCertain: Bool
  }

  init(_ lines: LineCursor, _ content: Range<Int>, as form: Template) {
    let unit = form.unit(lines, content, as: form.anchor)
    self.unit = unit
    stamp = Self.stamp(of: unit, lines)
    fits = (stamp != nil || !form.needsTime) && form.fits(unit)
    merit = 2 * unit.merit + (unit.words.isEmpty == form.anchorLine.hasText ? 0 : 1)
    // A line with words that should have none begins no segment over several lines.
    let isNothing = unit.time == nil && unit.label == nil || !form.anchorLine.hasText && !unit.words.isEmpty
    score =
      isNothing
      ? 0
      : (unit.isForbidden(lines) ? 0 : 1) + (unit.time != nil ? 1 : 0) + (unit.end != nil ? 1 : 0)
        + (unit.label != nil ? 1 : 0)
  }

  private static func stamp(of unit: Template.Unit, _ lines: LineCursor) -> Timestamp? {
    guard let time = unit.time, time.fault == nil, case .time(let stamp) = Timestamp.read(lines[time.range]) else {
      return nil
    }
    return stamp
  }

  mutating func detail(_ lines: LineCursor, of form: Template) -> Details {
    if let details { return details }
    let words = unit.words
    let isWholeLabel =
      unit.label.map {
        $0.fault == nil && !$0.name.isEmpty && (form.needsTime || $0.isDistinct || lines.mayBeWholeName($0.name))
      } ?? true
    let details = Details(
      words: lines.wordCount(words),
      hasSentence: lines[words.prefix(LineCursor.weighed)].contains(where: punctuation.contains),
      endsSentence: lines.isSentence(words),
      label: unit.label.flatMap { $0.name.isEmpty ? nil : .init(lines[$0.name], isListed: form.listsNames) },
      telltale: Telltale(unit, lines), isCertain: isWholeLabel && !unit.isForbidden(lines))
    self.details = details
    return details
  }
}

/// What is seen in a line by the templates of all notations.
///
/// Many templates have a line in common, such as `{speaker}: {text}`. It is looked for once.
struct Sightings {
  /// The lines by which the segments of some notations are known, each once.
  struct Index {
    /// A template that has the line.
    fileprivate(set) var templates: [Template] = []
    /// Of the forms of each notation, where their lines are in `templates`.
    fileprivate(set) var places: [[Int]] = []

    init(_ notations: [Notation]) {
      var known: [Key: Int] = [:]
      for notation in notations {
        places.append(
          notation.forms.map { form in
            if let place = known[Key(form)] { return place }
            known[Key(form)] = templates.count
            templates.append(form)
            return templates.count - 1
          })
      }
    }

    static let builtIn = Index(Notations.builtIn.all)
  }

  /// All that decides what a template sees in a line.
  private struct Key: Hashable {
    let slots: [Template.Slot]
    let lead: Int
    let hasText: Bool
    let needsTime: Bool
    let names: [String]

    init(_ form: Template) {
      let line = form.anchorLine
      slots = Array(form.slots[line.slots])
      (lead, hasText, needsTime, names) = (line.lead.count, line.hasText, form.needsTime, form.names)
    }
  }

  let index: Index
  /// Which lines somebody still asks for.
  private var isWanted: [Bool]
  private var seen: [Sighting?]

  init(_ index: Index) {
    self.index = index
    isWanted = Array(repeating: true, count: index.templates.count)
    seen = Array(repeating: nil, count: index.templates.count)
  }

  /// What a template sees in the line that was looked at last; nil where a glance says that it sees nothing.
  subscript(place: Int) -> Sighting? { seen[place] }

  mutating func look(_ lines: LineCursor, _ glance: Glance) {
    for place in seen.indices where isWanted[place] {
      let form = index.templates[place]
      seen[place] = form.demand.isMet(by: glance) ? Sighting(lines, glance.content, as: form) : nil
    }
  }

  mutating func details(_ place: Int, _ lines: LineCursor) -> Sighting.Details? {
    seen[place]?.detail(lines, of: index.templates[place])
  }

  /// Looks from now on only for the lines of some notations, by their places in the list.
  mutating func keep(_ notations: some Sequence<Int>) {
    isWanted = Array(repeating: false, count: seen.count)
    for notation in notations { for place in index.places[notation] { isWanted[place] = true } }
    for place in seen.indices where !isWanted[place] { seen[place] = nil }
  }
}

extension Template {
  /// Whether a line has the label that it should have, and nothing else where nothing else belongs.
  fileprivate func fits(_ unit: Template.Unit) -> Bool {
    guard anchorLine.hasText || unit.words.isEmpty else { return false }
    guard let slot = slots[anchorLine.slots].first(where: { $0.field == .speaker }) else { return true }
    guard let label = unit.label, !label.name.isEmpty else { return slot.isOptional && unit.label == nil }
    // A time beside it tells a label with a slip in its blanks from a word with a colon.
    return needsTime ? label.fault?.fault != .labelMarks : label.fault == nil
  }
}

extension Template.Unit {
  /// Whether something is wrong with its fields, or looks like a mark of another notation. A blank before a colon is how some
  /// languages write it.
  fileprivate func isForbidden(_ lines: LineCursor) -> Bool {
    if time?.fault != nil || end?.fault != nil { return true }
    if let fault = label?.fault?.fault, fault != .labelSpaceBeforeColon { return true }
    let colon = UInt8(ascii: ":")
    return words.first.map { lines[$0] == colon } ?? false || label?.name.last.map { lines[$0] == colon } ?? false
  }
}

private let punctuation = ByteSet(".,?!;")
