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
    for finding in findings {
      entries[finding.rule, default: [:]][finding.fingerprint(in: reading), default: 0] += 1
    }
    return entries
  }

  /// The findings for which there are no entries, and the entries that were used. Of several with one fingerprint the first
  /// ones are known.
  public static func compare(
    _ findings: [Finding], in reading: Reading, with entries: Entries
  ) -> (fresh: [Finding], used: Entries) {
    var used: Entries = [:]
    let fresh = findings.filter { finding in
      guard let known = entries[finding.rule] else { return true }
      let fingerprint = finding.fingerprint(in: reading)
      let count = used[finding.rule]?[fingerprint] ?? 0
      guard count < known[fingerprint] ?? 0 else { return true }
      used[finding.rule, default: [:]][fingerprint] = count + 1
      return false
    }
    return (fresh, used)
  }
}

extension Finding {
  /// Sixteen hexadecimal digits that stay the same while the segment in which the finding lies does.
  public func fingerprint(in reading: Reading) -> String {
    var hash = FNV1a()
    hash.combine(rule.utf8)
    hash.combine([0])
    if let block = reading.blocks.index(at: range.lowerBound) {
      hash.combine(reading.text.bytes[reading.content(of: block)])
    }
    return hash.hexadecimal
  }
}
