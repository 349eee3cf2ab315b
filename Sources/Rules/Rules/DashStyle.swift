import SourceText
import Transcript

extension Rule {
  /// Left alone: hyphens in words, ranges (`10–12`), list marks, and the hyphen with which captions begin another
  /// voice.
  static let dashStyle = Rule(
    "dash-style", .hint, isOn: false, fix: .safe,
    summary: "A dash is not written as configured.",
    why: "A site that mixes several kinds of dashes looks careless.",
    options: [dash],
    looks: .atPassage([.dash, .unusual]) { passage, report in
      guard let wanted = report.words(dash).first else { return }
      let bytes = passage.bytes
      var shields: Shields?
      var index = 0
      while index < bytes.count {
        guard let mark = mark(bytes, index) else {
          index += 1
          continue
        }
        index = mark.upperBound
        let found = withBlanks(bytes, mark)
        // At the end of a broken-off sentence, there is no word on the other side of the dash.
        let isBroken =
          found.upperBound == bytes.count
          || found.upperBound == mark.upperBound && ByteSet("\"')]").contains(bytes[found.upperBound])
        let isInside = found.lowerBound > 0 && !isBroken
        let range = isInside ? found : mark
        let text = isInside ? wanted : String(wanted.filter { $0 != " " })
        guard !bytes[range].elementsEqual(text.utf8), !isInside || !isRange(bytes, found), !isVoice(bytes, found)
        else { continue }
        if shields == nil { shields = passage.shields }
        if shields?.hold(range) == true { continue }
        report(
          passage.source(range), "A dash is written “\(text)” here.",
          fixes: [passage.fix("Change to “\(text)”", range, text, altering: .marks)])
      }
    })
}

private let dash = Rule.Option("dash", .words([" – "]), "The dash that is wanted, with the blanks around it.")

/// A dash at `index`: `–`, `—`, `--`, `---`, or `-` between blanks.
private func mark(_ bytes: [UInt8], _ index: Int) -> Range<Int>? {
  let before = index > 0 ? bytes[index - 1] : 0x0A
  if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
    [0x93, 0x94, 0x95].contains(bytes[index + 2])
  {
    return index..<(index + 3)
  }
  guard bytes[index] == UInt8(ascii: "-"), before != UInt8(ascii: "-") else { return nil }
  let end = index + bytes[index...].prefix { $0 == UInt8(ascii: "-") }.count
  let after = end < bytes.count ? bytes[end] : 0x0A
  switch end - index {
  case 1: return before == 0x20 && after == 0x20 ? index..<end : nil
  // `--flag` is a word of a command, `-->` an arrow.
  case 2, 3:
    let isWord = before == 0x20 && isLetter(after) || before == 0x0A || after == UInt8(ascii: ">")
    return isWord ? nil : index..<end
  default: return nil
  }
}

/// `You think so? - Yes.`
private func isVoice(_ bytes: [UInt8], _ dash: Range<Int>) -> Bool {
  dash.lowerBound > 0 && dash.upperBound < bytes.count && bytes[dash].elementsEqual(" - ".utf8)
    && ByteSet(".,?!\")]-").contains(bytes[dash.lowerBound - 1]) && isUpper(bytes[dash.upperBound])
}

/// `10–12`, `2013 - 2016`.
private func isRange(_ bytes: [UInt8], _ dash: Range<Int>) -> Bool {
  isDigit(bytes[dash.lowerBound - 1]) && isDigit(bytes[dash.upperBound])
}

private func withBlanks(_ bytes: [UInt8], _ mark: Range<Int>) -> Range<Int> {
  var (lower, upper) = (mark.lowerBound, mark.upperBound)
  while lower > 0, bytes[lower - 1] == 0x20 { lower -= 1 }
  while upper < bytes.count, bytes[upper] == 0x20 { upper += 1 }
  return lower..<upper
}
