import Foundation
import SourceText
import Support
import Testing

/// A file of the conformance suites with what is known of it.
struct ConformanceFile: CustomTestStringConvertible, Sendable {
  struct Cue: Decodable, Equatable {
    /// Of the times, counted from 1.
    var line: Int
    /// In milliseconds.
    var start: Int
    var end: Int
    var id: String
    var text: String
  }

  struct Fact: Decodable {
    var line: Int
    var level: String
    var why: String
  }

  private struct Source: Decodable {
    struct Reading: Decodable {
      var findings: [Fact]
      var cues: [Cue]?
    }
    var cues: [Cue]
    var findings: [Fact]?
    var spec: Reading?
  }

  let url: URL
  var testDescription: String { url.pathComponents.suffix(2).joined(separator: "/") }

  static let folder = Repository.samples.deletingLastPathComponent().appending(path: "data/webvtt")
  static let all: [ConformanceFile] = ["w3c", "vttjs", "webvtt-py", "validator", "probes"].flatMap { name in
    let folder = folder.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".vtt") }.sorted().map { ConformanceFile(url: folder.appending(path: $0)) }
  }

  func text() throws -> Text { try url.text() }

  /// The cues and what is wrong, by the specification.
  func expectation() throws -> (cues: [Cue], facts: [Fact]) {
    let json = try Data(contentsOf: url.deletingPathExtension().appendingPathExtension("json"))
    let source = try JSONDecoder().decode(Source.self, from: json)
    return (source.spec?.cues ?? source.cues, source.spec?.findings ?? source.findings ?? [])
  }
}
