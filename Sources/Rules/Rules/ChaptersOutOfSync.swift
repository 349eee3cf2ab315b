import SourceText
import Transcript

extension Rule {
  /// Reports only if at least half of the headers are chapters. Otherwise the two lists were not meant to agree.
  static let chaptersOutOfSync = Rule(
    "chapters-out-of-sync", .warning, fix: .offered,
    summary: "The headers of a transcript and the chapters in the file beside it differ.",
    why: "Players show the chapters and pages show the headers, so readers of one cannot find the place in the other.",
    options: [seconds],
    looks: .atDocument(.frame) { reading, report in
      guard let file = report.surroundings.chapters, reading.blocks.count(of: .header) > 0 else { return }
      let headers = TimedHeader.all(in: reading)
      let titles = file.chapters.map { FoldedName($0.title).joined }
      let places = Dictionary(zip(titles, titles.indices), uniquingKeysWith: { first, _ in first })
      let matches = headers.map { places[$0.folded] }
      let known = Set(matches.compactMap(\.self))
      let unknown = titles.indices.filter { !known.contains($0) }
      // By header: the chapter of the nearest header from there on that has one.
      var below = Array(repeating: titles.count, count: headers.count + 1)
      for index in headers.indices.reversed() { below[index] = matches[index] ?? below[index + 1] }
      var above = -1
      guard !headers.isEmpty, known.count * 2 >= headers.count else { return }
      for (index, header) in headers.enumerated() {
        guard let match = matches[index] else {
          let meant = unknown[unknown.partitioningIndex { $0 > above }...].prefix(3).filter { $0 < below[index + 1] }
          report(
            header.range, "\(file.name) has no chapter with this title.",
            fixes: meant.map { header.renaming(to: file.chapters[$0].title, in: reading) })
          continue
        }
        above = match
        let chapter = file.chapters[match]
        if let start = header.start, abs(start.seconds - chapter.start.seconds) > report.number(seconds) {
          report(
            header.range,
            "This section begins at \(start.description), the chapter in \(file.name) at \(chapter.start.description).")
        }
      }
      reportMissing(file, known, matches, headers, &report)
    })
}

private let seconds = Rule.Option(
  "seconds", .number(60),
  "How many seconds a section may begin before or after its chapter, since chapters begin within turns.")

/// Reports chapters without a header, unless a header without a chapter may be meant for them.
private func reportMissing(
  _ file: Chapters, _ known: Set<Int>, _ matches: [Int?], _ headers: [TimedHeader], _ report: inout Report
) {
  // By chapter: how many chapters in a row, beginning with it, have no header.
  var missing = Array(repeating: 0, count: file.chapters.count + 1)
  for index in file.chapters.indices.reversed() where !known.contains(index) { missing[index] = missing[index + 1] + 1 }
  for (index, match) in matches.enumerated() {
    guard let match, index + 1 == matches.count || matches[index + 1] != nil, missing[match + 1] > 0 else { continue }
    let more = missing[match + 1] > 1 ? " and \(missing[match + 1] - 1) more" : ""
    let chapter = file.chapters[match + 1]
    report(
      headers[index].range,
      "Below this section \(file.name) has a chapter “\(chapter.title)” at \(chapter.start.description)\(more), which has no header."
    )
  }
}

private struct TimedHeader {
  var block: Int
  /// The title, in bytes of the text.
  var range: Range<Int>
  var folded: [Unicode.Scalar]
  var start: Time?

  static func all(in reading: Reading) -> [TimedHeader] {
    let timeline = Timeline(reading)
    var headers: [TimedHeader] = []
    for index in reading.blocks.indices {
      switch reading.kind(of: index) {
      case .header:
        guard let part = reading.part(.title, of: index), part.length > 0 else { continue }
        let title = reading.string(of: part, in: index)
        headers.append(
          TimedHeader(
            block: index, range: reading.range(of: part, in: index), folded: FoldedName(title).joined,
            start: timeline.timeOfHeader(index)))
      case .segment:
        if let last = headers.indices.last, headers[last].start == nil {
          headers[last].start = reading.episode.start(of: index)
        }
      default: break
      }
    }
    return headers
  }

  func renaming(to title: String, in reading: Reading) -> Fix? {
    Fix("Change to “\(title)”", [.setTitle(block: block, title)], in: reading)
  }
}
