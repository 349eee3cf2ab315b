import SourceText
import Transcript

extension Contents {
  /// For people: a line for each section, one for each speaker, and the totals.
  func table(_ terminal: Terminal) -> String {
    var sections = Table([.right, .right, .right, .left, .left], width: terminal.width)
    sections.add(["time", "length", "words", "speakers", "section"].map { terminal.ink(.dim, $0) })
    let untitled = terminal.ink(.dim, self.sections.count == 1 ? "(no sections)" : "(above the first header)")
    for section in self.sections { sections.add(section.row(untitled)) }
    let heading = title.map { terminal.ink(.bold, visible($0)) + "\n" } ?? ""
    return heading + sections.text + "\n" + speakerTable(terminal) + closing + "\n"
  }

  private func speakerTable(_ terminal: Terminal) -> String {
    guard !speakers.isEmpty else { return "" }
    var table = Table([.right, .right, .right, .left])
    table.add(["turns", "words", "share", "speaker"].map { terminal.ink(.dim, $0) })
    for speaker in speakers {
      let share = percentage(speaker.words, of: words)
      table.add([grouped(speaker.turns), grouped(speaker.words), "\(share) %", shownLabel(speaker.name)])
    }
    return table.text + "\n"
  }

  private var closing: String {
    let titled = sections.count { $0.title != nil }
    let counts = [
      counted(titled, "section"), counted(segments, "segment"), counted(turns, "turn"), counted(words, "word"),
    ]
    let span =
      first.flatMap { first in last.map { $0 > first ? "; \(first.description) – \($0.description)" : "" } } ?? ""
    return "\(notation): \(counts.joined(separator: ", "))\(span)"
  }
}

extension Contents.Section {
  fileprivate func row(_ untitled: String) -> [String] {
    let indent = String(repeating: "  ", count: max(0, level - 1))
    let name = title.map { $0.isEmpty ? "(no title)" : visible($0) } ?? untitled
    let length = start.flatMap { start in
      end.map { Time(milliseconds: $0.milliseconds - start.milliseconds).description }
    }
    return [
      start?.description ?? "", length ?? "", grouped(words),
      fitted(speakers.joined(separator: ", "), columns: 34), indent + name,
    ]
  }
}
