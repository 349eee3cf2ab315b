import Rules
import SourceText

extension FileFindings {
  /// A name for each finding that stays the same when the lines above it change: made of the rule, the text that is
  /// wrong, and how many like it stand above.
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
