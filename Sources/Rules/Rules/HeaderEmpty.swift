import SourceText
import Transcript

extension Rule {
  /// Left alone: a header with a deeper header directly below it, which begins the content of its section; and lists of
  /// times, which are not lists of headers. A header whose title is repeated in the next header was written twice.
  static let headerEmpty = Rule(
    "header-empty", .warning, fix: .safe,
    summary: "A section header has no segment below it.",
    why: "Pages drop an empty section silently, so what the author announced never appears.",
    looks: .atDocument(.frame) { reading, report in
      lazy var notes = Set(reading.notes(reads: { _ in }).joined())
      var open: Int?
      func close(before next: Int?, _ report: inout Report) {
        guard let index = open, let title = reading.range(.title, of: index), !title.isEmpty else { return }
        // The words around a header show whether it belongs to a list of times.
        report.readWordsEverywhere()
        guard !notes.contains(index) else { return }
        if let next, let below = reading.range(.title, of: next), reading.isCopy(index, of: next) {
          report(
            title, "This header stands twice.",
            related: [.init(range: below, message: "The header that has a section.")],
            fixes: [
              Fix("Remove this header", [.remove(block: index, copyOf: next)], in: reading, isSafe: true)
            ])
        } else {
          report(
            title, "This section is empty: the page will not show it.",
            fixes: [Fix("Remove the header", [.remove(block: index)], in: reading)])
        }
      }
      for index in reading.blocks.indices {
        switch reading.kind(of: index) {
        case .segment: open = nil
        // A header with spoken words as its title is reported by `header-not-a-title`.
        case .header where reading.isParagraph(title: index): open = nil
        case .header:
          if let above = open, reading.blocks[index].level <= reading.blocks[above].level {
            close(before: index, &report)
          }
          open = index
        // On a page of Markdown, what nobody says is shown, too: links, a picture. In front matter it stands elsewhere.
        case .prose where open.map { !reading.isItem($0) } ?? false && reading.isShown(index): open = nil
        case .metadata, .prose, .conflict: break
        }
      }
      close(before: nil, &report)
    })
}

extension Reading {
  /// Whether readers of the page see anything of a block.
  fileprivate func isShown(_ index: Int) -> Bool {
    !content(of: index).isEmpty && !blocks.parts(of: index).contains { $0.kind == .comment }
  }

  /// Whether a header adds nothing to another one: it has the same title and level, and nothing else.
  fileprivate func isCopy(_ header: Int, of other: Int) -> Bool {
    blocks[header].level == blocks[other].level && string(.title, of: header) == string(.title, of: other)
      && blocks.parts(of: header).allSatisfy { $0.kind == .title || $0.kind == .key }
      && blocks.parts(of: header).count { $0.kind == .key } <= 1
  }
}
