import Formats
import RulePages
import Rules
import SourceText
import Support
import Testing
import Transcript

/// What holds when a transcript is written in another notation: for our examples, those on the pages of the rules, and real
/// transcripts where they are at hand.
struct ConversionTests {
  struct Fixture: Sendable, CustomTestStringConvertible {
    var name: String
    var notation: String
    var text: Text
    var testDescription: String { name }
    /// On whose page it is, where it is on one.
    var rule: String { String(name.prefix { $0 != ":" }) }

    var format: any Format { Notations.builtIn.format(named: notation)! }
    var reading: Reading { Document(text, format: format).reading }
  }

  /// Healthy transcripts that are written as their notation is usually written.
  static let healthy: [Fixture] =
    ["page.txt", "captions.txt", "blog.txt", "front-matter.md"].compactMap { name in
      (try? Repository.text("docs/examples/\(name)")).map {
        Fixture(name: name, notation: String(name.prefix { $0 != "." }), text: $0)
      }
    }

  /// The silent examples of all rules.
  static let silent: [Fixture] = RulePage.all.flatMap { page in
    page.silent.map { Fixture(name: "\(page.id):\($0.line)", notation: $0.notation, text: Marked($0.source).text) }
  }.filter { Detection.detect($0.text).reason?.contains("template") != true && !$0.reading.script.units.isEmpty }

  private func written(_ fixture: Fixture, in notation: String) throws -> WrittenScript {
    var losses: [Loss] = []
    let reading = fixture.reading
    let script = reading.script(losses: &losses)
    let spelling = Spelling(reading)
    let target = try #require(Notations.builtIn.format(named: notation))
    let like = notation == fixture.notation ? spelling : spelling.inAnotherNotation
    var written = try #require(script.written(in: target, like: like))
    written.losses = losses + written.losses
    return written
  }

  private func converted(_ fixture: Fixture, to notation: String) throws -> Fixture {
    Fixture(name: fixture.name, notation: notation, text: Text(try written(fixture, in: notation).bytes))
  }

  private func findings(_ fixture: Fixture) -> [Finding] { Judge.findings(in: fixture.reading) }

  /// What a notation may have no place for though it holds the whole conversation.
  private static let surroundings: Set<Loss.Kind> = [.metadata, .preamble, .footer, .body]

  /// Whether the whole conversation is there.
  private func holds(_ written: WrittenScript) -> Bool {
    Set(written.losses.map(\.kind)).isSubset(of: Self.surroundings)
  }

  @Test("The same notation gives the same bytes", arguments: healthy)
  func sameBytes(fixture: Fixture) throws {
    let written = try written(fixture, in: fixture.notation)
    #expect(written.losses == [], "\(fixture.name)")
    #expect(Text(written.bytes) == fixture.text, "\(fixture.name)")
  }

  @Test("The same notation loses nothing", arguments: silent)
  func sameNotation(fixture: Fixture) throws {
    let written = try written(fixture, in: fixture.notation)
    let again = Fixture(name: fixture.name, notation: fixture.notation, text: Text(written.bytes))
    if written.losses.isEmpty { #expect(again.reading.script == fixture.reading.script) }
    #expect(try self.written(again, in: again.notation).bytes == written.bytes, "\(fixture.name)")
  }

  @Test("Page and front matter lose nothing but what stands around the transcript", arguments: healthy + silent)
  func pageAndFrontMatter(fixture: Fixture) throws {
    guard ["page", "front-matter"].contains(fixture.notation) else { return }
    // A label with marks in it is none on a page, and an entry of a segment has no place there.
    guard !["speaker-form", "yaml-unknown-key", "yaml-newline-in-scalar", "unused-suppression"].contains(fixture.rule)
    else { return }
    let other = fixture.notation == "page" ? "front-matter" : "page"
    let written = try written(fixture, in: other)
    #expect(Set(written.losses.map(\.kind)).isSubset(of: Self.surroundings), "\(fixture.name): \(written.losses)")
    let back = try converted(
      Fixture(name: fixture.name, notation: other, text: Text(written.bytes)), to: fixture.notation)
    #expect(back.reading.script.elements == fixture.reading.script.elements, "\(fixture.name)")
  }

  @Test(
    "There and back says the same, where the other notation could hold it", arguments: healthy + silent,
    Notations.kinds)
  func thereAndBack(fixture: Fixture, other: String) throws {
    let written = try written(fixture, in: other)
    let there = Fixture(name: fixture.name, notation: other, text: Text(written.bytes))
    let back = try self.written(there, in: fixture.notation)
    let read = Document(Text(back.bytes), format: fixture.format).reading.script
    if holds(back) { #expect(read.elements == there.reading.script.elements, "\(fixture.name) to \(other)") }
    guard holds(written) else { return }
    #expect(holds(back) && read.elements == fixture.reading.script.elements, "\(fixture.name) to \(other)")
  }

  @Test(
    "What is silent is silent in another notation", arguments: healthy + silent, Notations.kinds)
  func silence(fixture: Fixture, other: String) throws {
    let written = try written(fixture, in: other)
    guard holds(written) else { return }
    // A label by itself is usual in one notation and empty in the others, what was silenced may be impossible there, and lines
    // of a block are a text with breaks in quotes.
    guard !["segment-empty", "unused-suppression", "yaml-newline-in-scalar"].contains(fixture.rule) else { return }
    let there = Fixture(name: fixture.name, notation: other, text: Text(written.bytes))
    let before = Set(findings(fixture).map(\.rule))
    let fresh = findings(there).filter { !before.contains($0.rule) }
    #expect(
      fresh.isEmpty,
      "\(fixture.name) to \(other): \(fresh.map { "\($0.rule) \($0.severity) \(there.text.string($0.range))" })")
  }

  @Test("Real transcripts keep their bytes in their own notation, and say the same in another")
  func samples() throws {
    var damaged: [String] = []
    for file in Repository.samples(in: "first-five", "datatalks", "talkpython-txt") {
      let text = try file.text()
      let notation = try #require(Detection.detect(text).format?.name)
      let fixture = Fixture(name: file.lastPathComponent, notation: notation, text: text)
      let own = try written(fixture, in: notation)
      guard own.losses == [] else {
        damaged.append(fixture.name)
        continue
      }
      #expect(own.bytes == text.bytes, "\(fixture.name)")
      for other in ["front-matter", "page"] where other != notation {
        let written = try written(fixture, in: other)
        // A page is known by its labels, which captions have not.
        guard notation != "captions" || other != "page" else { continue }
        guard holds(written) else {
          damaged.append(fixture.name)
          continue
        }
        let there = Fixture(name: fixture.name, notation: other, text: Text(written.bytes))
        #expect(Detection.detect(there.text).format?.name == other)
        let before = Set(findings(fixture).map(\.rule))
        let fresh = findings(there).filter { !before.contains($0.rule) }
        #expect(
          fresh.isEmpty,
          "\(fixture.name) to \(other): \(fresh.map { "\($0.rule) \($0.severity) \(there.text.string($0.range))" })")
        let back = try converted(there, to: notation)
        #expect(back.reading.script.elements == fixture.reading.script.elements, "\(fixture.name)")
      }
    }
    // Labels that are whole sentences, a time inside a time, and lines of the recording's list of speakers among the words.
    #expect(damaged.count <= 6, "\(damaged)")
  }
}
