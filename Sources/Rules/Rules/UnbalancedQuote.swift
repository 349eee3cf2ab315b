import SourceText
import Transcript

extension Rule {
  /// A mark of the wrong kind leaves two marks without a partner: itself and the one that it should have matched. This
  /// is reported as one mistake. Left alone: inches; quotations over several paragraphs of a turn, where each paragraph may
  /// begin with a mark and only the last one ends with one; and captions, whose lines belong together in a way that nobody
  /// has written down.
  static let unbalancedQuote = Rule(
    "unbalanced-quote", .hint, fix: .offered,
    summary: "A quotation in a segment is not closed, not opened, or has a mark of the wrong kind.",
    why: "Readers cannot tell where the quotation ends.",
    looks: .atPassage([.quote, .unusual]) { passage, report in
      guard passage.isWhole else { return }
      let found = passage.bytes.withUnsafeBufferPointer { Quotations($0) }
      guard found.hasLoose || !found.wrong.isEmpty else { return }
      let shields = passage.shields
      for wrong in found.wrong where !shields.hold(wrong.mark) {
        report(
          passage.source(wrong.mark), wrong.message,
          fixes: [Fix("Change to \(wrong.wanted)", passage.edit(wrong.range, wrong.replacement))])
      }
      func places(_ marks: [Range<Int>]) -> [Range<Int>] {
        marks.filter { !shields.hold($0) }.map(passage.source)
      }
      let loose = LooseMarks(
        opening: places(found.open), closing: places(found.unopened), beginning: found.beginning)
      report.keep(loose, in: passage, otherwise: reportLoose)
    },
    .atTurns { marks, reading, report in
      // A quotation that goes on in the next paragraph, by its first mark.
      var open: [Range<Int>] = []
      var unopened: [Range<Int>] = []
      for marks in marks {
        for mark in marks.closing { if open.popLast() == nil { unopened.append(mark) } }
        // A paragraph that begins with a mark goes on with the quotation above, and may end it.
        let beginning = open.isEmpty ? nil : marks.beginning
        if beginning == .closed { open.removeLast() }
        open += marks.opening.dropFirst(beginning == .open ? 1 : 0)
      }
      reportLoose(LooseMarks(opening: open, closing: unopened), &report)
    })
}

private func reportLoose(_ marks: LooseMarks, _ report: inout Report) {
  for mark in marks.closing { report(mark, "This quotation is closed but never opened.") }
  for mark in marks.opening { report(mark, "This quotation is never closed.") }
}

/// A quotation mark of the wrong kind that has a partner.
private struct WrongMark {
  var mark: Range<Int>
  var wanted: String
  var message: Message
  /// The range that the fix replaces: the mark, and the blank on its wrong side.
  var range: Range<Int>
  var replacement: String

  init(_ mark: Range<Int>, _ wanted: String, _ message: Message) {
    (self.mark, self.wanted, self.message) = (mark, wanted, message)
    (range, replacement) = (mark, wanted)
  }
}

