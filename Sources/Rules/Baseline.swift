import SourceText
import Transcript

/// Findings that were there when a baseline was written, and that are not reported again.
///
/// A finding is recognised by its rule and by the text of its segment, not by its line. So an edit above it changes
/// nothing, and after an edit to the segment itself it is reported again.
public struct Baseline: Sendable, Equatable {
  /// How many findings there were in one file: `[rule: [fingerprint: count]]`.
  public typealias Entries = [String: [String: Int]]

  public var files: [String: Entries]

  public init(files: [String: Entries] = [:]) {
    self.files = files
  }

  /// The entries for some findings.
  public static func entries(of findings: [Finding], in reading: Reading) -> Entries {
    var entries: Entries = [:]
    var fingerprints = Fingerprints(reading)
    for finding in findings {
      entries[finding.rule, default: [:]][fingerprints[finding], default: 0] += 1
    }
    return entries
  }

  /// The findings without an entry, and the entries that were used. Of several findings with one fingerprint the first
  /// ones use the entries.
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

/// Sixteen hexadecimal digits for each finding that stay the same as long as the segment of the finding does.
struct Fingerprints {
  private let reading: Reading
  /// By rule: the last block and its fingerprint. A segment of a megabyte may have a thousand findings of one rule, and is
  /// hashed once for all of them.
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
