import Transcript

extension Rule {
  static let headerUntitled = Rule(
    "header-untitled", .error,
    summary: "A section header has no title.",
    why: "The page has a section that does not appear in the contents and cannot be linked to.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .header, let title = reading.range(.title, of: block), title.isEmpty else {
        return
      }
      let range = reading.range(.key, of: block) ?? reading.content(of: block)
      report(range, "This header has no title.")
    })
}
