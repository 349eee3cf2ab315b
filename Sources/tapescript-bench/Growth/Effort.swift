import Features
import Formats
import Rules
import SourceText
import Transcript

/// An operation on a text, and how much processor time it takes.
enum Effort: String, CaseIterable {
  /// Reading the text and finding all its mistakes, once.
  case check
  /// Making all safe fixes, and reading and checking the fixed text.
  case mend
  /// Writing all findings into a baseline.
  case baseline
  /// Typing a letter in the middle of an open document, up to its new findings.
  case letter
  /// Typing a line break at the same place.
  case newline
  case outline
  case folds
  /// The hover at the same place.
  case hover

  /// In milliseconds, the shortest of several runs, since other programs can only make a run longer.
  func time(_ growing: GrowingText, size: Int, runs: Int = 1) -> Double {
    let text = Text(growing.text(size))
    guard let format = Notations.builtIn.format(named: growing.notation) else {
      fatalError("no notation \(growing.notation)")
    }
    switch self {
    case .check:
      return least(runs) { consume(Judge.findings(in: Document(text, format: format).reading, growing.settings)) }
    case .mend:
      let reading = Document(text, format: format).reading
      let loop = FixLoop(.safe) {
        Document($0, format: format).reading
      } judge: {
        Judge.findings(in: $0, growing.settings, fixes: .safe)
      }
      return least(runs) { consume(loop.run(reading)) }
    case .baseline:
      let reading = Document(text, format: format).reading
      let findings = Judge.findings(in: reading, growing.settings)
      return least(runs) { consume(Baseline.entries(of: findings, in: reading)) }
    case .letter, .newline:
      var document = Document(text, format: format)
      var judge = Judge(document.reading, growing.settings)
      consume(judge.findings(in: document.reading))
      let edit = Edit(text.middle..<text.middle, self == .letter ? "x" : "\n")
      return least(runs) {
        judge.update(document.apply(edit), document.reading)
        consume(judge.findings(in: document.reading))
      }
    case .outline:
      let reading = Document(text, format: format).reading
      return least(runs) { consume(Features.outline(reading)) }
    case .folds:
      let reading = Document(text, format: format).reading
      return least(runs) { consume(Features.folds(reading)) }
    case .hover:
      let reading = Document(text, format: format).reading
      return least(runs) { consume(Features.hover(reading, at: text.middle)) }
    }
  }

  private func least(_ runs: Int, _ body: () -> Void) -> Double {
    (0..<max(1, runs)).map { _ in Clock.work.milliseconds(body) }.min() ?? 0
  }
}

extension Text {
  /// A place in the words, half way down.
  fileprivate var middle: Int {
    var offset = count / 2
    while offset < count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }
}
