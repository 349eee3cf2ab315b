import SourceText
import Transcript

extension Reading {
  /// Edits that silence findings by comments, one above each segment that has some.
  ///
  /// Findings are left out if no comment can stand above them: those in the first block of YAML front matter, and those
  /// in YAML that is not well-formed, where a comment would become part of a broken value.
  ///
  /// - Parameter reason: written behind a colon, unless it is empty. Characters that would end the comment are removed.
  public func silencing(_ findings: [Finding], reason: String) -> [Edit] {
    var rules: [Int: Set<String>] = [:]
    for finding in findings {
      guard let block = blocks.index(at: finding.range.lowerBound) else { continue }
      rules[block, default: []].insert(finding.rule)
    }
    return rules.sorted { $0.key < $1.key }.flatMap { block, rules in
      let names = rules.sorted().joined(separator: ", ")
      let words = "tapescript-ignore \(names)" + (reason.isEmpty ? "" : ": \(reason)")
      return edits(for: [.insert(.comment(words), before: block)]) ?? []
    }
  }
}
