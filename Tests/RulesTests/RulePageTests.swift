import Formats
import Foundation
import RulePages
import Rules
import SourceText
import Support
import Testing
import Transcript

/// What the pages say is what the rules do.
struct RulePageTests {
  @Test("Every rule has a page, and every page a rule")
  func pages() {
    #expect(RulePage.all.map(\.id).sorted() == Rule.all.map(\.id).sorted())
  }

  @Test("A page says what the rule is", arguments: RulePage.all)
  func heading(page: RulePage) throws {
    let rule = try #require(Rule.named(page.id))
    #expect(page.text.hasPrefix("# \(rule.id)\n"))
    #expect(page.summary == rule.summary)
    for section in ["## Why", "## Flagged", "## Silent", "## Fix", "## Options"] {
      #expect(page.text.contains(section), "\(section)")
    }
    #expect(page.text.contains("\nSeverity: \(rule.severity.name)\(rule.isOn ? "" : ", off by default")"))
    #expect(page.text.contains("Fix: \(Self.words[rule.fix]!).\n"))
    let options = page.text.components(separatedBy: "## Options").last ?? ""
    for option in rule.options {
      #expect(options.contains("\n* `\(option.name)` (`\(option.standard.json)`): "), "\(option.name)")
    }
    #expect(!page.silent.isEmpty)
    if page.id != "encoding" { #expect(!page.flagged.isEmpty) }
  }

  private static let words: [Rule.FixKind: String] = [.none: "none", .offered: "needs a look", .safe: "safe"]

  @Test("Fixes are what the rule says of them", arguments: RulePage.all)
  func fix(page: RulePage) throws {
    let rule = try #require(Rule.named(page.id))
    let fixes = try page.flagged.flatMap { try page.findings(in: $0).findings }
      .filter { $0.rule == page.id }.flatMap(\.fixes)
    #expect(fixes.contains(where: \.isSafe) == (rule.fix == .safe))
    #expect(fixes.isEmpty == (rule.fix == .none))
  }

  @Test("Flagged examples are flagged exactly where the carets are", arguments: RulePage.all)
  func flagged(page: RulePage) throws {
    for example in page.flagged {
      let marked = Marked(example.source)
      let (found, reading) = try page.findings(in: example)
      let own = found.filter { $0.rule == page.id }
      #expect(
        own.map(\.range) == marked.ranges,
        "docs/rules/\(page.id).md:\(example.line): \(own.map { "\(reading.text.string($0.range)): \($0.message)" })")
      let others = found.filter { $0.rule != page.id && $0.severity >= .warning }
      #expect(others.isEmpty, "docs/rules/\(page.id).md:\(example.line): one mistake, one finding: \(others)")
    }
  }

  @Test("Silent examples are silent", arguments: RulePage.all)
  func silent(page: RulePage) throws {
    for example in page.silent {
      let marked = Marked(example.source)
      #expect(marked.ranges.isEmpty)
      // A template is recognised as one and not judged at all.
      if Detection.detect(marked.text).reason?.contains("template") == true { continue }
      let (found, _) = try page.findings(in: example)
      let loud = found.filter { $0.rule == page.id || $0.severity >= .warning }
      #expect(loud.isEmpty, "docs/rules/\(page.id).md:\(example.line): \(loud)")
    }
  }

  @Test("The first fix gives the text that the page shows, and the rule is silent then", arguments: RulePage.all)
  func fixed(page: RulePage) throws {
    let fixable = try page.flagged.filter { example in
      try page.findings(in: example).findings.contains { $0.rule == page.id && !$0.fixes.isEmpty }
    }
    #expect(page.fixed.count <= fixable.count)
    if try #require(Rule.named(page.id)).fix != .none { #expect(!page.fixed.isEmpty, "the page shows no fix") }
    #expect(page.fixed.isEmpty == fixable.isEmpty, "docs/rules/\(page.id).md shows no fixed text")
    for (example, fixed) in zip(fixable, page.fixed) {
      let text = Marked(example.source).text
      let found = try page.findings(in: example).findings.filter { $0.rule == page.id }
      let fix = try #require(found.first?.fixes.first)
      let result = fix.applied(to: text)
      #expect(result.string(0..<result.count) == fixed.source, "docs/rules/\(page.id).md:\(fixed.line)")
    }
  }

  @Test("Every fix of every finding mends what it is for", arguments: RulePage.all)
  func everyFix(page: RulePage) throws {
    for example in page.flagged {
      try expectFixed(in: Marked(example.source).text) { try page.findings(in: example, $0).findings }
    }
  }

  @Test(
    "Every fix mends what it is for, in our examples",
    arguments: Repository.files(in: "docs/examples", endings: ["md", "txt"]))
  func everyFixInExamples(path: String) throws {
    let text = try Repository.text(path)
    let detection = Detection.detect(text)
    guard detection.reason == nil, let notation = detection.format?.name else { return }
    let format = try #require(Notations.builtIn.format(named: notation))
    try expectFixed(in: text) { Judge.findings(in: Document($0, format: format).reading) }
  }

  /// After a fix there is one finding of the rule less, no graver one in its place, and the edits are in order.
  private func expectFixed(in text: Text, _ findings: (Text) throws -> [Finding]) throws {
    let before = try findings(text)
    for finding in before {
      for fix in finding.fixes {
        for (edit, next) in zip(fix.edits, fix.edits.dropFirst()) {
          #expect(edit.range.upperBound <= next.range.lowerBound, "\(fix)")
        }
        let after = try findings(fix.applied(to: text))
        let count = { (findings: [Finding]) in findings.count { $0.rule == finding.rule } }
        #expect(count(after) < count(before), "\(finding.rule): \(fix.title)")
        #expect(
          after.count { $0.severity == .error } <= before.count { $0.severity == .error }, "\(fix.title): \(after)")
      }
    }
  }
}

extension Rule.Option.Value {
  /// As it is configured.
  fileprivate var json: String {
    switch self {
    case .number, .flag: description
    case .words(let words): "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }
  }
}
