import SourceText

/// A remark in brackets that is not spoken: `[laughs]`, `(inaudible 00:12)`, `\[both chuckle\]`.
struct Note {
  /// With the brackets, in bytes of the passage.
  var range: Range<Int>
  /// Without brackets, blanks and emphasis.
  var content: Range<Int>
  var isSquare: Bool
  /// Lower case, without emphasis.
  var text: String

  /// The words of the note, without times.
  var words: [Substring] {
    text.unicodeScalars.split { !isPartOfWord($0) }.map { Substring($0) }.filter { $0 != "-" }
  }

  /// In bytes. A longer remark is part of what the speaker says.
  private static let longest = 60
  private static let decoration = ByteSet(" *_\\")

  /// Nil where no note begins at `index`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
    isSquare = bytes[index] == UInt8(ascii: "[")
    guard isSquare || bytes[index] == UInt8(ascii: "(") else { return nil }
    let close = isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")")
    let window = bytes[(index + 1)...].prefix(Self.longest + 4)
    // If the same bracket opens again before it is closed, the first one does not begin a note.
    let open = bytes[index]
    guard let end = window.firstIndex(where: { $0 == close || $0 == open }), bytes[end] == close else { return nil }
    // The text of a link.
    if isSquare, end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "(") { return nil }
    let isEscaped = index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
    range = (isEscaped ? index - 1 : index)..<(end + 1)
    var content = (index + 1)..<end
    while let first = content.first, Self.decoration.contains(bytes[first]) { content = content.dropFirst() }
    while let last = content.last, Self.decoration.contains(bytes[last]) { content = content.dropLast() }
    guard !content.isEmpty else { return nil }
    self.content = content
    text = String(decoding: bytes[content], as: UTF8.self).lowercased()
  }
}

/// Remembers the result of a test for all notes with the same text: a transcript may have a thousand times `[laughs]`.
struct NoteVerdicts<Verdict> {
  private var square: [String: Verdict] = [:]
  private var round: [String: Verdict] = [:]

  mutating func verdict(of note: Note, _ judge: (Note) -> Verdict) -> Verdict {
    if let known = note.isSquare ? square[note.text] : round[note.text] { return known }
    let verdict = judge(note)
    if note.isSquare { square[note.text] = .some(verdict) } else { round[note.text] = .some(verdict) }
    return verdict
  }
}

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  guard let byte = UInt8(exactly: scalar.value), byte < 0x80 else { return scalar.properties.isAlphabetic }
  return isLetter(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
}

extension Passage {
  /// The notes of a passage, in order.
  func findNotes() -> [Note] {
    bytes.withUnsafeBufferPointer { bytes in
      var notes: [Note] = []
      var index = 0
      while index < bytes.count {
        let note = bytes[index] == UInt8(ascii: "[") || bytes[index] == UInt8(ascii: "(") ? Note(bytes, at: index) : nil
        if let note { notes.append(note) }
        index = note?.range.upperBound ?? index + 1
      }
      return notes
    }
  }
}

/// The words that transcribers write in brackets for a passage that they did not understand. More text may follow: a
/// time, a number of words.
let unheardNotes: Set<Substring> = [
  "inaudible", "incomprehensible", "indiscernible", "indistinct", "phonetic", "unintelligible",
]

/// The words that transcribers write in brackets for a sound, in all their forms.
let soundNotes: Set<Substring> = [
  "agrees", "applause", "applauds", "background", "beep", "beeps", "bleep", "both", "breathes", "chatter", "cheering",
  "cheers", "chuckle", "chuckles", "chuckling", "clapping", "claps", "clears", "confirms", "cough", "coughing",
  "coughs", "cross-talk", "crosstalk", "crying", "disagrees", "exhales", "gasp", "gasps", "giggle", "giggles", "groans",
  "humming", "hums", "inaudible", "indistinct", "inhales", "jingle", "laugh", "laughing", "laughs", "laughter",
  "mumbles",
  "music", "nods", "noise", "pause", "pauses", "ringing", "rings", "scoffs", "screaming", "sighing", "sighs", "sigh",
  "silence", "singing", "sings", "smiles", "snaps", "sneeze", "sneezes", "sniffs", "snorts", "throat",
  "unintelligible", "whispering", "whispers", "whistles", "whistling", "yawns",
]
