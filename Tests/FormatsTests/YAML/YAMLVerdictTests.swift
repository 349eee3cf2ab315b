import Formats
import Foundation
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// The front matter is refused where libyaml refuses it, and nowhere else; and the line that is blamed is the one where
/// the slip was made.
///
/// `TAPESCRIPT_MUTANTS=20000 swift test --filter YAMLVerdictTests` makes as many slips as it says and prints the table.
struct YAMLVerdictTests {
  private static let format = Notations.builtIn.format(named: "front-matter")!

  /// A text with front matter that libyaml accepts, and the lines of it.
  private struct Specimen {
    var name: String
    var document: Document
    var fences: Range<Int>
  }

  @Test("What nobody has damaged has the same verdict, and so have all pages of the rules and all of the corpus")
  func healthy() throws {
    for (name, text) in try Self.texts() {
      guard let body = Self.body(of: text) else { continue }
      let refusal = LibYAML.refusal(of: body.bytes)
      let faults = YAMLVerdict.faults(in: Document(text, format: Self.format).reading)
      #expect((refusal == nil) == faults.isEmpty, "\(name): \(String(describing: refusal)), \(faults)")
    }
  }

  @Test(
    "One slip anywhere: the verdict is libyaml's, the line is that of the slip, and it is said once",
    .enabled(if: Repository.hasSamples, "the shares are those of long transcripts: needs ../shared/samples"))
  func slips() throws {
    let wanted = ProcessInfo.processInfo.environment["TAPESCRIPT_MUTANTS"].flatMap(Int.init)
    let specimens = try Self.texts().compactMap(Self.specimen)
    var tally = Tally()
    var random = SeededGenerator(seed: 11)
    while tally.count < wanted ?? 3_000 {
      let specimen = specimens.randomElement(using: &random)!
      let text = specimen.document.reading.text
      guard let mutation = YAMLMutation(in: text, between: specimen.fences, using: &random) else { continue }
      var document = specimen.document
      document.apply(mutation.edit)
      try expectPartsInside(document.reading)
      guard let body = Self.body(of: document.reading.text) else { continue }
      tally.add(
        mutation, refusal: LibYAML.refusal(of: body.bytes)?.problem, faults: YAMLVerdict.faults(in: document.reading),
        in: "\(specimen.name):\(mutation.lines.lowerBound + 1) \(mutation.kind)")
    }
    if wanted != nil { print(tally.table) }
    #expect(tally.disagreements.count * 1_000 <= tally.count, "\(tally.disagreements)")
    #expect(tally.exact * 100 >= tally.refused * 93, "\(tally.exact) of \(tally.refused)")
    // Two lines that are swapped are two damaged places, and in a text of few lines both show.
    #expect(tally.repeated.count * 50 <= tally.refused, "of \(tally.refused): \(tally.repeated)")
    // The slips would show a difference: both verdicts occur, and often.
    #expect(tally.refused * 10 > tally.count && tally.refused * 10 < tally.count * 9)
  }

  private static let characters: [UInt32] =
    Array(0x01...0x20) + Array(0x7E...0xA1) + [0x2027, 0x2028, 0x2029, 0x202A, 0xD7FF, 0xE000, 0xFEFF]
    + [0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x10FFFF]

  @Test(
    "Each character that YAML may not allow, in each place",
    arguments: [
      "a: x@y", "a: @", "a: @x", "a: x@", "a: 'x@y'", "a: \"x@y\"", "# x@y", "# x@", "a: x # y@", "x@y: a",
      "a: |\n  x@y",
      "a: |\n  x@", "a: [x@y]", "a: [x,@ y]", "a: {x: y@}", "- x@\n- y", "a:\n  b: x@\n  c: y", "a: x\n  @ y",
      "a: x@\n  y",
      "@a: x", "a@: x", "a:@x", "a: &x@ y", "a: *x@", "a: !x@ y", "? a@\n: b", "a: 'x@\n  y'", "a: 'x'@",
      "a: [x]@", "a:\n@  b", "a: \"x\\@y\"",
    ])
  func characters(pattern: String) throws {
    // At the beginning of a line these are reported wherever they stand, though libyaml takes some of them there; and so
    // is what follows one of them in a comment.
    let endsLine: Set<UInt32> = [0x85, 0x2028, 0x2029, 0xFEFF]
    let isFirst = pattern.hasPrefix("@") || pattern.contains("\n@") || pattern == "# x@y"
    for value in Self.characters where !(isFirst && endsLine.contains(value)) {
      let character = String(try #require(Unicode.Scalar(value)))
      for ending in ["\n", "\nz: w\n"] {
        let source = pattern.replacingOccurrences(of: "@", with: character) + ending
        let text = Text("---\n" + source + "---\n")
        guard let body = Self.body(of: text) else { continue }
        let refusal = LibYAML.refusal(of: body.bytes)?.problem
        let faults = YAMLVerdict.faults(in: Document(text, format: Self.format).reading)
        #expect(
          (refusal == nil) == faults.isEmpty,
          "U+\(String(value, radix: 16)) in \(source): \(refusal ?? "yes"), \(faults)")
      }
    }
  }

