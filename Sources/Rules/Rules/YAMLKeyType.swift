import SourceText
import Transcript

extension Rule {
  /// A value that YAML does not take for what the key needs: a bare `No` is a truth value, `[laughs]` is a list.
  ///
  /// A number or a date is read as one, too, but the page shows it nearly as it stands; it is reported as a warning.
  static let yamlKeyType = Rule(
    "yaml-key-type", .error, repair: .safe,
    summary: "YAML takes a value for something else than the key needs.",
    why: "Programs get a truth value, a list or nothing instead of the words, and show something else or nothing.",
    options: [lists, mappings, numbers],
    looks: .atBlock { reading, block, report in
      if reading.blocks[block].kind != .metadata { return reportTexts(reading, block, &report) }
      guard let (key, value) = reading.pairs(of: block).first, !reading.isItem(block) else { return }
      let range = reading.range(of: value, in: block)
      guard !range.isEmpty else { return }
      let name = reading.string(of: key, in: block)
      let isScalar = value.quoting != .other
      if report.words(lists).contains(name), isScalar {
        let line = reading.text.line(at: range.lowerBound)
        let before = (reading.range(of: key, in: block).upperBound + 1)..<reading.scalar(value, in: block).lowerBound
        let fix = Fix("Make it a list", Edit(before, reading.text.lineEnding(at: range.lowerBound) + "- "))
        let isOnLine = line == reading.text.line(at: before.lowerBound)
        report(range, "“\(name)” must be a list.", fixes: isOnLine ? [fix] : [])
      } else if report.words(mappings).contains(name), isScalar {
        report(range, "“\(name)” must have entries of its own.")
      } else if report.words(numbers).contains(name), isScalar {
        let isNumber = reading.text.bytes[range].allSatisfy { (0x30...0x39).contains($0) }
        if !isNumber { report(range, "“\(name)” must be a number.") }
      } else if name == "title" {
        reportText(value, reading, block, &report)
      }
    })
}

private let lists = Rule.Option("lists", .words(["guests"]), "Keys of the front matter that hold a list.")
private let mappings = Rule.Option("mappings", .words(["ids", "links"]), "Keys that have entries of their own.")
private let numbers = Rule.Option("numbers", .words(["season"]), "Keys that hold a number.")

private func reportTexts(_ reading: Reading, _ block: Int, _ report: inout Report) {
  for part in reading.blocks.parts(of: block)
  where part.kind == .words || part.kind == .speaker || part.kind == .title {
    reportText(part, reading, block, &report)
  }
}

/// A value that must be a text.
private func reportText(_ part: Part, _ reading: Reading, _ block: Int, _ report: inout Report) {
  guard part.quoting == .plain || part.quoting == .other, part.length > 0 else { return }
  let range = reading.range(of: part, in: block)
  guard part.quoting != .other else {
    // Whether a list or a mapping was meant as a text, or only stands in a wrong place, is for a person to say.
    guard let kind = collections[reading.text.bytes[range.lowerBound]] else { return }
    return report(
      range, "YAML takes this for \(kind) and not for a text.",
      fixes: [Fix("Put quotes around it", Edit(range, Scalar.single(reading.text.string(range))))])
  }
  guard let resolution = Scalar.resolution(of: reading.text.bytes[range]) else { return }
  let (kind, severity) = meaning(of: resolution)
  report(
    range, "YAML takes this for \(kind) and not for a text.", atMost: severity,
    fixes: [Fix("Put quotes around it", altering: [], Edit(range, Scalar.single(reading.text.string(range))))])
}

private let collections: [UInt8: String] = [UInt8(ascii: "["): "a list", UInt8(ascii: "{"): "a mapping"]

private func meaning(of resolution: Scalar.Resolution) -> (kind: String, severity: Severity) {
  switch resolution {
  case .nothing: ("nothing", .error)
  case .truth: ("a truth value", .error)
  case .mark: ("a mark of its own", .error)
  case .number: ("a number", .warning)
  case .date: ("a date", .warning)
  }
}
