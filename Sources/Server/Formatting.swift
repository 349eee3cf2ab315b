import Features
import LSP
import Rules
import SourceText
import Transcript

/// A text in its usual form: what the rules of style ask for, then the layout. What a step would say differently is left
/// out.
struct Formatting {
  /// The rules whose safe fixes change how something is written and nothing else.
  static let rules: Set = ["final-newline", "line-endings", "speaker-form", "time-style", "trailing-space"]

  /// The edits of the text of a document, in its order.
  ///
  /// - Parameters:
  ///   - range: only edits that touch these bytes are made; nil for all.
  ///   - rules: whose fixes are made.
  ///   - isCancelled: asked between the steps; what comes out is then of no use.
  static func edits(
    of document: inout OpenDocument, in range: Range<Int>?, rules: Set<String> = rules,
    isCancelled: () -> Bool = { false }
  ) -> [Edit] {
    guard let original = document.reading, let fixed = document.fixed(of: rules) else { return [] }
    var reading = fixed.reading
    var changes = fixed.changes
    for step in Layout.allCases {
      if isCancelled() { return [] }
      let own = step.edits(reading)
      guard !own.isEmpty, let next = document.read(Changes(EditList(own)).applied(to: reading.text)),
        Saying(next) == Saying(reading)
      else { continue }
      changes.follow(with: EditList(own), of: reading.text)
      reading = next
    }
    let edits = Array(changes.edits)
    guard let range else { return edits }
    let chosen = edits.filter { $0.range.touches(range) }
    guard chosen.count < edits.count else { return edits }
    guard let next = document.read(Changes(EditList(chosen)).applied(to: original.text)),
      Saying(next) == Saying(original)
    else { return [] }
    return chosen
  }
}
