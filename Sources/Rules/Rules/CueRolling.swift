import SourceText
import Transcript

extension Rule {
  static let cueRolling = Rule(
    "cue-rolling", .information, fix: .offered,
    summary: "Cues repeat each other so that their lines roll over the screen.",
    why: "Readers, searches and other players get every sentence two or three times.",
    looks: .atDocument(.frame) { reading, report in
      guard Rolling.isPlausible(reading) else { return }
      report.readWordsEverywhere()
      guard let rolling = Rolling(reading), let first = rolling.steps.first?.block,
        let range = reading.range(.start, of: first)
      else { return }
      report(
        range,
        "These automatic captions say everything several times: \(counted(rolling.cues, "cue")) say what \(rolling.cues - rolling.dropped) would.",
        fixes: [Fix("Leave each line in one cue", reading.changes(unrolling: rolling), in: reading)])
    })
}

extension Reading {
  fileprivate func changes(unrolling rolling: Rolling) -> [Change] {
    rolling.steps.flatMap { block, step -> [Change] in
      switch step {
      case .drop: return [.remove(block: block)]
      case .cut(let count): return [.setText(block: block, 0..<count, "")]
      case .extend(let last):
        guard let end = episode.rows[last].end, let text = string(.words, of: block) else { return [] }
        return [.setEnd(block: block, end), .setText(block: block, 0..<text.utf8.count, text)]
      }
    }
  }
}
