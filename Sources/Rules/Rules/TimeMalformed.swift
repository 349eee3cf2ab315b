import SourceText
import Transcript

extension Rule {
  /// A page that cannot read a time shows it as text, and the line can no longer be jumped to. Clock times, ratios
  /// and ports in what people say are left alone: only the place of the time in the notation is looked at.
  static let timeMalformed = Rule(
    "time-malformed", .error, repair: .offered,
    summary: "What stands where a time belongs cannot be read as one.",
    why: "What cannot be read as a time is shown as text, and nobody can jump to the line.",
    looks: .atDocument(.counts) { reading, report in
      lazy var pace = Pace(reading)
      for (block, fault) in reading.faults([.timeMalformed, .secondsMalformed]) {
        let range = reading.range(of: fault, in: block)
        let written = reading.text.string(range)
        if fault.fault == .secondsMalformed {
          report(range, "“\(written)” is not a number of seconds.", fixes: digitsMeant(written, range))
          continue
        }
        let brackets = Brackets(written)
        let fixes = reading.fitting(timesMeant(brackets.inside), at: block, pace).map { meant in
          Fix("Change to \(brackets.around(meant))", Edit(range, brackets.around(meant)))
        }
        report(range, "“\(written)” is not a time; a time is written m:ss or h:mm:ss.", fixes: fixes)
      }
    })
}

/// The repair of a number with letters that pass for digits.
private func digitsMeant(_ written: String, _ range: Range<Int>) -> [Fix] {
  let digits = Array(written.utf8).map(digitMeant)
  guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return [] }
  return [Fix("Change to \(String(decoding: digits, as: UTF8.self))", Edit(range, digits))]
}

/// The digit for which a letter or a mark was struck.
private func digitMeant(_ byte: UInt8) -> UInt8 {
  switch byte {
  case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
  case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
  default: byte
  }
}

/// A malformed time without the brackets that came with it, and with the brackets that belong to it.
private struct Brackets {
  var inside: String
  private var open = ""
  private var close = ""

  init(_ written: String) {
    inside = written
    for (left, right) in [("(", ")"), ("[", "]")] where written.hasPrefix(left) || written.hasSuffix(right) {
      (open, close) = (left, right)
      if inside.hasPrefix(left) { inside.removeFirst() }
      if inside.hasSuffix(right) { inside.removeLast() }
    }
  }

  func around(_ time: String) -> String { open + time + close }
}

/// The well-formed times that a malformed one may stand for.
private func timesMeant(_ written: String) -> [String] {
  let bytes = Array(written.utf8).map(digitMeant).map { $0 == UInt8(ascii: ";") ? UInt8(ascii: ":") : $0 }
  let fields = String(decoding: bytes, as: UTF8.self).split { ":., ".contains($0) || $0.isNewline }.map(String.init)
  guard (2...3).contains(fields.count), var last = fields.last else { return [] }
  var candidates = [fields.joined(separator: ":")]
  // `2:9` is more often 2:09 than 2:90; of `37:567` one digit is too many.
  if last.count == 1 {
    candidates = [fields.dropLast() + ["0" + last], fields.dropLast() + [last + "0"]].map { $0.joined(separator: ":") }
  } else if last.count == 3 {
    candidates = (0..<3).map { drop in
      last = fields[fields.count - 1]
      last.remove(at: last.index(last.startIndex, offsetBy: drop))
      return (fields.dropLast() + [last]).joined(separator: ":")
    }
  }
  var meant: [String] = []
  for candidate in candidates {
    if case .time = Timestamp.read(candidate.utf8), !meant.contains(candidate) { meant.append(candidate) }
  }
  return meant
}
