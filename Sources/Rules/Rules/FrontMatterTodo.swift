import Transcript

extension Rule {
  /// A value that is nothing but `tbd`, `???` or a dash of dots, one that begins with a reminder and a colon, or
  /// one in which the reminder stands in capitals. “My to-do list” is a title.
  static let frontMatterTodo = Rule(
    "front-matter-todo", .warning,
    summary: "A value of the front matter was left to be filled in.",
    why: "It was meant to be replaced before the page went out; readers see the reminder.",
    looks: .atBlock { reading, block, report in
      guard reading.blocks[block].kind == .metadata else { return }
      let parts = reading.blocks.parts(of: block)
      for part in parts where part.kind == .value && part.length > 0 {
        let range = reading.range(of: part, in: block)
        if let place = reminder(in: reading.text.bytes[range]) { report(place, message) }
      }
      for comment in reading.comments(of: block) {
        if let place = reminder(in: reading.text.bytes[comment]) { report(place, message) }
      }
    })
}

private let message: Message = "This was left to be filled in."

/// In lower case. The first three are short for words nobody writes in capitals for another reason.
private let reminders = ["todo", "tbd", "fixme", "tba", "xxx", "tk"].map { Array($0.utf8) }

private func isReminder(_ bytes: ArraySlice<UInt8>) -> Bool {
  reminders.contains { $0.elementsEqual(bytes.lazy.map { $0 | 0x20 }) }
}

/// Where a value has a reminder in it.
private func reminder(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
  if isReminder(bytes) || !bytes.isEmpty && bytes.allSatisfy({ $0 == UInt8(ascii: "?") }) { return bytes.indices }
  var start = bytes.startIndex
  while start < bytes.endIndex {
    guard isLetter(bytes[start]) else {
      start += 1
      continue
    }
    let end = bytes[start...].firstIndex { !isLetter($0) } ?? bytes.endIndex
    let word = bytes[start..<end]
    let behind = end < bytes.endIndex ? bytes[end] : 0
    if reminders.prefix(3).contains(where: { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }) {
      let isShouted = word.allSatisfy { $0 < 0x60 }
      let opens = start == bytes.startIndex && behind == UInt8(ascii: ":")
      if isShouted || opens { return start..<end }
    }
    start = end
  }
  return nil
}

extension Reading {
  /// The comments that stand in lines of their own in a block of metadata, without their mark.
  fileprivate func comments(of block: Int) -> [Range<Int>] {
    blocks.parts(of: block).filter { $0.kind == .comment }.map { comment in
      range(of: comment, in: block).drop { text.bytes[$0] == UInt8(ascii: "#") || text.bytes[$0] == 0x20 }
    }
  }
}
