import Formats
import Rules
import SourceText
import Transcript

/// The findings for each slip in each notation that has a template, and whether a fix restores the text.
struct SlipTable {
  enum Cell: Equatable {
    /// A fix restores the text.
    case restored
    /// The slip is found in its place, but the user has to choose the fix or correct it by hand.
    case found
    /// The notation has nothing for this slip.
    case absent
    case silent
    /// The conversation is not told to be in this notation: its own notation would give the speakers other names.
    case untold
    /// The slip was found in another place, or the text is not read as a transcript any more.
    case wrong(String)
  }

  let notations: [String]
  /// The template of each notation in which the conversation is written; the name of the notation where it has none.
  let templates: [String]
  private(set) var rows: [(slip: String, cells: [Cell])] = []

  init(_ known: Notations) {
    let formats = known.formats.filter { $0.name != Notations.frontMatter }
    notations = formats.map(\.name)
    let forms = known.templates.compactMap(\.first)
    templates = forms + notations.dropFirst(forms.count)
    rows = Slip.all.map { slip in (slip.name, formats.map { Self.cell(slip, $0, known) }) }
  }

  /// A conversation of ten turns with the slip in the fifth.
  private static func cell(_ slip: Slip, _ format: any Format, _ known: Notations) -> Cell {
    guard let written = conversation.written(in: format) else { return .wrong("cannot be written") }
    let healthy = Document(Text(written.bytes), format: format).reading
    let segments = healthy.segments()
    guard segments.count == conversation.elements.count, let segment = Slip.Segment(segments[4], in: healthy),
      let edit = slip.damage(segment), edit.replacement != Array(healthy.text.bytes[edit.range])
    else { return .absent }
    var text = healthy.text
    text.apply(edit)
    // One of a user's own may have the same template as one that is built in.
    let isOwn = known.own.contains { $0.name == format.name }
    let choice = NotationChoice(known: isOwn ? known : .builtIn)
    guard Detection.detect(healthy.text, notation: choice).format?.name == format.name else { return .untold }
    guard Detection.detect(text, notation: choice).format?.name == format.name else {
      return .wrong("is not recognised any more")
    }
    let place = segment.content.lowerBound..<(segment.content.upperBound + edit.delta + 1)
    let findings = Judge.findings(in: Document(text, format: format).reading)
    if let other = findings.first(where: { !$0.range.overlaps(place) && $0.range != place.suffix(0) }) {
      return .wrong("\(other.rule): \(other.message)")
    }
    guard !findings.isEmpty else { return .silent }
    let isRestored = findings.contains { $0.fixes.contains { $0.applied(to: text).bytes == healthy.text.bytes } }
    return isRestored ? .restored : .found
  }

  private static let conversation: Script = {
    var script = Script()
    let said = [
      "Good evening from the mill.", "It is loud tonight, and the water is high.", "How long has it been so?",
      "Since the rain began, three days ago.", "And what do you do then?",
      "I open the gate, and I wait until it falls.",
      "All night long?", "All night long, with a lamp.", "What do you read by it?",
      "The numbers on the wall, and nothing else.",
    ]
    for (index, text) in said.enumerated() {
      let unit = Script.Unit(
        speaker: index % 2 == 0 ? "Ida" : "Tove", start: Time(seconds: 3 + index * 5),
        end: Time(seconds: 7 + index * 5), text: text)
      script.elements.append(.init(.unit(unit), place: .init(index)))
    }
    return script
  }()

  /// Why a slip is not reported.
  ///
  /// - Parameters:
  ///   - notation: its name.
  ///   - template: its template.
  static func reason(for slip: String, in notation: String, _ template: String) -> String? {
    reasons[slip]?[template]
      ?? sharedReasons.first { $0.slips.contains(slip) && $0.notations.contains(notation) }?.reason
  }

  /// Why slips are passed over in silence in several notations.
  private static let sharedReasons: [(slips: [String], notations: [String], reason: String)] = [
    (
      ["a point for the colon"], ["fathom", "youtube"], "A bare time is told by its digits and colons alone."
    ),
    (
      ["a digit of the seconds lost", "a digit too many", "seconds above 59"],
      ["ranges", "ccextractor", "riverside", "happy-scribe"],
      "The last digits are those of a fraction, and any are legal."
    ),
    (
      ["seconds above 59"], ["webvtt", "srt"], "The last digits are those of a fraction, and any are legal."
    ),
    (
      ["the mark behind the label lost"], ["minutes", "labels"],
      "Without its mark a name may be that of somebody who is spoken of."
    ),
    (["the name lost"], ["rev"], "A time alone goes on with the speaker above."),
    (["the name lost"], ["srt"], "A cue needs no label, and what is said may begin with a mark."),
    (
      ["the blank behind the colon lost"], ["srt"], "A cue needs no label, and a word with a colon in it is a word."
    ),
  ]

  private static let bareAtTheEnd = "A bare time at the end of a sentence is told by its digits and colons alone."
  private static let textFirst = "The segment begins with what was said, and so may a list or a quotation."

  /// By the slip and the template.
  private static let reasons: [String: [String: String]] = [
    "the mark before the time doubled": [
      "<{speaker}> {text} @{time}": "What stands before the mark is the end of what was said."
    ],
    "a point for the colon": ["{text} — {speaker}, {time}": bareAtTheEnd],
    "a blank behind the colon": ["{text} — {speaker}, {time}": bareAtTheEnd],
    "a letter for a digit": ["{text} — {speaker}, {time}": bareAtTheEnd],
    "a minus before the time": ["{text} — {speaker}, {time}": bareAtTheEnd],
    "the mark of a list before it": ["{text} — {speaker}, {time}": textFirst],
    "the mark of a quotation before it": ["{text} — {speaker}, {time}": textFirst],
    "the label in bold": [
      "**{speaker}:** {text}": "It is bold already.", "__{speaker}__: {text}": "It is bold already.",
    ],
  ]

  var markdown: String {
    func shown(_ cell: Cell) -> String {
      switch cell {
      case .restored: "restored"
      case .found: "found"
      case .absent, .untold: "–"
      case .silent: "silent"
      case .wrong(let what): "**\(what)**"
      }
    }
    let head = ["| slip | \(notations.joined(separator: " | ")) |", "|--|" + notations.map { _ in "--|" }.joined()]
    let lines = rows.map { "| \($0.slip) | \($0.cells.map(shown).joined(separator: " | ")) |" }
    let notes = rows.flatMap { row in
      zip(notations, zip(templates, row.cells)).compactMap { (notation, rest) -> String? in
        let (template, cell) = rest
        guard cell == .silent else { return nil }
        return "\(row.slip) in \(notation): \(Self.reason(for: row.slip, in: notation, template) ?? "nobody says why")"
      }
    }
    return (head + lines + [""] + notes).joined(separator: "\n")
  }
}
