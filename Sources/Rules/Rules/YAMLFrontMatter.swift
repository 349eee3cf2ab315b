import SourceText
import Transcript

extension Rule {
  /// `---` is missing, not first, or not closed.
  static let yamlFrontMatter = Rule(
    "yaml-frontmatter", .error, repair: .offered,
    why: "A site generator then takes the front matter for text, or the text for front matter.",
    looks: .atFaults([.frontMatterNotOpened, .frontMatterNotFirst, .frontMatterNotClosed]) {
      reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let line = reading.text.range(ofLine: reading.text.line(at: range.lowerBound))
      let end = reading.lineEnding(at: range.lowerBound)
      switch fault.fault {
      case .frontMatterNotOpened:
        let fix = Fix("Insert ---", Edit(line.lowerBound..<line.lowerBound, "---" + end))
        report(range, "The front matter does not begin with a line ---.", fixes: [fix])
      case .frontMatterNotFirst:
        let above = reading.blocks.start(of: block)..<line.lowerBound
        // Nothing but blank lines above belongs to the block itself.
        let fix = Fix("Remove the blank lines above", Edit(above, ""))
        report(range, "The line --- must be the first of the file.", fixes: above.lowerBound == 0 ? [fix] : [])
      default:
        // Markdown that goes on where the front matter should have been closed, or the end of the file.
        let isBody = reading.blocks[block].kind == .prose
        let place = isBody ? line.lowerBound : range.upperBound
        let fix = Fix("Insert ---", Edit(place..<place, isBody ? "---" + end : end + "---" + end))
        report(range, "The front matter is not closed by a line ---.", fixes: [fix])
      }
    })
}
