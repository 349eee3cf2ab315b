import SourceText
import Transcript

extension Rule {
  /// Left alone: a header with a deeper header directly below it, which begins the content of its section; and lists of
  /// times, which are not lists of headers. Up to three headers that stand again right below were written twice.
  static let headerEmpty = Rule(
    "header-empty", .warning, fix: .safe,
    summary: "A section header has no segment below it.",
    why: "Pages drop an empty section silently, so what the author announced never appears.",
    looks: .atDocument(.frame) { reading, report in
      lazy var notes = Set(reading.notes(reads: { _ in }).joined())
      // Headers with nothing but headers between them.
      var row: [Int] = []
      func end(hasSection: Bool, _ report: inout Report) {
        let copies = row.count > 1 ? copies(in: row.map(reading.heading)) : [:]
        for (place, index) in row.enumerated() {
          guard let title = reading.range(.title, of: index), !title.isEmpty else { continue }
          let copy = copies[place].flatMap { reading.isBare(index) ? row[$0] : nil }
          let next = place + 1 < row.count ? row[place + 1] : nil
          let isFilled = next.map { reading.blocks[$0].level > reading.blocks[index].level } ?? hasSection
          guard copy != nil || !isFilled else { continue }
          // The words around a header show whether it belongs to a list of times.
          report.readWordsEverywhere()
          guard !notes.contains(index) else { continue }
          if let copy, let below = reading.range(.title, of: copy) {
            report(
              title, "This header stands twice.",
              related: [.init(range: below, message: "The same header again.")],
              fixes: [
                Fix("Remove this header", [.remove(block: index, copyOf: copy)], in: reading, isSafe: true)
              ])
          } else {
            report(
              title, "This section is empty: the page will not show it.",
              fixes: [Fix("Remove the header", [.remove(block: index)], in: reading)])
          }
        }
        row.removeAll()
      }
      for index in reading.blocks.indices {
        switch reading.kind(of: index) {
        case .segment: end(hasSection: true, &report)
        // A header with spoken words as its title is reported by `header-not-a-title`.
        case .header where reading.isParagraph(title: index): end(hasSection: true, &report)
        case .header: row.append(index)
        // On a page of Markdown, what nobody says is shown, too: links, a picture. In front matter it stands elsewhere.
        case .prose where row.last.map { !reading.isItem($0) } ?? false && reading.isShown(index):
          end(hasSection: true, &report)
        case .metadata, .prose, .conflict: break
        }
      }
      end(hasSection: false, &report)
    })
}

/// For each heading that was written twice in a row, alone or together with the next two, where it stands again.
private func copies(in headings: [String]) -> [Int: Int] {
  var copies: [Int: Int] = [:]
  for length in 1...3 {
    for start in headings.indices.dropLast(2 * length - 1) {
      let again = start + length
      guard headings[start..<again] == headings[again..<(again + length)] else { continue }
      for place in start..<again where copies[place] == nil { copies[place] = place + length }
    }
  }
  return copies
}

extension Reading {
  /// Whether readers of the page see anything of a block.
  fileprivate func isShown(_ index: Int) -> Bool {
    !content(of: index).isEmpty && !blocks.parts(of: index).contains { $0.kind == .comment }
  }

  /// The title of a header with its level.
  fileprivate func heading(_ header: Int) -> String { "\(blocks[header].level) \(string(.title, of: header) ?? "")" }

  /// Whether a header has nothing but its title.
  fileprivate func isBare(_ header: Int) -> Bool {
    blocks.parts(of: header).allSatisfy { $0.kind == .title || $0.kind == .key }
      && blocks.parts(of: header).count { $0.kind == .key } <= 1
  }
}
