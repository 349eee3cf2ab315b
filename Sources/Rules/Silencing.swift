import SourceText
import Transcript

extension Reading {
  /// Edits that silence findings by comments, one above each segment that has some.
  ///
  /// Left out are findings above which no comment can stand: in the first block of YAML front matter and in what is not
  /// well-formed there, since a comment in a broken value is a part of it.
  ///
  /// - Parameter reason: stands behind a colon, unless it is empty; what would end the comment is taken out of it.
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