  private func expectPartsInside(_ reading: Reading) throws {
    for index in reading.blocks.indices {
      let block = reading.blocks.range(of: index)
      for part in reading.blocks.parts(of: index) {
        let range = reading.range(of: part, in: index)
        try #require(
          block.lowerBound <= range.lowerBound && range.upperBound <= block.upperBound, "\(part) in \(block)")
      }
    }
  }

  // MARK: - What is read

  private static func texts() throws -> [(name: String, text: Text)] {
    let own = try Repository.files(in: "docs/examples", endings: ["md"]).map { ($0, try Repository.text($0)) }
    let corpus = CorpusTests.cases.filter { $0.notation == "front-matter" }.map { ($0.name, Text($0.text)) }
    let samples = try Repository.samples(
      in: "datatalks", "datatalks-history", "datatalks-people", "first-five", "lenny", "bitcoin"
    ).map { ($0.lastPathComponent, try $0.text()) }
    return own + corpus + samples
  }

  private static func specimen(_ name: String, _ text: Text) -> Specimen? {
    guard let body = body(of: text), body.lines.count > 1, LibYAML.refusal(of: body.bytes) == nil else { return nil }
    return Specimen(name: name, document: Document(text, format: format), fences: body.lines)
  }

  /// What stands between the first line `---` and the next: the front matter and nothing else. Nil where bytes are no
  /// text, which another rule reports.
  private static func body(of text: Text) -> (lines: Range<Int>, bytes: [UInt8])? {
    func isFence(_ line: Int) -> Bool {
      let words = text.string(text.content(ofLine: line))
      return (words.hasPrefix("---") || words.hasPrefix("...")) && words.dropFirst(3).allSatisfy { " \t".contains($0) }
    }
    let lines = 0..<text.lineCount
    guard let open = lines.first(where: { text.bytes[text.content(ofLine: $0)].contains { $0 > 0x20 } }), isFence(open),
      let close = lines.dropFirst(open + 1).first(where: isFence)
    else { return nil }
    let range = text.range(ofLine: open).upperBound..<text.range(ofLine: close).lowerBound
    let bytes = Array(text.bytes[range])
    return String(validating: bytes, as: UTF8.self) == nil ? nil : ((open + 1)..<close, bytes)
  }
}

/// What came of many slips.
private struct Tally {
  private(set) var count = 0
  private(set) var refused = 0
  private(set) var exact = 0
  /// Slips for which more than one fault was found.
  private(set) var repeated: [String] = []
  private(set) var disagreements: [String] = []
  private var kinds: [YAMLMutation.Kind: (refused: Int, exact: Int)] = [:]

  mutating func add(
    _ mutation: YAMLMutation, refusal: String?, faults: [(fault: Fault, line: Int)], in place: String
  ) {
    count += 1
    if (refusal == nil) != faults.isEmpty {
      disagreements.append("\(place): libyaml says \(refusal ?? "yes"), found is \(faults)")
    }
    guard refusal != nil else { return }
    refused += 1
    kinds[mutation.kind, default: (0, 0)].refused += 1
    if faults.count > 1 { repeated.append("\(place): \(faults)") }
    guard let first = faults.first, mutation.lines.contains(first.line) else { return }
    exact += 1
    kinds[mutation.kind]?.exact += 1
  }

  var table: String {
    let rows = YAMLMutation.Kind.allCases.map { kind in
      "\(kind): \(kinds[kind]?.refused ?? 0) refused, \(kinds[kind]?.exact ?? 0) blamed at the line of the slip"
    }
    let head =
      "\(count) slips, \(refused) refused, \(exact) at the line, \(repeated.count) said more than once, \(disagreements.count) disagreements"
    return ([head] + rows + disagreements).joined(separator: "\n")
  }
}
