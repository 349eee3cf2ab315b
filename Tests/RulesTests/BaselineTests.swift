import Formats
import Rules
import SourceText
import Testing
import Transcript

struct BaselineTests {
  private let source = "Ada: One (0:75)\n\nBo: Two (0:80)\n\nAda: Three (1:20)\n\nBo: Two (0:80)\n\nAda: Four (1:30)\n"

  private func read(_ source: String) throws -> (reading: Reading, findings: [Finding]) {
    let reading = Document(Text(source), format: try #require(Notations.builtIn.format(named: "page"))).reading
    return (reading, Judge.findings(in: reading))
  }

  private func baseline() throws -> Baseline.Entries {
    let (reading, findings) = try read(source)
    #expect(findings.count == 3)
    return Baseline.entries(of: findings, in: reading)
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
    let known = try baseline()
    let (fresh, used) = Baseline.compare(findings, in: reading, with: known)
    #expect(fresh.count == count, "\(fresh)")
    // What is used is in the baseline, and each finding is either fresh or uses an entry.
    #expect(used.values.flatMap(\.values).reduce(0, +) == findings.count - fresh.count)
    for (rule, entries) in used { #expect(entries.allSatisfy { $1 <= known[rule]?[$0] ?? 0 }) }
  }

  @Test("Numbers that nobody has counted")
  func numbers() throws {
    let (reading, findings) = try read(source)
    for number in [Int.min, -1, 0] {
      let known = try baseline().mapValues { $0.mapValues { _ in number } }
      #expect(Baseline.compare(findings, in: reading, with: known).fresh == findings)
    }
    let known = try baseline().mapValues { $0.mapValues { _ in Int.max } }
    #expect(Baseline.compare(findings, in: reading, with: known).fresh == [])
  }
}