/// Finds the quotation marks of a passage that have no partner or are of the wrong kind.
private struct Quotations {
  private(set) var open: [Range<Int>] = []
  private(set) var unopened: [Range<Int>] = []
  private(set) var wrong: [WrongMark] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private var marks = OpenMarks()
  private var lastIsLow = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\"") {
        readStraight(index..<(index + 1))
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        readCurly(index..<(index + 3))
      }
    }
    unopened += marks.all.filter(isTurned)
    open = marks.all.filter { !isTurned($0) }
  }

  var hasLoose: Bool { beginning != nil || !open.isEmpty || !unopened.isEmpty }

  var beginning: LooseMarks.Beginning? {
    if open.first?.lowerBound == 0 { return .open }
    return bytes.first == UInt8(ascii: "\"") || bytes.starts(with: "“".utf8) ? .closed : nil
  }

  private func before(_ mark: Range<Int>) -> UInt8 { mark.lowerBound > 0 ? bytes[mark.lowerBound - 1] : 0x20 }
  private func after(_ mark: Range<Int>) -> UInt8 { mark.upperBound < bytes.count ? bytes[mark.upperBound] : 0x20 }

  private mutating func readStraight(_ mark: Range<Int>) {
    let (before, after) = (before(mark), after(mark))
    let mayOpen = (before <= 0x20 || beforeQuotation.contains(before) || before >= 0x80) && after > 0x20
    // A mark that can only open shows that the one before it was never closed.
    let mustOpen = before <= 0x20 && isAlphanumeric(after)
    // Behind a digit it may be the mark for inches.
    let isInches = isDigit(before) && !isLetter(after)
    if let last = marks.last, last.count == 1, !mustOpen {
      marks.popLast()
      if isTurned(last) { wrong.append(turned(last, "\"")) }
    } else if mayOpen || marks.last == nil && isTurned(mark) {
      marks.append(mark)
    } else if isInches {
      return
    } else if marks.popLastStraight() {
      return
    } else if let last = marks.popLast(), !isTurned(last), !lastIsLow {
      wrong.append(WrongMark(mark, "”", "This quotation begins with “ and ends with \"."))
    } else {
      unopened.append(mark)
    }
  }

  private mutating func readCurly(_ mark: Range<Int>) {
    let (before, after) = (before(mark), after(mark))
    // The first two bytes are E2 80.
    switch bytes[mark.lowerBound + 2] {
    case 0x9C where lastIsLow && marks.last != nil:
      // The mark that opens in English closes in German.
      marks.popLast()
      lastIsLow = false
    case 0x9C where before > 0x20 && behindQuotation.contains(after) && marks.last?.count == 3:
      marks.popLast()
      wrong.append(WrongMark(mark, "”", "This mark opens a quotation where one ends."))
    case 0x9C, 0x9E:
      marks.append(mark)
      lastIsLow = bytes[mark.lowerBound + 2] == 0x9E
    case 0x9D:
      close(mark)
    default: break
    }
  }

  private mutating func close(_ mark: Range<Int>) {
    guard let last = marks.popLast() else {
      // A closing mark that was meant to open is followed by another closing one: `she said,” Light it.”`
      if isTurned(mark) { marks.append(mark) } else { unopened.append(mark) }
      return
    }
    if last.count == 1 {
      wrong.append(WrongMark(last, "“", "This quotation begins with \" and ends with ”."))
    } else if isTurned(last) {
      wrong.append(turned(last, "“"))
    }
  }

  /// Whether a closing mark, or a straight one with a blank behind it, stands behind a comma or a colon and before a blank or
  /// a capital. It may have been meant to open a quotation.
  private func isTurned(_ mark: Range<Int>) -> Bool {
    let mayClose = mark.count == 1 ? after(mark) == 0x20 : bytes[mark.lowerBound + 2] == 0x9D
    return mayClose && (after(mark) == 0x20 || isUpper(after(mark))) && ByteSet(",:").contains(before(mark))
  }

  private func turned(_ mark: Range<Int>, _ wanted: String) -> WrongMark {
    var turned = WrongMark(mark, wanted, "This mark closes a quotation where one begins.")
    turned.range = mark.lowerBound..<(mark.upperBound + (after(mark) == 0x20 ? 1 : 0))
    turned.replacement = " " + wanted
    return turned
  }
}

/// The marks that opened a quotation, in two stacks, because a straight quotation may be closed while curly ones inside
/// it are still open.
private struct OpenMarks {
  private var straight: [Range<Int>] = []
  private var curly: [Range<Int>] = []

  /// In the order of the text.
  var all: [Range<Int>] { (straight + curly).sorted { $0.lowerBound < $1.lowerBound } }

  var last: Range<Int>? { isLastStraight ? straight.last : curly.last }

  private var isLastStraight: Bool { straight.last?.lowerBound ?? -1 > curly.last?.lowerBound ?? -1 }

  mutating func append(_ mark: Range<Int>) {
    if mark.count == 1 { straight.append(mark) } else { curly.append(mark) }
  }

  @discardableResult
  mutating func popLast() -> Range<Int>? {
    isLastStraight ? straight.popLast() : curly.popLast()
  }

  /// Removes the last straight mark. Returns whether there was one.
  mutating func popLastStraight() -> Bool {
    straight.popLast() != nil
  }
}

private let beforeQuotation = ByteSet("([{-/*_>,:;'=")
private let behindQuotation = ByteSet(" ,.;:?!)]\n")
