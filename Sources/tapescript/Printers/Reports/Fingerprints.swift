import Rules
import SourceText

extension FileFindings {
  /// An id for each finding that stays the same when the lines above it change. It is made from the rule, the text of
  /// the finding, and how many findings of this rule with the same text stand above it.
  var fingerprints: [String] {
    var seen: [UInt64: Int] = [:]
    return findings.map { finding in
      var hash = FNV1a(finding.rule.utf8)
      hash.combine([0])
      hash.combine(text.bytes[finding.range])
      let number = seen[hash.value, default: 0] + 1
      seen[hash.value] = number
      return "\(hash.hexadecimal):\(number)"
    }
  }
}
