import ArgumentParser
import Formats
import FoundationEssentials
import Rules
import SourceText
import Transcript

/// Prints how many findings each rule has in real archives, as a Markdown table, to show rules that report too much.
struct Noise: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count the findings of each rule in archives of transcripts.",
    discussion: """
      Each directory is an archive. With --rule its findings are shown instead of counted, evenly chosen from all, to be \
      read by eye.
      """)

  @Argument(help: ArgumentHelp("Directories with transcripts.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Also apply the rules that are off by default.")
  var all = false

  @Option(help: ArgumentHelp("Show findings of this rule.", valueName: "id"))
  var rule: String?

  @Option(help: ArgumentHelp("How many findings are shown.", valueName: "count"))
  var sample = 20

  func run() throws {
    var settings = Settings()
    for rule in Rule.all where all || rule.id == self.rule { settings.choices[rule.id] = .init(isOn: true) }
    let archives = try paths.map { try Archive($0, settings) }.filter { $0.words > 0 }
    if let rule {
      for archive in archives { show(rule, in: archive) }
    } else {
      print(table(archives))
    }
  }

  private func table(_ archives: [Archive]) -> String {
    var rows = [["findings in"] + archives.map(\.name), ["---"] + archives.map { _ in "---:" }]
    rows.append(["words"] + archives.map { "\($0.words)" })
    for rule in Rule.all {
      let counts = archives.map { archive in archive.findings.count { $0.finding.rule == rule.id } }
      if counts.contains(where: { $0 > 0 }) { rows.append([rule.id] + counts.map { $0 == 0 ? "" : "\($0)" }) }
    }
    let loud = archives.map { archive in
      let count = archive.findings.count { $0.finding.severity >= .warning }
      return rounded(Double(count) * 1000 / Double(archive.words))
    }
    rows.append(["errors and warnings per 1,000 words"] + loud)
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  private func show(_ rule: String, in archive: Archive) {
    let findings = archive.findings.filter { $0.finding.rule == rule }
    let step = max(1, findings.count / max(1, sample))
    print("\(archive.name): \(findings.count)")
    for index in stride(from: 0, to: findings.count, by: step).prefix(sample) { print("  \(findings[index].shown)") }
  }
}

/// The transcripts below a directory and what is found in them.
private struct Archive {
  let name: String
  private(set) var words = 0
  private(set) var findings: [(finding: Finding, shown: String)] = []

  init(_ path: String, _ settings: Settings) throws {
    name = path.split(separator: "/").last.map(String.init) ?? path
    for file in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
      guard let data = FileManager.default.contents(atPath: path + "/" + file) else { continue }
      let text = Text(Array(data))
      guard let format = Detection.detect(text, path: file).format else { continue }
      let reading = Document(text, format: format).reading
      words += reading.words(in: reading.segments())
      findings += Judge.findings(in: reading, settings).map { ($0, Self.shown($0, text, file)) }
    }
  }

  /// The place of a finding, its message, and the text around it.
  private static func shown(_ finding: Finding, _ text: Text, _ file: String) -> String {
    let line = text.line(at: finding.range.lowerBound)
    let content = text.content(ofLine: line)
    let before = max(content.lowerBound, finding.range.lowerBound - 60)..<finding.range.lowerBound
    let stretch = finding.range.clamped(to: 0..<text.count)
    let after = stretch.upperBound..<max(stretch.upperBound, min(content.upperBound, stretch.upperBound + 60))
    let quote = text.string(before) + "⟦" + text.string(stretch) + "⟧" + text.string(after)
    return "\(file):\(line + 1): \(finding.message)\n      \(quote)"
  }
}
