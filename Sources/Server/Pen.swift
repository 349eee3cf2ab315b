import LSP
import Rules
import SourceText
import Transcript

/// The place of the last edit. It is kept until the document is saved or the user pauses.
///
/// The text there may be half written, so some findings are held back: a blank behind a word, for example, is a mistake
/// only if no other word follows.
struct Pen {
  let uri: DocumentURI
  /// The time at which the pause ends the typing.
  let rest: ContinuousClock.Instant
  /// Whether the client asks for findings while its user types. A client that makes several edits and asks only
  /// afterwards gets all findings.
  let isFollowed: Bool
  /// Whether the client has pulled diagnostics since the last change.
  var isAsked = false
  /// Whether a finding was held back from the client.
  var holdsBack = false
  /// Where the edits of the last change end, in bytes of the text.
  private var places: [Int] = []
  /// More cursors than people use at the same time.
  private static let limit = 32

  /// - Parameter edits: the edits of one change; each refers to the text that the one before it produced.
  init(_ uri: DocumentURI, _ edits: [Edit], rest: ContinuousClock.Instant, isFollowed: Bool) {
    self.uri = uri
    self.rest = rest
    self.isFollowed = isFollowed
    for edit in edits.suffix(Self.limit) {
      let delta = edit.replacement.count - edit.range.count
      for index in places.indices where places[index] >= edit.range.upperBound { places[index] += delta }
      places.append(edit.range.lowerBound + edit.replacement.count)
    }
  }

  /// Whether there is one edit that begins where the last one ended, as with letters typed one after another.
  func isContinued(by edits: [Edit]) -> Bool {
    edits.count == 1 && places == edits.map(\.range.upperBound)
  }

  /// The findings without those that may be about half-written text.
  func settled(_ findings: [Finding], in reading: Reading) -> [Finding] {
    guard isFollowed else { return findings }
    let lines = places.map { reading.text.lineRange(at: $0) }
    let units = places.compactMap(reading.blocks.index(at:)).map(reading.blocks.range(of:))
    return findings.filter { finding in
      let start = finding.range.lowerBound
      let isOnLine = lines.contains { $0.contains(start) }
      let isInUnit = units.contains { $0.contains(start) }
      guard isOnLine || isInUnit else { return true }
      return switch Rule.named(finding.rule)?.halfWritten {
      case .line: !isOnLine
      case .unit: !isInUnit
      case nil: true
      }
    }
  }
}

extension Text {
  /// The line that contains an offset, including its line end.
  fileprivate func lineRange(at offset: Int) -> Range<Int> {
    let line = line(at: min(offset, count))
    return lineStarts[line]..<(line + 1 < lineCount ? lineStarts[line + 1] : count)
  }
}
