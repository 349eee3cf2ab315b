import Formats
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// Nothing depends on the order of edits: where several labels, spellings or times are equally good, which one is chosen is the
/// same as in a text read afresh, with all messages and fixes.
struct TiesTests {
  /// Names that are like each other, marks behind some, placeholders, and sentences in the place of a name.
  private static let labels = [
    "Tomas", "Tomes", "Tomos", "Tomsa", "Tomas:", "Tomas.", "**Tomas**", "Ramona", "Ramina", "Romana", "Speaker 1",
    "Speaker 2",
    "Ines Holm", "Ines Halm", "Inés Holm", "And so we went to the mill that day", "The mill", "Zoë",
  ]
  private static let times = [
    "0:10", "0:20", "00:20", "0:00:30", "1:0:08", "1:00:09", "00:00.12", "0:20.12", "0:7", "2:20",
  ]
  private static let words = [
    "So it goes.", "Is it , well ?", "Ah ! Yes ; no : so ?", "[laughs]", "(laughs)", "So it goes.",
  ]

  private func unit(_ notation: String, _ random: inout SeededGenerator) -> String {
    // One label is far more frequent than the others.
    let label = Bool.random(using: &random) ? "Tomas" : Self.labels.randomElement(using: &random)!
    let time = Self.times.randomElement(using: &random)!
    let words = Self.words.randomElement(using: &random)!
    switch notation {
    case "page":
      return Bool.random(using: &random) ? "\(label): \(words) (\(time))\n\n" : "\(label): what it needs\n\n"
    case "blog": return "[\(time)] \(label): \(words)\n\n"
    case "captions": return "\(time) \(words)\n"
    default:
      if Int.random(in: 0..<6, using: &random) == 0 { return "- header: The mill\n" }
      return "- line: '\(words)'\n  sec: 20\n  time: '\(time)'\n  who: '\(label)'\n"
    }
  }

  private func text(_ notation: String, _ random: inout SeededGenerator) -> Text {
    var units = ""
    for _ in 0..<60 { units += unit(notation, &random) }
    return Text(notation == "front-matter" ? "---\nguests:\n- inesholm\n- tomas\ntranscript:\n\(units)---\n" : units)
  }

  /// A label, a time or all of a unit changes; or two units change places.
  private func edit(_ reading: Reading, _ notation: String, _ random: inout SeededGenerator) -> Edit? {
    guard let block = reading.segments().randomElement(using: &random) else { return nil }
    switch Int.random(in: 0..<6, using: &random) {
    case 0...2:
      return reading.range(.speaker, of: block).map { Edit($0, Self.labels.randomElement(using: &random)!) }
    case 3: return reading.range(.start, of: block).map { Edit($0, Self.times.randomElement(using: &random)!) }
    case 4: return Edit(reading.blocks.range(of: block), unit(notation, &random))
    default:
      guard block + 1 < reading.blocks.count else { return nil }
      let (one, other) = (reading.blocks.range(of: block), reading.blocks.range(of: block + 1))
      return Edit(one.lowerBound..<other.upperBound, reading.text.string(other) + reading.text.string(one))
    }
  }

  @Test(
    "Whatever is edited, the findings are those of a text read afresh",
    arguments: ["page", "captions", "blog", "front-matter"],
    UInt64(1)...6)
  func ties(notation: String, seed: UInt64) throws {
    let format = try #require(Notations.builtIn.format(named: notation))
    var random = SeededGenerator(seed: seed)
    var document = Document(text(notation, &random), format: format)
    var judge = Judge(document.reading, .everything)
    var found: Set<String> = []
    for step in 0..<120 {
      guard let edit = edit(document.reading, notation, &random) else { continue }
      judge.update(document.apply(edit), document.reading)
      let fresh = Document(document.reading.text, format: format).reading
      found.formUnion(judge.findings(in: document.reading).map(\.rule))
      let agrees = judge.agrees(with: fresh, on: document.reading, .everything)
      try #require(agrees, "step \(step): \(edit)")
    }
    if notation != "captions" {
      #expect(found.isSuperset(of: ["speaker-similar", "speaker-punctuation", "time-malformed"]))
    }
  }
}
