import LSP
import Rules
import SourceText
import Transcript

/// The place of the last edit, from then until a save or a pause.
///
/// Text there may be half written, so some findings wait: a blank behind a word is a mistake only if no other word
/// follows.
struct Pen {
  let uri: DocumentURI
  /// When it is lifted by itself.
  let rest: ContinuousClock.Instant
  /// Whether the client learns what is wrong as it is typed. One that changes this and that and then asks wants all.
  let isFollowed: Bool
  /// Whether the client has asked since the change.
  var isAsked = false
  /// Whether something was found of which the client was not told.
  var holdsBack = false
  /// Where the edits of the last change end, in bytes of the text.
  private var places: [Int] = []
  /// More cursors than people type with at the same time.
  private static let limit = 32

  /// - Parameter edits: those of one change, each of the text that the one before has made.
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

  /// Whether edits go on where the last one ended, as letters do that are typed one after another.
  func isContinued(by edits: [Edit]) -> Bool {
    edits.count == 1 && places == edits.map(\.range.upperBound)
  }

  /// The findings without those that may be about what is half written.
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
  /// The line that holds an offset, with its end.
  fileprivate func lineRange(at offset: Int) -> Range<Int> {
    let line = line(at: min(offset, count))
    return lineStarts[line]..<(line + 1 < lineCount ? lineStarts[line + 1] : count)
  }
}
