import SourceText
import Transcript

extension Rule {
  /// Left alone: addresses, code, links, and names with a dot, a slash or an at sign in them.
  static let glossary = Rule(
    "glossary", .warning, fix: .safe,
    summary: "A word is spelled in a way that the configured glossary lists as wrong.",
    why: "Names of products and people are what readers search for, and what speech recognition gets wrong.",
    looks: .atPassage(.text) { passage, report in
      let lexicon = report.lexicon
      guard !lexicon.isEmpty else { return }
      let matches = passage.bytes.withUnsafeBufferPointer { lexicon.matches(in: $0) }
      guard !matches.isEmpty else { return }
      let shields = passage.shields
      for match in matches where !shields.hold(match.range) && !isPartOfName(passage.bytes, match.range) {
        report(
          passage.source(match.range), "“\(passage.string(match.range))” is written “\(match.replacement)”.",
          fixes: [
            passage.fix("Change to \(match.replacement)", match.range, match.replacement, altering: .words)
          ])
      }
    })
}

private let joints = ByteSet("./@#$\\~")

/// Whether a word belongs to a file, a host or a command, such as `node` in `node.js` or `./node`.
private func isPartOfName(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
  let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
  if joints.contains(before) { return true }
  guard range.upperBound + 1 < bytes.count, joints.contains(bytes[range.upperBound]) else { return false }
  return isAlphanumeric(bytes[range.upperBound + 1])
}
