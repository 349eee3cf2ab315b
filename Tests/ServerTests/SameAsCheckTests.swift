import Formats
import Foundation
import JSON
import LSP
import Rules
import SourceText
import Support
import Testing
import Transcript

/// Server and command line say the same: what is published of a file are the findings in it.
@Suite struct SameAsCheckTests {
  @Test func examples() throws {
    let files = Repository.files(in: "docs/examples", endings: ["md", "txt"])
    try #require(!files.isEmpty)
    compare(files.map { Repository.root.appending(path: $0) })
  }

  @Test(.enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws {
    let files = Repository.allSamples()
    try #require(!files.isEmpty)
    compare(files)
  }

  private func compare(_ files: [URL]) {
    let client = Client()
    client.initialize()
    for file in files {
      // What is no UTF-8 cannot be opened in an editor as it is on disk.
      guard let string = try? String(contentsOf: file, encoding: .utf8) else { continue }
      client.open(file.absoluteString, string)
      let published = client.receive { $0["method"].string == "textDocument/publishDiagnostics" }.last
      let said = published?["params"]["diagnostics"].array?.map { Remark($0) }
      #expect(published?["params"]["uri"].string == file.absoluteString)
      #expect(said == findings(in: string, of: file), "\(file.lastPathComponent)")
    }
  }

  /// As the command line finds them.
  private func findings(in string: String, of file: URL) -> [Remark] {
    let text = Text(string)
    guard let format = Detection.detect(text, path: file.path).format else { return [] }
    return Judge.findings(in: Document(text, format: format).reading).map { finding in
      Remark(
        rule: finding.rule, severity: finding.severity.rawValue, message: finding.message,
        start: text.position(of: finding.range.lowerBound, in: .utf32),
        end: text.position(of: finding.range.upperBound, in: .utf32))
    }
  }

  fileprivate struct Remark: Equatable {
    var rule: String
    var severity: Int
    var message: String
    var start: SourceText.Position
    var end: SourceText.Position
  }
}

extension SameAsCheckTests.Remark {
  fileprivate init(_ json: JSONValue) {
    func position(_ json: JSONValue) -> SourceText.Position {
      SourceText.Position(line: json["line"].integer ?? -1, column: json["character"].integer ?? -1)
    }
    self.init(
      rule: json["code"].string ?? "", severity: json["severity"].integer ?? 0, message: json["message"].string ?? "",
      start: position(json["range"]["start"]), end: position(json["range"]["end"]))
  }
}
