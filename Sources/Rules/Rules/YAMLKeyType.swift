import SourceText
import Transcript

extension Rule {
  /// Reports a value that YAML reads as another type than the key needs: a bare `No` is a truth value, `[laughs]` is a
  /// list.
  ///
  /// A number or a date is another type, too, but the page shows it almost as it was written, so it is only a warning.
  static let yamlKeyType = Rule(
    "yaml-key-type", .error, fix: .safe,
    summary: "YAML reads a value as another type than the key needs.",
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
        report(
          range, "“\(name)” must be a list.",
          fixes: [Fix("Make it a list", [.mend(block: block, value, .makeList)], in: reading)])
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
  if let words = reading.wordsWithoutKey(of: block) { return reportItem(words, reading, block, &report) }
  for part in reading.blocks.parts(of: block)
  where part.kind == .words || part.kind == .speaker || part.kind == .title {
    reportText(part, reading, block, &report)
  }
}

/// Reports an item that is a text without keys.
private func reportItem(_ words: Part, _ reading: Reading, _ block: Int, _ report: inout Report) {
  report(
    reading.range(of: words, in: block), "An item of the transcript needs keys such as line; this one is a text.",
    fixes: [Fix("Give it its key", [.mend(block: block, words, .giveKey)], in: reading)])
}

extension Reading {
  /// The text of an item that has no keys.
  fileprivate func wordsWithoutKey(of block: Int) -> Part? {
    guard blocks[block].kind == .segment, let first = blocks.parts(of: block).first(where: { $0.kind != .fault }),
      first.kind == .words, first.quoting.isYAML
    else { return nil }
    // If the item is broken, that is reported by another rule.
    return blocks.parts(of: block).contains { $0.fault?.isYAML ?? false } ? nil : first
  }

  /// Whether a tag says what a value is.
  fileprivate func hasTag(_ part: Part, in block: Int) -> Bool {
    blocks.parts(of: block).contains {
      $0.fault == .property && $0.offset + $0.length <= part.offset && part.offset - $0.offset - $0.length < 16
        && text.string(range(of: $0, in: block)).contains("!")
    }
  }
}

/// A value that must be a text.
private func reportText(_ part: Part, _ reading: Reading, _ block: Int, _ report: inout Report) {
  guard part.quoting == .plain || part.quoting == .other, part.length > 0 else { return }
  let range = reading.range(of: part, in: block)
  let bytes = reading.text.bytes[range]
  if part.quoting == .other {
    // A list with a single word was probably meant as a remark in brackets. Quotes around a longer value would lose its
    // structure.
    switch bytes.first {
    case UInt8(ascii: "["):
      let isRemark = !bytes.dropFirst().dropLast().contains { ",[]{}:'\"\n\r".utf8.contains($0) } && part.kind == .words
      report(
        range, "YAML takes this for a list and not for a text.",
        fixes: isRemark ? [Fix("Put quotes around it", [.mend(block: block, part, .quote)], in: reading)] : [])
    case UInt8(ascii: "{"): report(range, "YAML takes this for a mapping and not for a text.")
    default: break
    }
    return
  }
  guard !reading.hasTag(part, in: block), let resolution = Scalar.resolution(of: bytes) else { return }
  let (kind, severity) = meaning(of: resolution)
  report(
    range, "YAML takes this for \(kind) and not for a text.", atMost: severity,
    fixes: [Fix("Put quotes around it", [.mend(block: block, part, .quote)], in: reading, isSafe: true)])
}

private func meaning(of resolution: Scalar.Resolution) -> (kind: String, severity: Severity) {
  switch resolution {
  case .nothing: ("nothing", .error)
  case .truth: ("a truth value", .error)
  case .mark: ("a mark of its own", .error)
  case .number: ("a number", .warning)
  case .date: ("a date", .warning)
  }
}
