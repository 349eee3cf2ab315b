import SourceText
import Transcript

extension Rule {
  static let yamlFrontMatter = Rule(
    "yaml-frontmatter", .error, repair: .offered,
    summary: "The front matter is not enclosed by two lines `---`, the first of them at the very top.",
    why: "A site generator then takes the front matter for text, or the text for front matter.",
    // What is missing is put in above the blank lines, which belong to the block above.
    looks: .atDocument(.frame) { reading, report in
      for (block, fault) in reading.faults([.frontMatterNotOpened, .frontMatterNotFirst, .frontMatterNotClosed]) {
        reportFence(fault, of: block, reading, &report)
      }
    })
}

private func reportFence(_ fault: Part, of block: Int, _ reading: Reading, _ report: inout Report) {
  let range = reading.range(of: fault, in: block)
  let line = reading.text.range(ofLine: reading.text.line(at: range.lowerBound))
  let end = reading.text.lineEnding(at: range.lowerBound)
  let content = reading.text.content(ofLine: reading.text.line(at: range.lowerBound))
  // A line that was to be `---` is written anew.
  let isBroken = reading.text.string(content).unicodeScalars.allSatisfy("-_=–—−‒ ".unicodeScalars.contains)
  let isGlued = reading.text.bytes[content].starts(with: "---".utf8) && content.count > 3 && !isBroken
  let parting = Fix("Part the line behind ---", Edit((content.lowerBound + 3)..<(content.lowerBound + 3), end))
  let writing = Fix("Change to ---", Edit(content, "---"))
  switch fault.fault {
  case .frontMatterNotOpened:
    let place = reading.top(above: line.lowerBound)
    let fix = isGlued ? parting : isBroken ? writing : Fix("Insert ---", Edit(place..<place, "---" + end))
    report(range, "The front matter does not begin with a line ---.", fixes: [fix])
  case .frontMatterNotFirst:
    if reading.text.string(content).hasPrefix("---") {
      let above = reading.blocks.start(of: block)..<line.lowerBound
      // Nothing but blank lines above belongs to the block itself.
      let fix = Fix("Remove the blank lines above", Edit(above, ""))
      return report(range, "The line --- must be the first of the file.", fixes: above.lowerBound == 0 ? [fix] : [])
    }
    let lines = reading.blocks.range(of: block)
    report(
      range, "Nothing may stand above the line --- that opens the front matter.",
      fixes: [Fix("Remove this line", Edit(lines.lowerBound == 0 ? lines : line, ""))])
  default:
    let message: Message = "The front matter is not closed by a line ---."
    if isGlued { return report(range, message, fixes: [parting]) }
    if isBroken { return report(range, message, fixes: [writing]) }
    // Markdown that goes on where the front matter should have been closed, or the end of the file.
    // Before the blank lines between the two, or behind the last line, which may have no end.
    let isBody = reading.blocks[block].kind == .prose
    let last = isBody ? reading.lastLine(above: line.lowerBound) : line
    let isEnded = reading.text.content(ofLine: reading.text.line(at: last.lowerBound)).upperBound < last.upperBound
    let fix = Fix(
      "Insert ---", Edit(last.upperBound..<last.upperBound, isEnded ? "---" + end : end + "---" + end))
    report(range, message, fixes: [fix])
  }
}

extension Reading {
  /// Where a text begins that has nothing but blank lines above an offset: behind its byte order mark. Programs look for
  /// the line `---` nowhere else. An offset below something else is its own answer.
  fileprivate func top(above offset: Int) -> Int {
    let top = text.bytes.starts(with: Text.byteOrderMark) ? Text.byteOrderMark.count : 0
    let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    return top <= offset && text.bytes[top..<offset].allSatisfy(blanks.contains) ? top : offset
  }

  /// The last line above an offset that is not blank, with its end.
  fileprivate func lastLine(above offset: Int) -> Range<Int> {
    var number = text.line(at: offset) - 1
    while number > 0, text.bytes[text.content(ofLine: number)].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { number -= 1 }
    return text.range(ofLine: max(0, number))
  }
}
