import SourceText
import Transcript

/// The well-formed times that may be meant by a malformed one (without its brackets), those with the simplest slips
/// first.
///
/// - Parameter hasDecimals: whether times of the file have decimals, so that the last field may be decimals.
func timesMeant(_ written: String, hasDecimals: Bool) -> [String] {
  // A word before the time, as in `at 2:09`, does not belong to it.
  let time = written.split(whereSeparator: \.isWhite).drop { $0.allSatisfy(\.isLetter) }.joined(separator: " ")
  let bytes = Array(time.utf8).map(digitMeant).map { $0 == UInt8(ascii: ";") ? UInt8(ascii: ":") : $0 }
  let fields = String(decoding: bytes, as: UTF8.self).split { ":., ".contains($0) || $0.isNewline }.map(String.init)
  guard (2...4).contains(fields.count) else { return [] }
  var meant: [String] = []
  func add(_ fields: [String], decimals: String = "") {
    let candidate = fields.joined(separator: ":") + decimals
    if case .time = Timestamp.read(candidate.utf8), !meant.contains(candidate) { meant.append(candidate) }
  }
  if hasDecimals, fields.count > 2 {
    for clock in spellings(of: fields.dropLast()) { add(clock, decimals: "." + fields[fields.count - 1]) }
  }
  for clock in spellings(of: fields[...]) { add(clock) }
  return meant
}

/// The possible fields of a time, with two digits in each but the first. A single `9` is more often `09` than `90`, and
/// in `567` one digit is too many.
private func spellings(of fields: ArraySlice<String>) -> [[String]] {
  var spellings = [[fields[fields.startIndex]]]
  for (index, field) in zip(fields.indices, fields).dropFirst() {
    let isLast = index == fields.endIndex - 1
    let options =
      switch field.count {
      case 1 where isLast: ["0" + field, field + "0"]
      // If the minutes lost a digit, it may have been any digit.
      case 1: ["0" + field] + "12345".map { String($0) + field } + "0123456789".map { field + String($0) }
      case 3:
        field.indices.map { place in
          var rest = field
          rest.remove(at: place)
          return rest
        }
      default: [field]
      }
    spellings = spellings.flatMap { spelling in options.map { spelling + [$0] } }
  }
  return spellings
}

/// The digit that was meant by a letter or a mark.
func digitMeant(_ byte: UInt8) -> UInt8 {
  switch byte {
  case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
  case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
  default: byte
  }
}
