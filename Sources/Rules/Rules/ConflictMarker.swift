import Transcript

extension Rule {
  static let conflictMarker = Rule(
    "conflict-marker", .error,
    summary: "A merge was not finished: the file still holds both versions and the markers between them.",
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
          // Without an opened conflict, this line may underline a title in Markdown.
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
}
