import SourceText
import Transcript

extension Rule {
  /// A label and a time without any words. Legal before a block quote.
  static let segmentEmpty = Rule(
    "segment-empty", .warning,
    why: "The page shows a speaker who says nothing; the words were lost, or the line is left over.",
    looks: .atDocument { reading, report in
      for index in reading.episode.rows.indices where reading.episode.rows[index].words == 0 {
        guard reading.kind(of: index) == .segment else { continue }
        guard let range = [.speaker, .start].lazy.compactMap({ reading.range($0, of: index) }).first(where: { !$0.isEmpty })
        else { continue }
        let behind = reading.blocks.range(of: index).upperBound
        if behind < reading.text.count, reading.text.bytes[behind] == UInt8(ascii: ">") { continue }
        report(range, "Nothing is said here.")
      }
    })

  /// A section header with no segment before the next header or the end.
  ///
  /// A header of a deeper level right below is the beginning of the section's content.
  static let headerEmpty = Rule(
    "header-empty", .warning,
    why: "Pages drop an empty section silently, so what the author announced never appears.",
    looks: .atDocument { reading, report in
      var open: Int?
      func close(_ report: inout Report) {
        guard let index = open, let title = reading.range(.title, of: index), !title.isEmpty else { return }
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

  /// A header without a title.
  static let headerUntitled = Rule(
    "header-untitled", .error,
    why: "The page has a section that nobody can see in the contents or link to.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .header, let title = reading.range(.title, of: block), title.isEmpty else { return }
      let range = reading.range(.key, of: block) ?? reading.content(of: block)
      report(range, "This header has no title.")
    })

  /// No transcript where one was promised: nothing stands below `transcript:`.
  static let transcriptMissing = Rule(
    "transcript-missing", .warning,
    why: "The page announces a transcript and shows nothing.",
    looks: .atDocument { reading, report in
      guard reading.blocks.count(of: .segment) == 0, reading.blocks.count(of: .header) == 0 else { return }
      for index in reading.blocks.indices {
        guard let key = reading.range(.key, of: index), reading.text.string(key) == "transcript" else { continue }
        report(key, "There is no transcript below this key.")
      }
    })

  /// The lines that version control leaves in a file when two people changed the same place.
  static let conflictMarker = Rule(
    "conflict-marker", .error,
    why: "Both versions of the place are in the file, with the marks between them, and readers will see all of it.",
    looks: .atDocument { reading, report in
      guard reading.blocks.count(of: .conflict) > 0 else { return }
      var open: (range: Range<Int>, related: [Finding.Related])?
      for index in reading.blocks.indices where reading.blocks[index].kind == .conflict {
        let range = reading.content(of: index)
        switch reading.blocks[index].level {
        case UInt8(ascii: "<"):
          if let open { report(open.range, "A merge conflict begins here.", related: open.related) }
          open = (range, [])
        case UInt8(ascii: "="):
          // Alone it may underline a title in Markdown.
          open?.related.append(.init(range: range, message: "Here the other version begins."))
        default:
          guard var found = open else {
            report(range, "A merge conflict ends here.")
            continue
          }
          found.related.append(.init(range: range, message: "Here the conflict ends."))
          report(found.range, "A merge conflict begins here; keep one of the two versions.", related: found.related)
          open = nil
        }
      }
      if let open { report(open.range, "A merge conflict begins here.", related: open.related) }
    })

  /// Bytes that are no UTF-8. The first is named; the file is read all the same.
  static let encoding = Rule(
    "encoding", .error,
    why: "Programs show a replacement mark instead of the letter, or refuse the file.",
    looks: .atDocument { reading, report in
      guard reading.blocks.invalidCount > 0 else { return }
      guard let block = reading.blocks.indices.first(where: { !reading.blocks[$0].isValidUTF8 }) else { return }
      let range = reading.blocks.range(of: block)
      let first = reading.text.bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: .init(rebasing: $0[range])) }
      guard let first else { return }
      let offset = range.lowerBound + first
      let byte = String(reading.text.bytes[offset], radix: 16, uppercase: true)
      report(offset..<(offset + 1), "The byte \(byte) at offset \(offset) is not UTF-8; save the file as UTF-8.")
    })
}
