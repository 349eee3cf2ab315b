import SourceText
import Transcript

extension Rule {
  /// A value is reported if it is nothing but `tbd` or `???`, or if it begins with a reminder that says what is to be
  /// done. “My to-do list” is a title, and a sentence may contain “TBD”.
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

/// In lower case. Only the first three may be followed by text; the others have other meanings in capitals.
private let reminders = ["todo", "tbd", "fixme", "tba", "xxx", "tk"].map { Array($0.utf8) }

private func isReminder(_ bytes: ArraySlice<UInt8>) -> Bool {
  reminders.contains { $0.elementsEqual(bytes.lazy.map { $0 | 0x20 }) }
}

/// The place of the reminder, if the whole value is one: the reminder alone, or followed by what is to be done.
///
/// What is to be done stands behind a colon; behind a reminder in capitals it may also stand behind a dash, a bracket
/// or a blank. “TBD by whoever listens” is a title, because `TBD` does not tell anybody to do something.
private func reminder(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
  let inner = bytes.drop { wrappers.contains($0) }
  let end = inner.lastIndex { !wrappers.contains($0) }.map { $0 + 1 } ?? inner.startIndex
  let value = inner[..<end]
  if !bytes.isEmpty, bytes.allSatisfy({ $0 == UInt8(ascii: "?") }) { return bytes.indices }
  let word = value.prefix { isLetter($0) }
  guard isReminder(word) else { return nil }
  if word.endIndex == end { return word.indices }
  guard reminders.prefix(3).contains(where: { $0.elementsEqual(word.lazy.map { $0 | 0x20 }) }) else { return nil }
  let rest = bytes[word.endIndex...].drop { $0 == 0x20 }
  guard let mark = rest.first else { return word.indices }
  let isShouted = word.allSatisfy { $0 < 0x60 }
  let isCommand = !word.elementsEqual("TBD".utf8)
  let isBlank = rest.startIndex > word.endIndex
  // A dash of Unicode begins with E2.
  let isBreak = ByteSet("-(,;/").contains(mark) || mark == 0xE2
  let isTold = mark == UInt8(ascii: ":") && !isBlank || isShouted && isBlank && (isBreak || isCommand)
  return isTold ? word.indices : nil
}

/// Characters that may stand around a reminder.
private let wrappers = ByteSet("()[]<>{}*_.!?'\" \t")

extension Reading {
  /// The comments that have lines of their own in a block of metadata, without their mark.
  fileprivate func comments(of block: Int) -> [Range<Int>] {
    blocks.parts(of: block).filter { $0.kind == .comment }.map { comment in
      range(of: comment, in: block).drop { text.bytes[$0] == UInt8(ascii: "#") || text.bytes[$0] == 0x20 }
    }
  }
}
