import SourceText
import Transcript

extension Rule {
  /// Front matter that YAML cannot read, reported where the mistake was made.
  ///
  /// A parser reports a lost quote lines later, where it stumbles. While the file does not parse, the site is not built.
  static let yamlSyntax = Rule(
    "yaml-syntax", .error,
    why: "One value that YAML cannot read, and the site is not built: the episode is gone until it is mended.",
    looks: .atFaults(Set(Fault.allCases.filter(\.isYAML))) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let mend = Mending(reading, block, fault)
      switch fault.fault {
      case .quoteNotClosed:
        report(range, "This quote is never closed.", fixes: mend.closing)
      case .quoteClosedEarly:
        report(range, "This quote ends the value, but text follows.", fixes: mend.escapingQuotes)
      case .colonInPlain:
        report(range, "A colon and a blank inside a value without quotes begin a new entry.", fixes: mend.quoting)
      case .textAfterComment:
        report(range, "From this # on YAML reads a comment, and the lines below it cannot follow.", fixes: mend.quoting)
      case .cannotStartPlain:
        let mark = reading.text.string(range)
        report(range, "A value without quotes cannot begin with “\(mark)”.", fixes: mend.quoting)
      case .flowNotAlone:
        report(range, "This bracket begins a list, but text follows it.", fixes: mend.quoting)
      case .tabIndent:
        report(range, "YAML is indented with blanks, not with tabs.", fixes: mend.indenting)
      case .badEscape:
        let fix = Fix("Double the backslash", Edit(range.lowerBound..<range.lowerBound, "\\"))
        report(range, "YAML knows no escape “\(reading.text.string(range))”.", fixes: [fix])
      default:
        report(range, "This line is no entry of the front matter: check its colon and its indent.")
      }
    })

  /// `---` is missing, not first, or not closed.
  static let yamlFrontMatter = Rule(
    "yaml-frontmatter", .error,
    why: "A site generator then takes the front matter for text, or the text for front matter.",
    looks: .atFaults([.frontMatterNotOpened, .frontMatterNotFirst, .frontMatterNotClosed]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let line = reading.text.range(ofLine: reading.text.line(at: range.lowerBound))
      let end = reading.lineEnding
      switch fault.fault {
      case .frontMatterNotOpened:
        let fix = Fix("Insert ---", Edit(line.lowerBound..<line.lowerBound, "---" + end))
        report(range, "The front matter does not begin with a line ---.", fixes: [fix])
      case .frontMatterNotFirst:
        let above = 0..<line.lowerBound
        let isBlank = reading.text.bytes[above].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let fix = Fix("Remove the blank lines above", Edit(above, ""))
        report(range, "The line --- must be the first of the file.", fixes: isBlank ? [fix] : [])
      default:
        // Markdown that goes on where the front matter should have been closed, or the end of the file.
        let isBody = reading.blocks[block].kind == .prose
        let place = isBody ? line.lowerBound : range.upperBound
        let fix = Fix("Insert ---", Edit(place..<place, isBody ? "---" + end : end + "---" + end))
        report(range, "The front matter is not closed by a line ---.", fixes: [fix])
      }
    })

  /// ` #` in a value without quotes: YAML takes what follows for a comment and drops it without a word.
  static let yamlHashTruncation = Rule(
    "yaml-hash-truncation", .warning,
    why: "The rest of the sentence is missing from the page, and no program says so.",
    looks: .atFaults([.hashTruncates]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let isComment = range.count == 1 || reading.text.bytes[range.lowerBound + 1] == 0x20
      // In metadata people do write comments; in what somebody said nobody does.
      if reading.blocks[block].kind == .metadata, isComment { return }
      report(
        range, "YAML takes this for a comment and drops it.",
        fixes: Mending(reading, block, fault).quotingThrough(range.upperBound, isSafe: true))
    })

  /// A time without quotes, which YAML 1.1 takes for a number in base 60.
  static let yamlUnquotedTime = Rule(
    "yaml-unquoted-time", .warning,
    why: "YAML 1.1 reads 1:40 as the number 100; Ruby even reads 0:12 as 720.",
    looks: .atFaults([.timeUnquoted]) { reading, fault, block, report in
      let range = reading.range(of: fault, in: block)
      let time = reading.text.string(range)
      report(
        range, "Without quotes YAML may read this time as a number.",
        fixes: [Fix("Put quotes around it", isSafe: true, Edit(range, "'\(time)'"))])
    })
}

