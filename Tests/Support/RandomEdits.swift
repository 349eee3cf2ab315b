import SeededRandom
import SourceText

extension Edit {
  /// What hands and programs do to a transcript: a key, a lost or doubled character, a pasted line, a removed stretch.
  public static func random(in text: Text, using generator: inout SeededGenerator) -> Edit {
    let offset = Int.random(in: 0...text.count, using: &generator)
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...2: return Edit(offset..<min(text.count, offset + 1), "")
    case 3: return Edit(offset..<min(text.count, offset + Int.random(in: 0...120, using: &generator)), "")
    case 4: return Edit(offset..<min(text.count, offset + 1), snippets.randomElement(using: &generator)!)
    case 5:
      // A piece of the text once more, somewhere else.
      let from = Int.random(in: 0...text.count, using: &generator)
      let to = min(text.count, from + Int.random(in: 0...90, using: &generator))
      return Edit(offset..<offset, Array(text.bytes[from..<to]))
    default: return Edit(offset..<offset, snippets.randomElement(using: &generator)!)
    }
  }

  private static let snippets: [String] = [
    "\n", "\r", "\r\n", "\n\n", " ", "  ", "\t", "a", "Z", "0", "7", ":", ": ", " :", "'", "''", "\"", "\\", "(", ")",
    "[",
    "]", "#", " #", "-", "- ", "---", "\n---\n", "\n...\n", "|", ">", "{", "&", "*", "@", "%", "é", "🎙", "\u{2028}",
    "\u{0B}", "\u{0C}", "\u{1C}",
    "\u{FEFF}", "(1:02)", "[00:01:02] ", "0:33 ", "\n1:2 ", "Ada: ", "\n\nBo: yes (2:10)\n\n", "\n- header: Two\n",
    "\n- line: 'it\n", "\n  who: Ada\n", "\n  time: '0:10'\n", "\n  sec: 10\n", "transcript:\n", "\nTranscript\n",
    "<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n", "\n# Title\n", "\n# tapescript-ignore time-order, time-range\n",
    "\n<!-- tapescript-ignore-file time-malformed: as heard -->\n", "\n\nSubscribe to our newsletter\n", "title: \"x",
  ]
}
