import SourceText
import Transcript

/// In how many lines behind `transcript:` the first item must show itself; long texts are folded over some of them.
private let linesToFirstItem = 60
private let marksBeforeKey = ByteSet("- \t{[?\"'")
private let marksBehindKey = ByteSet(" \t\"'")
private let itemKeys: [StaticString] = ["line", "header", "who", "sec"]

extension Survey {
  /// Whether a line is `transcript:` with items below it: then somebody means to write a transcript, however broken the
  /// lines are. A map, a path, an address or a list of files below the same key is something else, and so is nothing.
  func promisesTranscript(_ line: Range<Int>, _ lines: inout LineCursor) -> Bool {
    guard isTranscriptKey(line, lines) else { return false }
    let value = lines.trimmed(line.prefix(300).drop { lines[$0] != UInt8(ascii: ":") }.dropFirst())
    // `transcript: [{line: x}, …`
    var hasDash = value.first.map { lines[$0] == UInt8(ascii: "[") } ?? false
    if hasDash, beginsItem(value, lines) { return true }
    var strangers = 0
    for ahead in 1...linesToFirstItem {
      guard let next = lines.peek(ahead), !lines.isFence(next) else { return false }
      let entry = lines.trimmed(next)
      let isDash = entry.first.map { lines[$0] == UInt8(ascii: "-") } ?? false
      hasDash = hasDash || isDash
      if beginsItem(entry, lines), isDash || hasDash && strangers == 0 { return true }
      // The next entry, or a line that somebody types: only what is an item at once is one behind it.
      if !isDash, lines.key(at: next.prefix(300)) != nil { strangers += 1 }
      if strangers > 1 { return false }
    }
    return false
  }

  /// `transcript:`, also quoted, and also where the colon was lost.
  private func isTranscriptKey(_ line: Range<Int>, _ lines: LineCursor) -> Bool {
    var rest = line
    let isQuoted = rest.first.map { lines[$0] == UInt8(ascii: "\"") || lines[$0] == UInt8(ascii: "'") } ?? false
    if isQuoted { rest = rest.dropFirst() }
    guard lines.begins(rest, with: "transcript") else { return false }
    rest = rest.dropFirst(10)
    if isQuoted { rest = rest.dropFirst() }
    rest = lines.trimmed(rest.prefix(300))
    guard let next = rest.first else { return true }
    return lines[next] == UInt8(ascii: ":") || lines[next] == UInt8(ascii: "#")
  }

  /// `- line: x`, `"line": x`, `{line: x`, `line : x`, and `line` where the colon was lost.
  private func beginsItem(_ entry: Range<Int>, _ lines: LineCursor) -> Bool {
    let word = entry.drop { marksBeforeKey.contains(lines[$0]) }
    return itemKeys.contains { key in
      guard lines.begins(word, with: key) else { return false }
      let behind = word.dropFirst(key.utf8CodeUnitCount).drop { marksBehindKey.contains(lines[$0]) }
      return behind.first.map { lines[$0] == UInt8(ascii: ":") || $0 > word.lowerBound + key.utf8CodeUnitCount } ?? true
    }
  }
}
