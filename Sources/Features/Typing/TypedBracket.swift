import SourceText
import Transcript

/// A time in brackets that was typed in another spelling than that of the file, such as `[1:2]` for `[00:01:02]`, as the
/// file spells it. Nil unless times of segments nearby stand in such brackets, at the same end of a line.
///
/// - Parameter offset: behind the closing bracket, in bytes of the text.
public func typedBracket(_ reading: Reading, at offset: Int) -> Completion? {
  let place = CompletionPlace(reading, offset)
  let bytes = reading.text.bytes
  guard let close = place.before.last,
    let open = place.before.dropLast().suffix(longestTime).last(where: { !isOfTime(bytes[$0]) }),
    [UInt8(ascii: "["), UInt8(ascii: "(")].contains(bytes[open]),
    bytes[close] == (bytes[open] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")"))
  else { return nil }
  // In the middle of a sentence the same is no time of a segment.
  let isFirst = bytes[place.line.lowerBound..<open].allSatisfy { !Ascii.isLetter($0) && $0 < 0x80 }
  guard isFirst || place.isAtEnd else { return nil }
  let typed = (open + 1)..<close
  guard let time = halfTyped(bytes[typed]),
    let stamp = place.stampInBrackets(bytes[open], besides: place.block)
  else { return nil }
  let text = stamp.spelling(of: time)
  guard text != reading.text.string(typed) else { return nil }
  return Completion(kind: .time, label: text, filter: text, range: typed, text: text)
}

/// In bytes.
private let longestTime = 14

private func isOfTime(_ byte: UInt8) -> Bool {
  Ascii.isDigit(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
}

/// The time of `1:2`, `1:02:3` or `01:02`: two or three numbers, each of which may lack its zeros.
private func halfTyped(_ bytes: ArraySlice<UInt8>) -> Time? {
  if case .time(let stamp) = Timestamp.read(bytes) { return stamp.time }
  let fields = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard (2...3).contains(fields.count),
    fields.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(Ascii.isDigit) })
  else { return nil }
  let numbers = fields.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
  return Time(seconds: numbers.reduce(0) { $0 * 60 + $1 })
}

extension CompletionPlace {
  /// The spelling of a time nearby that stands behind such a bracket.
  fileprivate func stampInBrackets(_ open: UInt8, besides block: Int?) -> Timestamp? {
    for segment in Array(above().prefix(5)) + Array(below().prefix(5)) where segment != block {
      guard let range = reading.range(.start, of: segment), range.lowerBound > 0, byte(range.lowerBound - 1) == open,
        case .time(let stamp) = Timestamp.read(reading.text.bytes[range])
      else { continue }
      return stamp
    }
    return nil
  }
}
