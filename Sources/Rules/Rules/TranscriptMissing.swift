import Transcript

extension Rule {
  static let transcriptMissing = Rule(
    "transcript-missing", .warning,
    summary: "The file announces a transcript and has none.",
    why: "The page announces a transcript and shows nothing.",
    looks: .atDocument { reading, report in
      guard reading.blocks.count(of: .segment) == 0, reading.blocks.count(of: .header) == 0 else { return }
      for index in reading.blocks.indices {
        guard let key = reading.range(.key, of: index), reading.text.string(key) == "transcript" else { continue }
        report(key, "There is no transcript below this key.")
      }
    })
}
