import SourceText
import Transcript

/// Findings that were there when somebody began to check, and that are not to be mentioned again.
///
/// A finding is known by its rule and by the text of the segment in which it lies, not by its line, so an edit above
/// wakes none, and an edit to the segment itself wakes it as it should.
public struct Baseline: Sendable, Equatable {
  /// How many findings there were in one file: `[rule: [fingerprint: count]]`.
  public typealias Entries = [String: [String: Int]]

  public var files: [String: Entries]

  public init(files: [String: Entries] = [:]) {
    self.files = files
  }

  /// The entries that findings make.
  public static func entries(of findings: [Finding], in reading: Reading) -> Entries {
    var entries: Entries = [:]
    var fingerprints = Fingerprints(reading)
    for finding in findings {
      entries[finding.rule, default: [:]][fingerprints[finding], default: 0] += 1
    }
    return entries
  }

  /// The findings for which there are no entries, and the entries that were used. Of several with one fingerprint the first
  /// ones are known.
  public static func compare(
    _ findings: [Finding], in reading: Reading, with entries: Entries
  ) -> (fresh: [Finding], used: Entries) {
    var used: Entries = [:]
    var fingerprints = Fingerprints(reading)
    let fresh = findings.filter { finding in
      guard let known = entries[finding.rule] else { return true }
      let fingerprint = fingerprints[finding]
      let count = used[finding.rule]?[fingerprint] ?? 0
      guard count < known[fingerprint] ?? 0 else { return true }
      used[finding.rule, default: [:]][fingerprint] = count + 1
      return false
    }
    return (fresh, used)
  }
}

/// Sixteen hexadecimal digits for each finding that stay the same while the segment in which it lies does.
struct Fingerprints {
  private let reading: Reading
  /// By rule: the block that was asked for last. A segment of a megabyte may have a thousand findings of one rule, and is
  /// hashed once for them.
  private var last: [String: (block: Int?, fingerprint: String)] = [:]

  init(_ reading: Reading) {
    self.reading = reading
  }

  subscript(finding: Finding) -> String {
    mutating get {
      let block = reading.blocks.index(at: finding.range.lowerBound)
      if let last = last[finding.rule], last.block == block { return last.fingerprint }
      var hash = FNV1a()
      hash.combine(finding.rule.utf8)
      hash.combine([0])
      if let block { hash.combine(reading.text.bytes[reading.content(of: block)]) }
      last[finding.rule] = (block, hash.hexadecimal)
      return hash.hexadecimal
    }
  }
}
