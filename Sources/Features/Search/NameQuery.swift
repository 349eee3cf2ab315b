import SourceText

/// Words that somebody types to find something by its name.
///
/// The letters must occur in the name in this order; case, accents and marks do not count.
public struct NameQuery: Sendable {
  private let letters: [Unicode.Scalar]

  /// Nobody types more to find a name.
  private static let longest = 200

  public init(_ text: String) {
    letters = folded(text.unicodeScalars.prefix(Self.longest)).letters
  }

  /// The whole name, its beginning, and the beginning of a word in it fit better than anything else.
  public static let lastRankOfBeginnings = 2

  /// How well a name fits, 0 the best; nil if it does not. Every name fits a query without letters.
  ///
  /// The whole name comes before its beginning, that before the beginning of a word, that before any stretch of letters,
  /// and last come letters with others between them, the fewer the better.
  public func rank(of name: String) -> Int? {
    guard !letters.isEmpty else { return 0 }
    let (name, beginnings) = folded(name.unicodeScalars.prefix(Self.longest))
    if name == letters { return 0 }
    if name.starts(with: letters) { return 1 }
    if beginnings.contains(where: { name[$0...].starts(with: letters) }) { return 2 }
    // Where the letters end that were found so far, each as early as possible.
    var next = 0
    var first = 0
    for (index, letter) in name.enumerated() where next < letters.count && letter == letters[next] {
      if next == 0 { first = index }
      next += 1
      if next == letters.count {
        // Backwards from here each is as late as possible, which leaves out as few as can be.
        first = start(in: name, endingAt: index)
        return 3 + index + 1 - first - letters.count
      }
    }
    return nil
  }

  private func start(in name: [Unicode.Scalar], endingAt end: Int) -> Int {
    var (index, left) = (end, letters.count - 1)
    while left > 0 {
      index -= 1
      if name[index] == letters[left - 1] { left -= 1 }
    }
    return index
  }
}

/// Letters and digits without case and accents, and at which of them words begin.
private func folded(_ scalars: some Sequence<Unicode.Scalar>) -> (letters: [Unicode.Scalar], beginnings: [Int]) {
  var letters: [Unicode.Scalar] = []
  var beginnings: [Int] = []
  var isInWord = false
  for scalar in scalars {
    let count = letters.count
    appendFolded(scalar, to: &letters)
    let isLetter = letters.count > count
    if isLetter, !isInWord { beginnings.append(count) }
    // An apostrophe does not divide words.
    isInWord = isLetter || isInWord && (scalar == "'" || scalar == "’")
  }
  return (letters, beginnings)
}
