import Formats
import Foundation
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Files with each tolerance and each fault of SubRip, and what a careful reader and a careful checker make of them.
struct SubRipConformanceTests {
  private static let folder = Repository.root.deletingLastPathComponent().appending(path: "shared/data/srt")
  private static let isThere = FileManager.default.fileExists(atPath: folder.path())
  private static let names =
    isThere
    ? ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).filter { $0.hasSuffix(".srt") }
      .map { String($0.dropLast(4)) }.sorted() : []

  private struct Expected: Decodable {
    struct Saying: Decodable {
      var line: Int
      var id: String
      var level: String
    }

    struct Cue: Decodable, Equatable {
      var start: Int
      var end: Int
      var text: String

      init(_ start: Int, _ end: Int, _ text: String) { (self.start, self.end, self.text) = (start, end, text) }

      init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        self.init(
          try container.decode(Int.self), try container.decode(Int.self), try container.decode(String.self))
      }
    }

    var encoding: String
    var read: [Cue]
    var says: [Saying]
  }

  /// A text in UTF-8, from a file in any encoding.
  private func text(_ name: String) throws -> (text: Text, encoding: TextEncoding) {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".srt")))
    guard case .certain(let encoding) = TextEncoding.detect(bytes), case .text(let text) = encoding.decode(bytes) else {
      throw CocoaError(.fileReadUnknownStringEncoding)
    }
    return (Text(text), encoding)
  }

  private func expected(_ name: String) throws -> Expected {
    try JSONDecoder().decode(Expected.self, from: Data(contentsOf: Self.folder.appending(path: name + ".json")))
  }

  @Test("The files are there", .enabled(if: isThere, "needs ../shared/data/srt"))
  func files() { #expect(Self.names.count > 30) }

  @Test("Encodings are told", .enabled(if: isThere, "needs ../shared/data/srt"), arguments: names)
  func encoding(name: String) throws {
    let said = try expected(name).encoding
    let encoding = try text(name).encoding
    let named: [String: TextEncoding] = [
      "cp1251": .windows1251, "cp1252": .windows1252, "gb2312": .gb2312,
      "utf-16-le with byte order mark": .utf16LittleEndian,
      "utf-16-be with byte order mark": .utf16BigEndian, "utf-8": .utf8, "utf-8 with byte order mark": .utf8,
    ]
    #expect(encoding == named[said], "\(said)")
  }

  /// One is WebVTT with another name.
  private static let subRip = names.filter { $0 != "vtt-in-srt" }

  @Test(
    "Cues are read as a careful reader reads them", .enabled(if: isThere, "needs ../shared/data/srt"), arguments: subRip
  )
  func cues(name: String) throws {
    let text = try text(name).text
    #expect(Detection.detect(text).format?.name == "srt", "by what is in it")
    #expect(Detection.detect(Text(""), path: name + ".srt").format?.name == "srt", "by its name")
    let format = try #require(Notations.builtIn.format(named: "srt"))
    let reading = Document(text, format: format).reading
    let read = reading.segments().map { block in
      let row = reading.episode.rows[block]
      return Expected.Cue(
        Int(row.start?.milliseconds ?? -1), Int(row.end?.milliseconds ?? -1), reading.shown(block))
    }
    #expect(read == (try expected(name)).read.map { .init($0.start, $0.end, folded($0.text)) })
  }

  @Test("Faults are what a careful checker says", .enabled(if: isThere, "needs ../shared/data/srt"), arguments: subRip)
  func faults(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ".srt")))
    // What cannot be UTF-8 at all is not read as such.
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let text = isWide ? try self.text(name).text : Text(bytes)
    let format = try #require(Notations.builtIn.format(named: "srt"))
    let found = Judge.findings(in: Document(text, format: format).reading)
    let (own, others) = (found.filter(Saying.isOfCues), found.filter { !Saying.isOfCues($0) })
    #expect(others.allSatisfy { $0.severity < .warning }, "\(others.map(\.message))")
    let said = own.map { Saying(text.line(at: $0.range.lowerBound) + 1, $0.rule, $0.severity.name) }
    let wanted = try expected(name).says.filter { !isWide || $0.id != "srt-encoding" }.map { Saying($0) }
    // Two characters that cannot be seen on one line are two findings.
    #expect(Set(said).sorted() == Set(wanted).sorted(), "\(found.map(\.message))")
  }

  /// A finding by its place.
  private struct Saying: Hashable, Comparable, CustomStringConvertible {
    var line: Int
    var rule: String
    var severity: String

    init(_ line: Int, _ rule: String, _ severity: String) {
      // Where ends of lines differ, the first that is unlike most of them is shown, and not the first that is unlike the first.
      self.line = rule == "line-endings" ? 0 : line
      (self.rule, self.severity) = (rule, severity)
    }

    static func isOfCues(_ finding: Finding) -> Bool {
      finding.rule.hasPrefix("srt-") || finding.rule.hasPrefix("cue-")
        || general.values.contains { $0.0 == finding.rule }
    }

    /// Rules that hold in all notations have their own names, and the severity that they have elsewhere.
    private static let general = [
      "srt-encoding": ("encoding", "error"), "srt-eol": ("line-endings", "hint"),
      "srt-control": ("invisible-character", "warning"), "srt-space": ("trailing-space", "hint"),
    ]

    init(_ saying: Expected.Saying) {
      let (rule, severity) =
        Self.general[saying.id] ?? (saying.id, saying.level == "info" ? "information" : saying.level)
      self.init(saying.line, rule, severity)
    }

    static func < (a: Self, b: Self) -> Bool { (a.line, a.rule, a.severity) < (b.line, b.rule, b.severity) }

    var description: String { "\(line) \(rule) \(severity)" }
  }
}

/// Without tags and overrides, and on one line: what is said.
private func folded(_ text: String) -> String {
  let plain = text.replacing(/<\/?(?:i|b|u|s|font)(?: [^>]*)?>|\{\\[^}]*\}/, with: "")
  return plain.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    .filter { !$0.isEmpty }.joined(separator: " ")
}

extension Reading {
  /// What is said in a cue, with its labels.
  fileprivate func shown(_ block: Int) -> String {
    let parts = blocks.parts(of: block).filter { $0.kind == .words || $0.kind == .speaker || $0.kind == .mark }
    guard let first = parts.map({ range(of: $0, in: block).lowerBound }).min(),
      let last = parts.map({ range(of: $0, in: block).upperBound }).max()
    else { return "" }
    return folded(text.string(first..<last))
  }
}
