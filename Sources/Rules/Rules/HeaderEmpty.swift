import SourceText
import Transcript

extension Rule {
  /// A header of a deeper level right below is the beginning of the section's content, and a list of times is no
  /// list of headers. One whose words stand again in the header below was written twice.
  static let headerEmpty = Rule(
    "header-empty", .warning, fix: .safe,
    summary: "A section header has no segment below it.",
    why: "Pages drop an empty section silently, so what the author announced never appears.",
    looks: .atDocument(.frame) { reading, report in
      lazy var notes = Set(reading.notes(reads: { _ in }).joined())
      var open: Int?
      func close(before next: Int?, _ report: inout Report) {
        guard let index = open, let title = reading.range(.title, of: index), !title.isEmpty else { return }
        // Whether this is a list of times is seen by the words around it.
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
        // What was said, under the wrong key, has a finding of its own.
        case .header where reading.isParagraph(title: index): open = nil
        case .header:
          if let above = open, reading.blocks[index].level <= reading.blocks[above].level {
            close(before: index, &report)
          }
          open = index
        case .metadata, .prose, .conflict: break
        }
      }
      close(before: nil, &report)
    })
}

extension Reading {
  /// Whether a header says nothing that another one does not say: it has the same title and level, and nothing else.
  fileprivate func isCopy(_ header: Int, of other: Int) -> Bool {
    blocks[header].level == blocks[other].level && string(.title, of: header) == string(.title, of: other)
      && blocks.parts(of: header).allSatisfy { $0.kind == .title || $0.kind == .key }
      && blocks.parts(of: header).count { $0.kind == .key } <= 1
  }
}
