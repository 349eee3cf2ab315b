import Transcript

/// Makes what one notation says in its own way ready for another: marks of Markdown are no text elsewhere, and a label that
/// stands alone names who says the paragraph below it.
struct ScriptTranslation {
  private let readsMarkdown: Bool
  private let writesMarkdown: Bool
  /// What Markdown says besides the words.
  private(set) var losses: [Loss] = []

  init(from source: (any Format)?, to target: any Format) {
    readsMarkdown = source?.isMarkdown ?? false
    writesMarkdown = target.isMarkdown
  }

  /// In bytes. What is lost is shown by its beginning; marks around marks would otherwise be written over and over.
  private static let longestShown = 200

  mutating func translate(_ script: Script) -> Script {
    var result = script
    result.elements.removeAll()
    for element in script.elements {
      var element = element
      switch element.content {
      case .title(let title, let level, let start):
        element.content = .title(text(title, at: element.place), level: level, start: start)
      case .unit(var unit):
        if case .unit(let above) = result.elements.last?.content, unit.goesOn(with: above) {
          (unit.start, unit.end) = (unit.start ?? above.start, unit.end ?? above.end)
          element.place = result.elements.removeLast().place
        }
        unit.text = text(unit.text, at: element.place)
        unit.speaker = unit.speaker.map { text($0, at: element.place) }
        element.content = .unit(unit)
      case .comment, .prose: break
      }
      result.elements.append(element)
    }
    return result
  }

  private mutating func text(_ source: String, at place: Script.Place) -> String {
    guard readsMarkdown != writesMarkdown else { return source }
    guard readsMarkdown else { return MarkdownText.escaped(source) }
    let parsed = MarkdownText(source)
    for mark in parsed.marks { losses.append(Loss(.markup, parsed.string(mark.prefix(Self.longestShown)), at: place)) }
    return parsed.shown == source ? source : parsed.shown.trimmingBlanks
  }
}

extension Script.Unit {
  /// Whether a segment says what one above it has only a label or a time for.
  fileprivate func goesOn(with above: Script.Unit) -> Bool {
    above.text.isEmpty && above.entries.isEmpty && speaker == above.speaker && (start == nil || above.start == nil)
  }
}

extension Format {
  /// Whether what is said is Markdown.
  fileprivate var isMarkdown: Bool { (self as? TranscriptFormat)?.notation?.saysMarkdown ?? false }
}