/// The repairs of a value in which a fault lies.
private struct Mending {
  private let reading: Reading
  private let block: Int
  private let fault: Range<Int>
  /// The value, without its quotes.
  private let value: (range: Range<Int>, quoting: Quoting)?

  init(_ reading: Reading, _ block: Int, _ fault: Part) {
    self.reading = reading
    self.block = block
    self.fault = reading.range(of: fault, in: block)
    // A format notes the faults of a value before the value itself.
    let part = reading.blocks.parts(of: block).drop { $0 != fault }.first { $0.kind != .fault && $0.kind != .key }
    value = part.map { (reading.range(of: $0, in: block), $0.quoting) }
  }

  /// Puts the closing quote at the end of the value.
  var closing: [Fix] {
    guard let value else { return [] }
    let end = value.range.upperBound
    return [Fix("Close the quote", Edit(end..<end, reading.text.string(fault)))]
  }

  /// Escapes the quotes inside the value, and closes it if it is open.
  var escapingQuotes: [Fix] {
    guard let value else { return [] }
    let mark = reading.text.bytes[value.range.lowerBound - 1]
    let isSingle = mark == UInt8(ascii: "'")
    var edits: [Edit] = []
    var index = value.range.lowerBound
    while index < value.range.upperBound {
      let next = index + 1 < value.range.upperBound ? reading.text.bytes[index + 1] : 0
      let byte = reading.text.bytes[index]
      if isSingle ? byte == mark && next == mark : byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == mark { edits.append(Edit(index..<index, isSingle ? "'" : "\\")) }
      index += 1
    }
    let end = value.range.upperBound
    let isClosed = end < reading.text.count && reading.text.bytes[end] == mark
    if !isClosed { edits.append(Edit(end..<end, [mark])) }
    return [Fix(isSingle ? "Double the quotes inside" : "Escape the quotes inside", edits: edits)]
  }

  /// Puts the value between single quotes.
  var quoting: [Fix] {
    value.map { quotingThrough($0.range.upperBound) } ?? []
  }

  /// Puts the value up to `end` between single quotes.
  func quotingThrough(_ end: Int, isSafe: Bool = false) -> [Fix] {
    guard let value, value.range.lowerBound <= end else { return [] }
    let range = value.range.lowerBound..<end
    var edits = [Edit(range.lowerBound..<range.lowerBound, "'")]
    for index in range where reading.text.bytes[index] == UInt8(ascii: "'") {
      // A quote at the very beginning shares its place with the opening one.
      if index == range.lowerBound { edits[0].replacement += [UInt8(ascii: "'")] } else { edits.append(Edit(index..<index, "'")) }
    }
    edits.append(Edit(end..<end, "'"))
    return [Fix("Put quotes around the value", isSafe: isSafe, edits: edits)]
  }

  /// Indents with blanks as deep as the first key of the block.
  var indenting: [Fix] {
    guard let key = reading.range(.key, of: block) else { return [] }
    let line = reading.text.content(ofLine: reading.text.line(at: key.lowerBound))
    let column = max(2, key.lowerBound - line.lowerBound)
    let tabs = fault.lowerBound..<(reading.text.bytes[fault.lowerBound...].firstIndex { $0 != 0x09 && $0 != 0x20 } ?? fault.upperBound)
    let start = reading.text.content(ofLine: reading.text.line(at: fault.lowerBound)).lowerBound
    return [Fix("Indent with blanks", Edit(start..<tabs.upperBound, String(repeating: " ", count: column)))]
  }
}
