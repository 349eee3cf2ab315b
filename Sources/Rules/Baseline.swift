import SourceText
import Transcript

/// Findings that were there when somebody began to check, and that are not to be mentioned again.
///
/// A finding is known by its rule and by the text of the segment in which it lies, not by its line, so an edit above
/// wakes none, and an edit to the segment itself wakes it as it should.
public struct Baseline: Sendable, Equatable {
  /// How many findings there were of each rule in each text: `[file: [rule: [fingerprint: count]]]`.
  public var files: [String: [String: [String: Int]]]

  public init(files: [String: [String: [String: Int]]] = [:]) {
    self.files = files
  }

  /// Notes the findings in a file.
  public mutating func add(_ findings: [Finding], in reading: Reading, of file: String) {
    for finding in findings {
      files[file, default: [:]][finding.rule, default: [:]][finding.fingerprint(in: reading), default: 0] += 1
    }
  }

  /// The findings that are not in the baseline. Of several with one fingerprint the first ones are.
  public func fresh(_ findings: [Finding], in reading: Reading, of file: String) -> [Finding] {
    guard var known = files[file] else { return findings }
    return findings.filter { finding in
      guard known[finding.rule] != nil else { return true }
      let fingerprint = finding.fingerprint(in: reading)
      guard let left = known[finding.rule]?[fingerprint], left > 0 else { return true }
      known[finding.rule]?[fingerprint] = left - 1
      return false
    }
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
