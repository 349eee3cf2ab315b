import SourceText
import Transcript

extension Rule {
  /// Reports a time without quotes that YAML 1.1 reads as a number in base 60.
  static let yamlUnquotedTime = Rule(
    "yaml-unquoted-time", .warning, fix: .safe,
    summary: "A time without quotes is a number to some readers of YAML.",
    why: "YAML 1.1 reads 1:40 as the number 100; Ruby even reads 0:12 as 720.",
    looks: .atFaults([.timeUnquoted]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      report(
        range, "Without quotes YAML may read this time as a number.",
        fixes: [Fix("Put quotes around it", [.mend(block: block, fault, .quote)], in: reading, isSafe: true)])
    })
}
