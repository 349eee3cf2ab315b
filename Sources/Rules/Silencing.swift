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
    return rules.sorted { $0.key < $1.key }.compactMap { block, rules in
      let names = rules.sorted().joined(separator: ", ")
      return comment("tapescript-ignore \(names)" + (reason.isEmpty ? "" : ": \(reason)"), above: block)
    }
  }

  private func comment(_ words: String, above block: Int) -> Edit? {
    let start = blocks.start(of: block)
    let end = text.lineEnding(at: start)
    let line = words.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard isYAML(block) else {
      let safe = line.split(separator: "--", omittingEmptySubsequences: true).joined(separator: "- ")
      return Edit(start..<start, "<!-- \(safe) -->\(end)\(end)")
    }
    guard start > 0, !blocks.parts(of: block).contains(where: { $0.fault?.isYAML ?? false }) else { return nil }
    let margin = text.bytes[start...].prefix { $0 == 0x20 }
    return Edit(start..<start, String(decoding: margin, as: UTF8.self) + "# \(line)\(end)")
  }

  /// Whether a block is an entry of YAML: such a one has keys.
  private func isYAML(_ block: Int) -> Bool {
    blocks[block].kind == .metadata || blocks.parts(of: block).contains { $0.kind == .key || $0.quoting != .none }
  }
}
