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
  let kind: String
  var severity = Severity.error
  if part.quoting == .other {
    switch reading.text.bytes[range.lowerBound] {
    case UInt8(ascii: "["): kind = "a list"
    case UInt8(ascii: "{"): kind = "a mapping"
    default: return
    }
  } else if PlainType.isWord(reading.text.bytes[range]) {
    let word = reading.text.string(range).lowercased()
    kind = word == "null" || word == "~" ? "nothing" : "a truth value"
  } else if PlainType.isNumber(reading.text.bytes[range]) {
    kind = "a number"
    severity = .warning
  } else {
    return
  }
  report(
    range, "YAML takes this for \(kind) and not for a text.", atMost: severity,
    fixes: [Fix("Put quotes around it", isSafe: true, Edit(range, Scalar.single(reading.text.string(range))))])
}

/// What YAML 1.1 makes of a plain scalar (yaml.org/type).
private enum PlainType {
  static func isWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 5 else { return false }
    return ["null", "~", "true", "false", "yes", "no", "on", "off"].contains(
      String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// An integer, a decimal, one in base 60, or a date.
  static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 30, let first = bytes.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first),
      let last = bytes.last, (0x30...0x39).contains(last)
    else { return false }
    var marks: [UInt8] = []
    for byte in bytes.dropFirst() where !(0x30...0x39).contains(byte) {
      guard ".:-_,".utf8.contains(byte) else { return false }
      marks.append(byte)
    }
    switch marks {
    case []: return true
    case [UInt8(ascii: ".")]: return true
    case [UInt8(ascii: "-"), UInt8(ascii: "-")]: return bytes.count == 10
    default: return marks.allSatisfy { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ",") }
    }
  }
}
