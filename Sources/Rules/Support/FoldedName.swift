import SourceText

/// A label without case, diacritics and punctuation.
struct FoldedName {
  private let letters: [Unicode.Scalar]
  private let digits: [Unicode.Scalar]
  private let initials: [Unicode.Scalar]
  private let written: String
  /// The words of the label.
  let words: [[Unicode.Scalar]]
  /// All words without the blanks between them, as in the id of a person.
  let joined: [Unicode.Scalar]

  init(_ label: String) {
    written = label
    var letters: [Unicode.Scalar] = []
    var initials: [Unicode.Scalar] = []
    var words: [[Unicode.Scalar]] = []
    for word in label.unicodeScalars.split(separator: " ") {
      var folded: [Unicode.Scalar] = []
      for scalar in word { appendFolded(scalar, to: &folded) }
      guard let first = folded.first else { continue }
      initials.append(first)
      words.append(folded)
      if !letters.isEmpty { letters.append(" ") }
      letters += folded
    }
    self.letters = letters
    self.initials = initials
    self.words = words
    joined = words.flatMap(\.self)
    digits = letters.filter { ("0"..."9").contains($0) }
  }

  /// The names that this person may be called by: the whole name or one of its words.
  var spellings: [[Unicode.Scalar]] { words + [joined] }

  func isSimilar(to other: FoldedName) -> Bool {
    guard digits == other.digits, min(letters.count, other.letters.count) >= 3, written != other.written else {
      return false
    }
    if letters == other.letters { return true }
    guard initials == other.initials else { return false }
    let limit =
      switch min(letters.count, other.letters.count) {
      case ...4: 0
      case ...8: 1
      default: 2
      }
    return isSwapped(other) || limit > 0 && editDistance(letters, other.letters, atMost: limit) <= limit
  }

  /// How many typing slips this name is away from the other, or from one of its words; nil if they are too different.
  func distance(to other: FoldedName) -> Int? {
    let pairs = [(joined, other.joined)] + words.flatMap { word in other.words.map { (word, $0) } }
    return pairs.compactMap { one, two in
      let limit = min(one.count, two.count) / 3
      let distance = editDistance(one, two, atMost: limit)
      return distance <= limit ? distance : nil
    }.min()
  }

  /// Whether two neighbouring letters changed places and nothing else differs.
  private func isSwapped(_ other: FoldedName) -> Bool {
    guard letters.count == other.letters.count else { return false }
    let differing = letters.indices.filter { letters[$0] != other.letters[$0] }
    return differing.count == 2 && differing[1] == differing[0] + 1
      && letters[differing[0]] == other.letters[differing[1]] && letters[differing[1]] == other.letters[differing[0]]
  }
}
