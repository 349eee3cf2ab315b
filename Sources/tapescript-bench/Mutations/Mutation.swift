import Formats
import Rules
import SeededRandom
import SourceText
import Transcript

/// A mistake in an otherwise faultless text, and the finding that is expected for it.
struct Mutation {
  /// The fix that is expected.
  enum ExpectedFix {
    /// No particular fix, since the original text cannot be known.
    case none
    /// One of the fixes restores the text.
    case somewhere
    /// The first fix restores the text.
    case first
  }

  /// The id of the rule that must report it.
  let rule: String
  let fix: ExpectedFix
  let healthy: Text
  let faulty: Text
  /// The place of the mistake, in bytes of the faulty text.
  let place: Range<Int>

  /// - Parameters:
  ///   - edits: in the order of the text, without overlaps.
  ///   - place: in bytes of the faulty text; by default the place of the first edit.
  init(_ rule: String, _ fix: ExpectedFix, in healthy: Text, _ edits: Edit..., at place: Range<Int>? = nil) {
    self.init(rule, fix, in: healthy, edits, at: place)
  }

  init(_ rule: String, _ fix: ExpectedFix, in healthy: Text, _ edits: [Edit], at place: Range<Int>? = nil) {
    self.rule = rule
    self.fix = fix
    self.healthy = healthy
    faulty = Fix("", edits: edits).applied(to: healthy)
    let start = edits[0].range.lowerBound
    self.place = place ?? start..<(start + edits[0].replacement.count)
  }

  /// Compares the findings with the expected one.
  func verdict(as notation: String) -> Verdict {
    guard let reading = reading(as: notation) else { return Verdict(complaint: "not recognised") }
    let found = Judge.findings(in: reading).filter { $0.severity >= .warning }
    guard let finding = found.first else { return Verdict(complaint: "nothing is found") }
    guard found.count == 1, finding.rule == rule, isInPlace(finding.range) else {
      let said = found.map { "\($0.rule) at “\(faulty.string($0.range))”" }.joined(separator: ", ")
      return Verdict(complaint: "found is \(said)")
    }
    let rank = finding.fixes.firstIndex { $0.applied(to: faulty) == healthy }
    switch (fix, rank) {
    case (.none, _), (.somewhere, _?), (.first, 0): return Verdict(isFixedFirst: rank == 0)
    default:
      return Verdict(complaint: "not fixed by \(finding.fixes.map { "“\($0.title)”" }.joined(separator: ", "))")
    }
  }

  /// The reading of the faulty text; nil if it is not detected as the notation.
  func reading(as notation: String) -> Reading? {
    guard let format = Detection.detect(faulty).format, format.name == notation else { return nil }
    return Document(faulty, format: format).reading
  }

  struct Verdict {
    /// Nil if there is the expected finding and no other; otherwise what is wrong.
    var complaint: String?
    /// Whether the best fix restores the text.
    var isFixedFirst = false
  }

  /// Whether a range touches the place and stays on its lines.
  private func isInPlace(_ range: Range<Int>) -> Bool {
    let first = faulty.line(at: place.lowerBound)
    let last = faulty.line(at: max(place.lowerBound, place.upperBound - 1))
    return range.lowerBound <= place.upperBound && range.upperBound >= place.lowerBound
      && faulty.line(at: range.lowerBound) >= first && faulty.line(at: range.upperBound - 1) <= last
  }

  /// The text around the mistake, for people.
  var excerpt: String {
    let start = max(0, place.lowerBound - 60)
    return faulty.string(start..<min(faulty.count, place.upperBound + 60))
  }
}

/// A kind of mistake, and how it is made.
struct MutationKind: Sendable {
  let name: String
  /// Nil if the text has no place for the mistake, or if by chance the change would not be a mistake.
  let plant: @Sendable (Specimen, inout SeededGenerator) -> Mutation?

  init(_ name: String, _ plant: @escaping @Sendable (Specimen, inout SeededGenerator) -> Mutation?) {
    self.name = name
    self.plant = plant
  }

  /// The same, for transcripts for which something does not hold.
  func butNotIn(_ isOther: @escaping @Sendable (Specimen) -> Bool) -> MutationKind {
    MutationKind(name) { specimen, random in isOther(specimen) ? nil : plant(specimen, &random) }
  }

  static let all = times + labels + structure + yaml + bytes + cues
}

/// A transcript without findings of warning severity or above.
struct Specimen: Sendable {
  let name: String
  let notation: String
  let reading: Reading
  var text: Text { reading.text }

  /// Nil if the text is not a transcript or has mistakes of its own.
  init?(_ name: String, _ text: Text) {
    guard let format = Detection.detect(text).format else { return nil }
    self.name = name
    notation = format.name
    reading = Document(text, format: format).reading
    guard !Judge.findings(in: reading).contains(where: { $0.severity >= .warning }) else { return nil }
  }

  /// An invented transcript in each notation that the benchmarks write, and in SubRip.
  static let invented =
    Kind.all.filter { $0.faultEvery == nil }.compactMap {
      Specimen("invented \($0.name)", Text($0.episode(of: 9_000)))
    } + [subRip].compactMap(\.self)

  private static var subRip: Specimen? {
    guard let page = Kind.all.first(where: { $0.notation == .webvtt }),
      let captions = Notations.builtIn.format(named: "webvtt"), let target = Notations.builtIn.format(named: "srt"),
      let written = Document(Text(page.episode(of: 9_000)), format: captions).reading.script.written(in: target)
    else { return nil }
    return Specimen("invented srt", Text(written.bytes))
  }

  /// Whether its segments are cues. They have an end and rules of their own, so other things are said of a wrong time.
  var hasCues: Bool { notation == "webvtt" || notation == "srt" }

  /// Whether it is written in YAML, where each segment is an item with keys.
  var isYAML: Bool { notation == "front-matter" }

  /// A part of a random segment.
  func anyPart(
    _ kind: Part.Kind, _ random: inout SeededGenerator, where isWanted: (Int, Part) -> Bool = { _, _ in true }
  )
    -> (segment: Int, part: Part, range: Range<Int>)?
  {
    let parts = reading.segments().flatMap { index in
      reading.blocks.parts(of: index).filter { $0.kind == kind && $0.length > 0 && isWanted(index, $0) }
        .map { (index, $0, reading.range(of: $0, in: index)) }
    }
    return parts.randomElement(using: &random)
  }

  /// The line that holds a stretch, with its end.
  func line(of range: Range<Int>) -> Range<Int> {
    text.range(ofLine: text.line(at: range.lowerBound))
  }
}
