import SourceText
import Transcript

extension Rule {
  /// Reports quotation marks and apostrophes of the other kind: curly ones in a file with straight ones, and the
  /// reverse.
  static let quoteStyle = Rule(
    "quote-style", .hint, isOn: false, fix: .safe,
    summary: "A quotation mark or an apostrophe is curly where straight ones are wanted, or the other way round.",
    why: "A site that has both looks careless, and a search for one does not find the other.",
    options: [curly],
    looks: .atPassage([.quote, .apostrophe, .unusual]) { passage, report in
      let wantsCurly = report.flag(curly)
      let bytes = passage.bytes
      var shields: Shields?
      let lastClosing = wantsCurly && passage.signs.contains(.apostrophe) ? lastClosingApostrophe(bytes) : -1
      for index in bytes.indices {
        guard let mark = wantsCurly ? straight(bytes, index, lastClosing) : bent(bytes, index) else { continue }
        if shields == nil { shields = passage.shields }
        if shields?.hold(mark.range) == true { continue }
        report(
          passage.source(mark.range), "Quotation marks are \(wantsCurly ? "curly" : "straight") here.",
          fixes: [passage.fix("Change to \(mark.wanted)", mark.range, mark.wanted, altering: .marks)])
      }
    })
}

private let curly = Rule.Option("curly", .flag(false), "Whether curly marks are wanted instead of straight ones.")

/// A curly mark at `index`, and the straight mark that replaces it.
private func bent(_ bytes: [UInt8], _ index: Int) -> (range: Range<Int>, wanted: String)? {
  guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
  switch bytes[index + 2] {
  case 0x98...0x9B: return (index..<(index + 3), "'")
  case 0x9C...0x9F: return (index..<(index + 3), "\"")
  default: return nil
  }
}

/// A straight mark at `index`, and the curly mark that replaces it: an opening one behind a blank or a bracket,
/// otherwise a closing one.
///
/// - Parameter lastClosing: the place of the last apostrophe that can close a quotation.
private func straight(_ bytes: [UInt8], _ index: Int, _ lastClosing: Int) -> (range: Range<Int>, wanted: String)? {
  let isDouble = bytes[index] == UInt8(ascii: "\"")
  guard isDouble || bytes[index] == UInt8(ascii: "'") else { return nil }
  let before = index > 0 ? bytes[index - 1] : 0x20
  let after = index + 1 < bytes.count ? bytes[index + 1] : 0x20
  // A mark for feet or inches.
  if isDigit(before), !isLetter(after) { return nil }
  let opens = (before <= 0x20 || ByteSet("([{-\"'").contains(before)) && after > 0x20
  // `'90s` and `'em` begin with an apostrophe.
  let isElision = !isDouble && (isDigit(after) || isLower(after)) && lastClosing <= index
  return (index..<(index + 1), isDouble ? opens ? "“" : "”" : opens && !isElision ? "‘" : "’")
}

/// The last apostrophe that stands behind a character but not before one; -1 if there is none.
private func lastClosingApostrophe(_ bytes: [UInt8]) -> Int {
  bytes.indices.last { place in
    bytes[place] == UInt8(ascii: "'") && place > 0 && bytes[place - 1] > 0x20
      && (place + 1 == bytes.count || !isAlphanumeric(bytes[place + 1]))
  } ?? -1
}
