import SourceText
import Transcript

extension Rule {
  /// A header of a deeper level right below is the beginning of the section's content, and a list of times is no
  /// list of headers.
  static let headerEmpty = Rule(
    "header-empty", .warning, repair: .offered,
    summary: "A section header has no segment below it.",
    why: "Pages drop an empty section silently, so what the author announced never appears.",
    looks: .atDocument(.frame) { reading, report in
      lazy var notes = Set(reading.notes(reads: { _ in }).joined())
      var open: Int?
      func close(_ report: inout Report) {
        guard let index = open, let title = reading.range(.title, of: index), !title.isEmpty else { return }
        // Whether this is a list of times is seen by the words around it.
        report.readWordsEverywhere()
        guard !notes.contains(index) else { return }
        let fix = Fix("Remove the header", Edit(reading.blocks.range(of: index), ""))
        report(title, "This section is empty: the page will not show it.", fixes: [fix])
      }
      for index in reading.blocks.indices {
        switch reading.kind(of: index) {
        case .segment: open = nil
        case .header:
          if let above = open, reading.blocks[index].level <= reading.blocks[above].level { close(&report) }
          open = index
        case .metadata, .prose, .conflict: break
        }
      }
      close(&report)
    })
}
