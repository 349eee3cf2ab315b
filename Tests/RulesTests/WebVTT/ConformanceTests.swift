import Formats
import Foundation
import SourceText
import Support
import Testing
import Transcript

@testable import Rules

/// What the suites of others say of WebVTT files: cues and faults are those of the specification.
@Suite(.enabled(if: Repository.hasSamples, "needs ../shared/data/webvtt"))
struct ConformanceTests {
  private func read(_ text: Text) throws -> Reading {
    Document(text, format: try #require(Notations.builtIn.format(named: "webvtt"))).reading
  }

  @Test("The collection is the one that is meant")
  func isComplete() { #expect(ConformanceFile.all.count == 203) }

  @Test("The cues are those that browsers show", arguments: ConformanceFile.all)
  func cues(file: ConformanceFile) throws {
    let reading = try read(try file.text())
    let expected = try file.expectation().cues
    // Browsers read nothing below a wrong first line; a transcript is still one.
    if reading.blocks.indices.first.map({ reading.hasFault(.signatureMissing, $0) }) ?? false {
      #expect(expected.isEmpty)
      return
    }
    let found = reading.blocks.indices.compactMap(reading.shownCue)
    #expect(found.map(\.line) == expected.map(\.line))
    for (cue, meant) in zip(found, expected) {
      #expect(cue.id == meant.id)
      #expect(cue.text == meant.text.trimmingCharacters(in: .whitespacesAndNewlines))
      // The model ends at 555 hours.
      if meant.end < 1_800_000_000 { #expect((cue.start, cue.end) == (meant.start, meant.end)) }
    }
  }

  @Test("What is wrong is what the specification says, line by line", arguments: ConformanceFile.all)
  func faults(file: ConformanceFile) throws {
    let text = try file.text()
    let reading = try read(text)
    var found: [Int: Severity] = [:]
    func note(_ range: Range<Int>, _ severity: Severity) {
      let first = text.line(at: range.lowerBound)
      for line in first...max(first, text.line(at: max(range.lowerBound, range.upperBound - 1))) {
        found[line + 1] = max(found[line + 1] ?? .hint, severity)
      }
    }
    func firstByte(_ range: Range<Int>) -> Range<Int> { range.lowerBound..<range.lowerBound }
    for block in reading.blocks.indices {
      for part in reading.blocks.parts(of: block) {
        guard let fault = part.fault.flatMap(CueFault.init) else { continue }
        let range = reading.range(of: part, in: block)
        // Of lines that belong to nothing each is dropped; everything else is wrong where it begins.
        note(part.fault == .strayText ? range : firstByte(range), fault.severity)
      }
    }
    for finding in Judge.findings(in: reading) where ["vtt-id-twice", "vtt-region-unknown"].contains(finding.rule) {
      note(firstByte(finding.range), finding.severity)
    }
    var expected: [Int: Severity] = [:]
    let facts = try file.expectation().facts
    for fact in facts where !Self.elsewhere.contains(where: fact.why.hasPrefix) {
      let severity: Severity = fact.level == "error" ? .error : .warning
      expected[fact.line] = max(expected[fact.line] ?? .hint, severity)
    }
    // Below a wrong first line the suites say nothing.
    if facts.first?.why.hasPrefix("no signature") ?? false {
      #expect(reading.hasFault(.signatureMissing, 0) && facts.count == 1)
      return
    }
    #expect(found == expected, "\(facts.map { "\($0.line) \($0.level) \($0.why)" })")
  }

  /// What rules about cues of all notations find.
  private static let elsewhere = ["end not after start", "starts before an earlier cue"]
}

extension Reading {
  fileprivate func hasFault(_ fault: Fault, _ block: Int) -> Bool {
    blocks.parts(of: block).contains { $0.fault == fault }
  }

  /// A cue as browsers show it; nil for a block that is none, and for one that they drop.
  fileprivate func shownCue(_ block: Int) -> ConformanceFile.Cue? {
    guard blocks[block].kind == .segment, let end = range(.end, of: block),
      !blocks.parts(of: block).contains(where: { $0.fault?.isOfCueTimes ?? false }), !hasFault(.arrowInText, block)
    else { return nil }
    let line = text.line(at: end.lowerBound)
    let rest = min(text.range(ofLine: line).upperBound, content(of: block).upperBound)..<content(of: block).upperBound
    return ConformanceFile.Cue(
      line: line + 1, start: Int(episode.rows[block].start?.milliseconds ?? -1),
      end: Int(episode.rows[block].end?.milliseconds ?? -1), id: shown(range(.id, of: block) ?? 0..<0),
      text: shown(rest).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// With one kind of line end, and without NUL (WebVTT, 6.1 step 1).
  private func shown(_ range: Range<Int>) -> String {
    text.string(range).replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
      .replacingOccurrences(of: "\0", with: "\u{FFFD}")
  }
}
