import SourceText
import Transcript

extension Rule {
  /// A quotation that is not closed, or not opened, in what one segment says.
  ///
  /// Left alone: inches, quotations that go on in the next paragraph (each begins with a mark and only the last ends with
  /// one), captions, and paragraphs without a label, which may have the other mark in their neighbour.
  static let unbalancedQuote = Rule(
    "unbalanced-quote", .hint,
    why: "Readers cannot tell where somebody else's words end.",
    looks: .atPassage([.quote, .unusual]) { passage, report in
      guard passage.isWhole else { return }
      let found = passage.bytes.withUnsafeBufferPointer { unpaired($0) }
      guard !found.open.isEmpty || !found.unopened.isEmpty else { return }
      let shields = passage.shields
      for range in found.unopened where !shields.hold(range) {
        report(passage.source(range), "This quotation is closed but never opened.")
      }
      for range in found.open where !shields.hold(range) && range.lowerBound > 0 {
        report(passage.source(range), "This quotation is never closed.")
      }
    })
}

private func unpaired(_ bytes: UnsafeBufferPointer<UInt8>) -> Quotations {
  var quotations = Quotations()
  for index in bytes.indices {
    if bytes[index] == UInt8(ascii: "\"") {
      let before = index > 0 ? bytes[index - 1] : 0x20
      quotations.readStraight(index, before, index + 1 < bytes.count ? bytes[index + 1] : 0x20)
    } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
      quotations.readCurly(index, bytes[index + 2])
    }
  }
  return quotations
}

private struct Quotations {
  var open: [Range<Int>] = []
  var unopened: [Range<Int>] = []
  private var lastIsLow = false

  mutating func readStraight(_ index: Int, _ before: UInt8, _ after: UInt8) {
    let mark = index..<(index + 1)
    let mayOpen = (before <= 0x20 || beforeQuotation.contains(before) || before >= 0x80) && after > 0x20
    // One that can only open leaves the one before it open, for good.
    let mustOpen = before <= 0x20 && isAlphanumeric(after)
    if let last = open.last, last.count == 1, !mustOpen {
      open.removeLast()
    } else if mayOpen {
      open.append(mark)
    } else if !(isDigit(before) && !isLetter(after)) {
      // Behind a digit it may stand for inches.
      unopened.append(mark)
    }
  }

  /// - Parameter last: the third byte of the character, the first two being E2 80.
  mutating func readCurly(_ index: Int, _ last: UInt8) {
    let mark = index..<(index + 3)
    switch last {
    case 0x9C where lastIsLow && !open.isEmpty:
      // What opens in English closes in German.
      open.removeLast()
      lastIsLow = false
    case 0x9C, 0x9E:
      open.append(mark)
      lastIsLow = last == 0x9E
    case 0x9D: if open.popLast() == nil { unopened.append(mark) }
    default: break
    }
  }
}

private let beforeQuotation = ByteSet("([{-/*_>,:;'=")
