import SourceText

/// A label as a name with marks around it.
struct LabelShape {
  /// The label without the marks around it and without punctuation at its end.
  let name: String
  /// Whether marks make it bold or italic.
  let hasMarkup: Bool

  private static let markup = "*_`"
  private static let trailing = ":.,; \t\u{A0}"
  /// Abbreviations whose full stop is part of the name.
  private static let abbreviations: Set<String> = [
    "jr", "sr", "dr", "prof", "esq", "st", "mr", "mrs", "ms", "phd", "md", "inc", "ltd", "co", "corp", "bros", "rev",
    "hon",
    "gen", "capt", "sgt", "lt", "col", "mag", "ing", "dipl",
  ]

  init(_ label: String) {
    // Nearly all labels begin and end with an ASCII letter or digit, so there are no marks around them.
    if let first = label.utf8.first, let last = label.utf8.last, isAlphanumeric(first), isAlphanumeric(last) {
      (name, hasMarkup) = (label, false)
      return
    }
    var name = label[...]
    while let first = name.first, Self.markup.contains(first) || first == " " { name = name.dropFirst() }
    while let last = name.last {
      if last == ".", Self.isAbbreviation(name.dropLast()) { break }
      guard Self.markup.contains(last) || Self.trailing.contains(last) else { break }
      name = name.dropLast()
    }
    self.name = String(name)
    hasMarkup = label.first.map(Self.markup.contains) ?? false || label.last.map(Self.markup.contains) ?? false
  }

  /// Whether a full stop at the end of a name belongs to its last word: an initial, a title, letters with stops between
  /// them.
  private static func isAbbreviation(_ name: Substring) -> Bool {
    guard let word = name.split(whereSeparator: \.isWhite).last, name.last?.isLetter ?? false else { return false }
    return word.count == 1 || word.contains(".") || abbreviations.contains(word.lowercased())
  }
}

/// Whether a label is a placeholder for a name that was not filled in: `Speaker 1`, `SPEAKER_00`, `Unknown`.
func isPlaceholder(_ label: String) -> Bool {
  guard label.utf8.count <= 100, let letter = label.utf8.first,
    !isAlphanumeric(letter) || placeholderOpenings.contains(letter)
  else { return false }
  var words = label.lowercased().split { !$0.isLetter && !$0.isNumber }
  guard var first = words.first, words.count <= 2 else { return false }
  words.removeFirst()
  let number = first.drop { !$0.isNumber }
  if !number.isEmpty {
    guard words.isEmpty, number.allSatisfy(\.isNumber) else { return false }
    first = first.dropLast(number.count)
  }
  guard placeholders.contains(first) else { return false }
  guard let second = words.first else { return true }
  return second.allSatisfy(\.isNumber) || second.count == 1 || placeholders.contains(second)
}

private let placeholders: Set<Substring> = [
  "speaker", "spk", "unknown", "unidentified", "unnamed", "participant", "person", "voice",
]

private let placeholderOpenings = ByteSet("SsUuPpVv")

/// Whether a label is a role instead of a name. Every transcript may have it.
func isRole(_ label: String) -> Bool {
  label.prefix(40).lowercased().split { !$0.isLetter }.first.map(roles.contains) ?? false
}

private let roles: Set<Substring> = [
  "host", "hosts", "guest", "guests", "interviewer", "interviewee", "moderator", "audience", "everyone", "everybody",
  "all", "both", "narrator", "announcer", "caller", "question", "answer", "clip", "ad", "advert", "sponsor", "intro",
  "outro", "music", "crowd", "group", "multiple", "recording", "voiceover", "q", "a", "man", "woman", "child",
  "student",
]
