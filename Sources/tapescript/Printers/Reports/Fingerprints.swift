import Rules
import SourceText

extension FileFindings {
  /// A name for each finding that stays the same when the lines above it change: made of the rule, the text that is
  /// wrong, and how many like it stand above.
  var fingerprints: [String] {
    var seen: [UInt64: Int] = [:]
    return findings.map { finding in
      let hash = fnv1a(Array(finding.rule.utf8) + [0] + text.bytes[finding.range])
      let number = seen[hash, default: 0] + 1
      seen[hash] = number
      return "\(hexadecimal(hash)):\(number)"
    }
  }
}

/// Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", FNV-1a with 64 bits.
func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}

/// Sixteen digits.
func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
