import SourceText
import Transcript

/// What can be seen of a line without reading it: enough to know of most lines and templates that they do not fit.
///
/// It is made once for each line, so that the work for a line hardly grows with the number of notations.
struct Glance {
  /// How much of the beginning and of the end of a line is looked at, in bytes: what a label and a time can have there, with
  /// their marks.
  static let ahead = 160
  static let behind = 80

  /// The line without blanks at its ends.
  let content: Range<Int>
  fileprivate let beginning: Stretch
  fileprivate let end: Stretch
  /// Whether it may be a title that tells itself: marks of Markdown, or a time alone.
  let mayBeTitle: Bool
  /// About how many words the line has.
  let wordCount: Int

  /// What is seen of its first or its last bytes.
  fileprivate struct Stretch {
    /// The ASCII characters among them.
    private(set) var characters = ByteSet()
    /// Whether a digit with a mark of times behind it is among them.
    private(set) var mayHoldTime = false
    /// Whether marks or digits of another script are among them, which may stand for any.
    private(set) var hasSign = false

    init(_ lines: LineCursor, _ range: Range<Int>) {
      let bytes = lines[range].base
      var isBehindDigit = false
      for index in range {
        let byte = bytes[index]
        guard byte < 0x80 else {
          hasSign = hasSign || byte >= 0xC0 && Self.isSign(lines, at: index, upTo: range.upperBound)
          isBehindDigit = false
          continue
        }
        characters.insert(byte)
        if isBehindDigit, timeMarks.contains(byte) { mayHoldTime = true }
        isBehindDigit = byte &- 0x30 < 10
      }
    }

    /// Quotation marks and dashes are no signs.
    private static func isSign(_ lines: LineCursor, at index: Int, upTo end: Int) -> Bool {
      switch lines.sign(at: index, upTo: end)?.sign {
      case .colon, .opening, .closing, .digit: true
      case .blank, .direction, .nothing, nil: false
      }
    }
  }

  init(_ lines: LineCursor, _ content: Range<Int>) {
    self.content = content
    beginning = Stretch(lines, content.prefix(Self.ahead))
    end = content.count <= Self.behind ? beginning : Stretch(lines, content.suffix(Self.behind))
    mayBeTitle =
      content.first.map { lines[$0] == UInt8(ascii: "#") } ?? false
      || beginning.mayHoldTime && lines.isPlainTime(content)
    wordCount = lines.wordCount(content)
  }
}

/// What a line must have, at a glance, to be the one by which a segment of a template is known.
struct Demand: Sendable {
  private let needsTime: Bool
  private let timeLeads: Bool
  /// The marks of the label, and whether it stands behind what is said.
  private let labelMarks: ByteSet
  private let labelTrails: Bool
  /// The marks in the same line that are not also those of times and of sentences.
  private let ownMarks: ByteSet

  init(
    label: Template.Slot?, labelTrails: Bool, beside slots: ArraySlice<Template.Slot>, needsTime: Bool, timeLeads: Bool
  ) {
    (self.needsTime, self.timeLeads, self.labelTrails) = (needsTime, timeLeads, labelTrails)
    labelMarks = ByteSet(label.map { (Array($0.before) + Array($0.after)).filter { $0 > 0x20 } } ?? [])
    ownMarks = ByteSet(
      slots.filter { !$0.isOptional }.flatMap { Array($0.before) + Array($0.after) }
        .filter { $0 > 0x20 && !timeMarks.contains($0) && !Ascii.isLetter($0) && !Ascii.isDigit($0) })
  }

  /// Whether a line may have a time where this has one, however damaged, and any of the marks beside it; where there are no
  /// times, a healthy label. What may have neither need not be read.
  func isMet(by glance: Glance) -> Bool {
    if glance.beginning.hasSign || glance.end.hasSign { return true }
    if needsTime {
      guard timeLeads ? glance.beginning.mayHoldTime : glance.end.mayHoldTime else { return false }
      return ownMarks.isEmpty || !ownMarks.isDisjoint(with: glance.beginning.characters)
        || !ownMarks.isDisjoint(with: glance.end.characters)
    }
    return mayHaveLabel(glance)
  }

  /// Whether a line has the marks of the label, and then perhaps the label without the time that belongs to it.
  func mayHaveLabel(_ glance: Glance) -> Bool {
    labelMarks.isSubset(of: labelTrails ? glance.end.characters : glance.beginning.characters)
  }
}

extension LineCursor {
  /// How much of a line is weighed, in bytes.
  static let weighed = 4_096

  /// About how many words a stretch has. A script without blanks between words still takes its time: there a word is
  /// about as many bytes as this.
  func wordCount(_ range: Range<Int>) -> Int {
    let weighed = range.prefix(Self.weighed)
    return max(self[weighed].base.count(of: UInt8(ascii: " "), in: weighed) + 1, weighed.count / 12)
  }
}

private let timeMarks = ByteSet(":;.,")
