import Transcript

/// A place where whoever transcribed could not be sure: `[inaudible]`, `[unintelligible 0:12]`, `(??)`, `[audio cuts out]`.
public struct UncertainPassage: Sendable, Equatable {
  /// With its brackets, in bytes of the text.
  public var range: Range<Int>
  /// When the segment that it is in begins; nil where nobody can tell.
  public var time: Time?
}

/// All of them, in the order of the text.
public func uncertainPassages(_ reading: Reading) -> [UncertainPassage] {
  let timeline = Timeline(reading)
  return timeline.segments.flatMap { index -> [UncertainPassage] in
    let time = timeline.start(of: index)
    return reading.blocks.parts(of: index).filter { $0.kind == .words }.flatMap { part in
      let range = reading.range(of: part, in: index)
      return reading.text.bytes.withUnsafeBufferPointer { bytes in
        uncertainStretches(bytes, in: range).map { UncertainPassage(range: $0, time: time) }
      }
    }
  }
}

/// What stands in brackets and begins with one of these words is uncertain. In lower case.
private let signs = [
  "inaudible", "unintelligible", "indistinct", "unclear", "garbled", "crosstalk", "cross-talk", "cross talk",
  "audio cuts", "audio cut", "audio drops",
].map { Array($0.utf8) }

private func uncertainStretches(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> [Range<Int>] {
  // An aside is longer; so a bracket that is never closed costs little.
  let longest = 60
  var found: [Range<Int>] = []
  var index = range.lowerBound
  while index < range.upperBound {
    let open = bytes[index]
    index += 1
    guard open == UInt8(ascii: "[") || open == UInt8(ascii: "(") else { continue }
    let close = open == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: ")")
    let limit = min(range.upperBound, index + longest)
    guard let end = (index..<limit).first(where: { bytes[$0] == close }) else { continue }
    guard isUncertain(bytes[index..<end]) else { continue }
    found.append((index - 1)..<(end + 1))
    index = end + 1
  }
  return found
}

private func isUncertain(_ content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  // Emphasis inside the brackets, as in `(_inaudible_)`, is no part of the word.
  let word = content.drop { [0x20, UInt8(ascii: "_"), UInt8(ascii: "*")].contains($0) }
  if !word.isEmpty, word.allSatisfy({ $0 == UInt8(ascii: "?") }) { return true }
  return signs.contains { sign in
    word.count >= sign.count && zip(word, sign).allSatisfy { ($0 | 0x20) == $1 || $0 == $1 }
  }
}
