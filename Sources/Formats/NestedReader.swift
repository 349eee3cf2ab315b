import Transcript

/// Reads what stands below an entry of the front matter: indented lines, and list items, however deep.
///
/// Only their values are checked; how deep a line may be indented is left to YAML. A line that cannot stand there is
/// reported once: what follows it follows from it.
struct NestedReader {
  func read(_ lines: inout LineCursor, afterEmptyValue: Bool, into block: inout BlockBuilder) {
    var mayHoldText = afterEmptyValue
    // Nothing can stand below an entry whose value is complete.
    var isMisplaced = !afterEmptyValue
    var isReported = false
    while let line = lines.peekContent() {
      let indent = lines.indent(of: line)
      var content = lines.trimmed(line)
      guard indent > 0 || lines.isDash(content) || lines[content.lowerBound] == UInt8(ascii: "#") else { break }
      lines.skipBlankLines()
      lines.next()
      guard lines[content.lowerBound] != UInt8(ascii: "#") else {
        block.add(.comment, content)
        continue
      }
      if isMisplaced {
        if !isReported { block.add(.notAnEntry, content) }
        isReported = true
        continue
      }
      if lines[content.lowerBound] == UInt8(ascii: "\t") || lines[line.lowerBound] == UInt8(ascii: "\t") {
        block.add(.tabIndent, line.lowerBound..<content.lowerBound)
        continue
      }
      var column = indent
      var isItem = false
      while lines.isDash(content) {
        isItem = true
        let rest = lines.trimmed(content.dropFirst())
        column = (rest.first ?? content.upperBound) - line.lowerBound
        content = rest
      }
      if content.isEmpty {
        mayHoldText = true
      } else if let key = lines.key(at: content) {
        block.add(.key, key)
        var values = ValueReader(indent: column)
        values.readValue(&lines, (key.upperBound + 1)..<line.upperBound, as: .value, into: &block)
        mayHoldText = values.wasEmpty
        if values.wasEmpty { values.addEmpty(into: &block) }
      } else if lines.isBeyondSubset(content) {
        continue
      } else if isItem || mayHoldText {
        var values = ValueReader(indent: max(0, isItem ? column - 2 : column - 1))
        values.readValue(&lines, content.lowerBound..<line.upperBound, as: .value, into: &block)
        mayHoldText = false
      } else {
        isMisplaced = true
        isReported = true
        block.add(.notAnEntry, content)
      }
    }
  }
}

extension LineCursor {
  /// The next line that is not blank, without taking anything.
  mutating func peekContent() -> Range<Int>? {
    var ahead = 0
    while let line = peek(ahead) {
      if !isBlank(line) { return line }
      ahead += 1
    }
    return nil
  }
}
