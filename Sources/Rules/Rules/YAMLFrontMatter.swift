import SourceText
import Transcript

extension Rule {
  static let yamlFrontMatter = Rule(
    "yaml-frontmatter", .error, fix: .offered,
    summary: "The front matter is not enclosed by two lines `---`, the first of them at the very top.",
    why: "A site generator then takes the front matter for text, or the text for front matter.",
    // The missing line is inserted above the blank lines, which belong to the block above, so this looks at the
    // document.
    looks: .atDocument(.frame) { reading, report in
      for (block, fault) in reading.faults([.frontMatterNotOpened, .frontMatterNotFirst, .frontMatterNotClosed]) {
        reportFence(fault, of: block, reading, &report)
      }
    })
}

private func reportFence(_ fault: Part, of block: Int, _ reading: Reading, _ report: inout Report) {
  let range = reading.range(of: fault, in: block)
  func fix(_ title: String, _ mending: Mending) -> Fix? {
    Fix(title, [.mend(block: block, fault, mending)], in: reading)
  }
  switch fault.fault {
  case .frontMatterNotOpened:
    report(range, "The front matter does not begin with a line ---.", fixes: [fix("Begin it with ---", .fence)])
  case .frontMatterNotFirst:
    if reading.text.bytes[range].starts(with: "---".utf8) {
      report(
        range, "The line --- must be the first of the file.",
        fixes: [fix("Remove the blank lines above", .removeAbove)])
    } else {
      report(
        range, "Nothing may stand above the line --- that opens the front matter.",
        fixes: [fix("Remove this line", .removeAbove)])
    }
  default:
    report(range, "The front matter is not closed by a line ---.", fixes: [fix("Close it with ---", .fence)])
  }
}
