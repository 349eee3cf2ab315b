import Transcript

extension Rule {
  static let transcriptMissing = Rule(
    "transcript-missing", .warning,
    summary: "The file announces a transcript and has none.",
    why: "The page announces a transcript and shows nothing.",
    looks: .atDocument { reading, report in
      guard reading.blocks.count(of: .segment) == 0, reading.blocks.count(of: .header) == 0 else { return }
      for index in reading.blocks.indices {
        guard reading.string(.key, of: index) == "transcript", reading.isEmptyEntry(index),
          let key = reading.range(.key, of: index)
        else { continue }
        report(key, "There is no transcript below this key.")
      }
    })
}

extension Reading {
  /// Whether the value of an entry is empty, or a list without items. A path, an address or further keys say where the
  /// transcript is, and a truth value says whether there is one.
  fileprivate func isEmptyEntry(_ block: Int) -> Bool {
    let values = blocks.parts(of: block).filter { $0.kind == .key || $0.kind == .value }.dropFirst()
    return values.allSatisfy { $0.kind == .value && ["", "[]", "~", "null"].contains(string(of: $0, in: block)) }
  }
}
