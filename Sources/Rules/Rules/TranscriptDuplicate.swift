import Transcript

extension Rule {
  /// Transcripts of the same episode in other notations do not count as copies.
  static let transcriptDuplicate = Rule(
    "transcript-duplicate", .error,
    summary: "At least half of the long turns are in another file, too.",
    why: "One of the two pages shows the words of another episode, and its own are missing.",
    looks: .atDocument { reading, report in
      guard let copies = report.surroundings.copies, let place = reading.placeOfTranscript else { return }
      let (copy, others) = (copies.closest, copies.count - 1)
      let least = copies.isCut ? "at least " : ""
      let more = others > 0 ? " and in \(least)\(others) more \(others == 1 ? "file" : "files")" : ""
      report(place, "\(copy.shared) of the \(copy.turns) long turns are also in \(copy.name)\(more).")
    })
}

extension Reading {
  /// The place for a finding about the whole transcript: its title, or its first segment.
  fileprivate var placeOfTranscript: Range<Int>? {
    if let title = entry("title"), let range = range(.value, of: title), !range.isEmpty { return range }
    guard let first = blocks.indices.first(where: { kind(of: $0) == .segment }) else { return nil }
    return blocks.parts(of: first).first { $0.kind != .key && $0.length > 0 }.map { range(of: $0, in: first) }
  }
}
