import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Transcripts in scripts of the world are read, judged and left in peace as those in English are.
struct WorldTests {
  private static let notations = ["page", "blog", "captions"]

  private func findings(in text: Text, path: String) throws -> (Reading, [Finding]) {
    let detection = Detection.detect(text, path: path)
    let format = try #require(detection.format, "\(detection.reason ?? "")")
    let reading = Document(text, format: format).reading
    return (reading, Judge.findings(in: reading))
  }

  @Test("A healthy one is silent, and everybody in it has a name", arguments: WorldEpisode.all, notations)
  func healthy(episode: WorldEpisode, notation: String) throws {
    let text = Text(episode.text(in: notation))
    #expect(Detection.detect(text, path: "a.txt").format?.name == notation)
    let (reading, findings) = try findings(in: text, path: "a.txt")
    #expect(findings.map { "\($0.rule): \($0.message) \(text.string($0.range))" } == [])
    let labels = reading.episode.speakers.all.map { reading.episode.speakers.label(of: $0) }
    #expect(Set(labels) == (notation == "captions" ? [] : Set(episode.names)))
    #expect(reading.episode.rows.allSatisfy { $0.start != nil })
  }

  @Test("A damaged one is blamed where it is damaged", arguments: WorldEpisode.all, notations)
  func damaged(episode: WorldEpisode, notation: String) throws {
    var lines = episode.text(in: notation).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = notation == "captions" ? 4 : 8
    // The second digit of the seconds is lost.
    let digit = try #require(lines[line].unicodeScalars.lastIndex { $0.properties.numericType == .decimal })
    let first = lines[line].unicodeScalars.firstIndex { $0.properties.numericType == .decimal }
    let end =
      notation == "page" ? digit : lines[line].unicodeScalars.index(first!, offsetBy: notation == "blog" ? 7 : 3)
    lines[line].unicodeScalars.remove(at: end)
    let text = Text(lines.joined(separator: "\n"))
    let (_, findings) = try findings(in: text, path: "a.\(notation).txt")
    let blamed = findings.filter { $0.rule == "time-malformed" }
    #expect(blamed.map { text.line(at: $0.range.lowerBound) } == [line], "\(lines[line])")
    #expect(findings.count == 1, "\(findings.map(\.message))")
  }
}
