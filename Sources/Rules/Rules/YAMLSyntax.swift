import SourceText
import Transcript

extension Rule {
  /// A parser reports a lost quote lines later, where it stumbles. While the file does not parse, the site is not
  /// built.
  static let yamlSyntax = Rule(
    "yaml-syntax", .error, repair: .offered,
    summary: "A value is not valid YAML: a quote, a colon or a first character needs care.",
    why: "One value that YAML cannot read, and the site is not built: the episode is gone until it is mended.",
    // The cause may be in the entry above, and the copy that an item was begun for is the one below.
    looks: .atDocument { reading, report in
      for (block, fault) in reading.faults(faults) { reportSyntax(fault, of: block, reading, &report) }
    })
}

private let faults = Set(Fault.allCases.filter(\.isYAML))

private func reportSyntax(_ fault: Part, of block: Int, _ reading: Reading, _ report: inout Report) {
  let range = reading.range(of: fault, in: block)
  let mend = Mending(reading, block, fault)
  switch fault.fault {
  case .quoteNotClosed:
    report(range, "This quote is never closed.", fixes: mend.removingBrokenCopy + mend.closing)
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
  case _ where mend.followsClosedQuote:
    report(range, "The quote in the line above ends the value, but text follows.")
  default:
    report(range, "This line is no entry of the front matter: check its colon and its indent.")
  }
}
