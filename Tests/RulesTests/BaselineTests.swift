import Formats
import Rules
import SourceText
import Testing
import Transcript

struct BaselineTests {
  private let source = "Ada: One (0:75)\n\nBo: Two (0:80)\n\nAda: Three (1:20)\n\nBo: Two (0:80)\n\nAda: Four (1:30)\n"

  private func read(_ source: String) throws -> (reading: Reading, findings: [Finding]) {
    let reading = Document(Text(source), format: try #require(Detection.format(named: "page"))).reading
    return (reading, Judge.findings(in: reading))
  }

  private func baseline() throws -> Baseline {
    let (reading, findings) = try read(source)
    #expect(findings.count == 3)
    var baseline = Baseline()
    baseline.add(findings, in: reading, of: "a.txt")
    return baseline
  }

  @Test(
    "What is in the baseline is not mentioned, whatever stands above it; what is new is",
    arguments: [
      ("", "", 0), ("Ada: One (0:75)", "Preface\n\nAda: One (0:75)", 0), ("One (0:75)", "One! (0:75)", 1),
      ("Three (1:20)", "Three (1:99)", 1), ("Ada: Four", "Bo: Two (0:80)\n\nAda: Four", 1),
      ("Ada: One (0:75)\n\n", "", 0),
    ])
  func fresh(old: String, new: String, count: Int) throws {
    let edited = old.isEmpty ? source : source.replacing(old, with: new)
    let (reading, findings) = try read(edited)
    let fresh = try baseline().fresh(findings, in: reading, of: "a.txt")
    #expect(fresh.count == count, "\(fresh)")
  }

  @Test("A baseline of one file says nothing about another")
  func otherFile() throws {
    let (reading, findings) = try read(source)
    #expect(try baseline().fresh(findings, in: reading, of: "b.txt") == findings)
  }
}
