import SourceText
import Transcript

extension Rule {
  /// A YAML parser reports a missing quote only lines later, where it cannot go on. While the file has an error, the
  /// site is not built.
  static let yamlSyntax = Rule(
    "yaml-syntax", .error, fix: .offered,
    summary: "A value is not valid YAML: a quote, a colon or a first character needs care.",
    why:
      "One value that YAML cannot read keeps the site from being built, so the episode is missing until it is fixed.",
    // It looks at the document because the cause may be in the entry above, and an item may be an unfinished copy of
    // the one below it.
    looks: .atDocument { reading, report in
      for (block, fault) in reading.faults(faults) { reportSyntax(fault, of: block, reading, &report) }
      reportReferences(reading, &report)
    })
}

private let faults = Set(Fault.allCases.filter(\.isYAML))

private func reportSyntax(_ fault: Part, of block: Int, _ reading: Reading, _ report: inout Report) {
  let range = reading.range(of: fault, in: block)
  func fix(_ title: String, _ mending: Mending) -> Fix? {
    Fix(title, [.mend(block: block, fault, mending)], in: reading)
  }
  func quoting() -> [Fix?] { [fix("Open the quote", .openQuote), fix("Put quotes around the value", .quote)] }
  let written = reading.text.string(range)
  switch fault.fault {
  case .quoteNotClosed:
    report(
      range, "This quote is never closed.",
      fixes: [reading.removingBrokenCopy(fault, block), fix("Close the quote", .closeQuote)])
  case .quoteClosedEarly:
    let isSingle = reading.damagedValue(fault, block)?.quoting == .single
    let title = isSingle ? "Double the quotes inside" : "Escape the quotes inside"
    report(range, "This quote ends the value, but text follows.", fixes: [fix(title, .escapeQuotes)])
  case .colonInPlain:
    report(range, "A colon and a blank inside a value without quotes begin a new entry.", fixes: quoting())
  case .textAfterComment:
    report(
      range, "From this # on YAML reads a comment, so the lines below cannot continue the value.", fixes: quoting())
  case .cannotStartPlain:
    report(range, "A value without quotes cannot begin with “\(written)”.", fixes: quoting())
  case .flowNotAlone:
    report(range, "This bracket begins a list, but text follows it.", fixes: quoting())
  case .bracketNotClosed:
    report(range, "This bracket is never closed.", fixes: quoting())
  case .flowMalformed:
    report(range, "Inside brackets a comma or the closing bracket must stand here.", fixes: quoting())
  case .tabIndent:
    report(range, "YAML is indented with blanks, not with tabs.", fixes: [fix("Indent with blanks", .indent)])
  case .badEscape:
    report(range, "YAML knows no escape “\(written)”.", fixes: [fix("Double the backslash", .escapeMark)])
  case .blockHeaderMalformed:
    report(range, "Behind “\(written)” only a sign and one digit from 1 to 9 may stand.")
  case .colonMissing:
    report(
      range, "The colon behind “\(written)” and a blank are missing.",
      fixes: [fix("Separate it from its value", .partKey)])
  case .valueBeforeList:
    report(range, "A list follows below, so no value can stand behind this key.")
  case .controlCharacter:
    report(
      range, "YAML does not allow the character \(reading.codePoint(at: range)).",
      fixes: [fix("Remove the character", .removeCharacter)])
  case .lineSeparator:
    report(
      range, "To YAML the line ends at the character \(reading.codePoint(at: range)).",
      fixes: [fix("Change to a blank", .blankCharacter)])
  case _ where reading.followsClosedQuote(range):
    report(range, "The quote in the line above ends the value, but text follows.")
  default:
    report(range, "This line is no entry of the front matter: check its colon and its indent.")
  }
}

/// Reports words that YAML reads as a reference to a value or as the name of one.
private func reportReferences(_ reading: Reading, _ report: inout Report) {
  let found = reading.faults([.alias, .property])
  guard !found.isEmpty else { return }
  let names = Names(reading.text)
  for (block, fault) in found {
    let range = reading.range(of: fault, in: block)
    let written = reading.text.string(range)
    lazy var fixes = [Fix("Put quotes around the value", [.mend(block: block, fault, .quoteFault)], in: reading)]
    if fault.fault == .alias {
      if names.hasAnchor(written.dropFirst(), above: range.lowerBound) { continue }
      report(range, "YAML takes “\(written)” for a reference, but no value above has that name.", fixes: fixes)
    } else if written.hasPrefix("&"), !names.hasAlias(written.dropFirst()) {
      report(range, "YAML takes “\(written)” for the name of the value and drops it from the text.", fixes: fixes)
    } else if written.hasPrefix("!"), written.count > 1, !written.hasPrefix("!!") {
      report(range, "YAML takes “\(written)” for the type of the value and drops it from the text.", fixes: fixes)
    }
  }
}

/// The names of values in a text, `&name`, and the references to them, `*name`. Each of them is a separate word.
private struct Names {
  private var anchors: [Substring: Int] = [:]
  private var aliases: Set<Substring> = []

  init(_ text: Text) {
    let bytes = text.bytes
    var index = 0
    while index < bytes.count {
      let mark = bytes[index]
      index += 1
      guard mark == UInt8(ascii: "&") || mark == UInt8(ascii: "*") else { continue }
      let name = bytes[index...].prefix(while: isOfName)
      guard !name.isEmpty, index < 2 || borders.contains(bytes[index - 2]),
        name.endIndex == bytes.count || borders.contains(bytes[name.endIndex])
      else { continue }
      let word = Substring(decoding: name, as: UTF8.self)
      if mark == UInt8(ascii: "*") { aliases.insert(word) } else { anchors[word] = anchors[word] ?? index }
      index = name.endIndex
    }
  }

  func hasAnchor(_ name: Substring, above offset: Int) -> Bool { anchors[name].map { $0 < offset } ?? false }

  func hasAlias(_ name: Substring) -> Bool { aliases.contains(name) }
}

private let borders = ByteSet(" \t\n\r[]{},:")

private func isOfName(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    || byte == 0x2D
}

extension Reading {
  /// The value that contains a fault. A format adds the faults of a value before the value itself.
  fileprivate func damagedValue(_ fault: Part, _ block: Int) -> Part? {
    blocks.parts(of: block).drop { $0 != fault }.first { ![.fault, .key, .comment].contains($0.kind) }
  }

  /// Removes an item that was begun twice: it ends early, and the next item has the same text and continues it.
  fileprivate func removingBrokenCopy(_ fault: Part, _ block: Int) -> Fix? {
    guard let value = damagedValue(fault, block), value.length >= 40, block + 1 < blocks.count,
      let words = range(.words, of: block + 1), episode.rows[block].start == nil,
      text.bytes[words].starts(with: text.bytes[range(of: value, in: block)])
    else { return nil }
    return Fix("Remove the copy that breaks off", [.remove(block: block)], in: self)
  }

  /// Whether the faulty line is indented and the line above ends with a quote. It is then the rest of a value of which
  /// only the beginning was replaced.
  fileprivate func followsClosedQuote(_ fault: Range<Int>) -> Bool {
    guard fault.lowerBound > 0, text.bytes[fault.lowerBound - 1] == 0x20 else { return false }
    let last = text.bytes[..<fault.lowerBound].last { $0 > 0x20 }
    return last == UInt8(ascii: "\"") || last == UInt8(ascii: "'")
  }

  /// `U+0007`
  fileprivate func codePoint(at range: Range<Int>) -> String {
    guard let scalar = text.string(range).unicodeScalars.first else { return "U+FFFD" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
