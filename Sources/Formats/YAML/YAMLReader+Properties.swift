import SourceText
import Transcript

private let wordBytes = ByteSet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-")
private let behindName = ByteSet("?:,]}%@`")
private let uriMarks = ByteSet(";/?:@&=+$.%!~*'()")
private let verbatimMarks = ByteSet(",[]")

/// Anchors, aliases and tags (YAML 1.2.2, 6.9 and 7.1).
extension YAMLReader {
  mutating func readProperty(_ mark: UInt8) -> Event? {
    let start = nodeStart()
    let begin = index
    let isTag = mark == UInt8(ascii: "!")
    guard isTag ? skipTag() : skipName() else { return fail(.badProperty, begin..<(begin + 1)) }
    let isExpected = start.mayBeKey || properties != nil || levels[levels.count - 1].takesNode
    allowsKey = false
    if mark == UInt8(ascii: "*") {
      // An alias has no properties of its own.
      guard properties == nil else { return fail(.unexpected, begin..<index) }
      return finish(begin..<index, .other, from: begin..<index, start)
    }
    // Behind a value, nothing can follow that it could belong to.
    guard isExpected else { return fail(.unexpected, begin..<index) }
    if let old = properties {
      guard isTag ? !old.hasTag : !old.hasAnchor else { return fail(.unexpected, begin..<index) }
    }
    let range = (properties?.range.lowerBound ?? begin)..<index
    properties = (
      start, range, hasAnchor: !isTag || properties?.hasAnchor ?? false, hasTag: isTag || properties?.hasTag ?? false
    )
    return nil
  }

  /// `&name` or `*name`.
  private mutating func skipName() -> Bool {
    let begin = index + 1
    index = begin
    while index < line.upperBound, wordBytes.contains(lines[index]) { index += 1 }
    return index > begin && (isBlankOrEnd(index) || behindName.contains(lines[index]))
  }

  /// `!`, `!name`, `!!name`, `!handle!name` with a handle that somebody has declared, or `!<uri>`.
  private mutating func skipTag() -> Bool {
    index += 1
    if index < line.upperBound, lines[index] == UInt8(ascii: "<") {
      index += 1
      guard skipURI(isVerbatim: true) > 0, index < line.upperBound, lines[index] == UInt8(ascii: ">") else {
        return false
      }
      index += 1
    } else {
      let begin = index
      while index < line.upperBound, wordBytes.contains(lines[index]) { index += 1 }
      if index < line.upperBound, lines[index] == UInt8(ascii: "!") {
        // No directive can declare a handle inside of front matter.
        guard index == begin else { return false }
        index += 1
        guard skipURI(isVerbatim: false) > 0 else { return false }
      } else if skipURI(isVerbatim: false) < 0 {
        return false
      }
    }
    return isBlankOrEnd(index) || isInFlow && lines[index] == UInt8(ascii: ",")
  }

  /// Returns how many bytes were taken; -1 where a percent sign has no two digits behind it.
  private mutating func skipURI(isVerbatim: Bool) -> Int {
    let begin = index
    while index < line.upperBound {
      let byte = lines[index]
      guard wordBytes.contains(byte) || uriMarks.contains(byte) || isVerbatim && verbatimMarks.contains(byte) else {
        break
      }
      if byte == UInt8(ascii: "%") {
        guard index + 2 < line.upperBound, isHexDigit(lines[index + 1]), isHexDigit(lines[index + 2]) else { return -1 }
        index += 2
      }
      index += 1
    }
    return index - begin
  }

  private func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
