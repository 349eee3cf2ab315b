/// What a reader of YAML 1.1 takes a plain scalar for, if not for a text.
///
/// Source: the patterns of PyYAML's resolver, which decide what PyYAML puts in quotes. They differ from those of yaml.org/type:
/// `y` and `0:12` are texts. What any other reader may take for something else is `Scalar.Resolution`, which is wider.
enum ImplicitType: Sendable {
  case null, bool, int, float, timestamp
  /// `<<`, which takes over the entries of another mapping.
  case merge
  /// `=`, the default value of a mapping.
  case value

  init?(of text: [Unicode.Scalar]) {
    // No word of YAML and no number of a sensible length is longer, and most texts are.
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case "0"..."9", "+", "-", ".":
      var scan = NumberScan(text)
      guard let type = scan.type else { return nil }
      self = type
    case "~", "<", "=", "a"..."z", "A"..."Z":
      guard text.count <= 5, let type = Self.words[String(String.UnicodeScalarView(text))] else { return nil }
      self = type
    default: return nil
    }
  }

  private static let words: [String: ImplicitType] = {
    var words: [String: ImplicitType] = ["~": .null, "<<": .merge, "=": .value]
    for (word, type) in [
      ("null", .null), ("yes", .bool), ("no", .bool), ("true", .bool), ("false", .bool), ("on", .bool), ("off", .bool),
    ] as [(String, ImplicitType)] {
      // Three spellings of each are words of YAML; `nO` is a text.
      for spelling in [word, word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()] {
        words[spelling] = type
      }
    }
    return words
  }()
}

/// Matches a whole text with the patterns of numbers and dates.
private struct NumberScan {
  private let text: [Unicode.Scalar]
  private var index = 0

  init(_ text: [Unicode.Scalar]) { self.text = text }

  var type: ImplicitType? {
    mutating get { isInt() ? .int : isFloat() ? .float : isTimestamp() ? .timestamp : nil }
  }

  private var isAtEnd: Bool { index == text.count }

  private var next: Unicode.Scalar? { index < text.count ? text[index] : nil }

  /// Takes one of `scalars` if it comes next.
  private mutating func take(_ scalars: String) -> Bool {
    guard let next, scalars.unicodeScalars.contains(next) else { return false }
    index += 1
    return true
  }

  /// Takes all of `scalars` that come next; returns how many.
  @discardableResult
  private mutating func takeAll(_ scalars: String, atMost limit: Int = .max) -> Int {
    let start = index
    while index - start < limit, take(scalars) {}
    return index - start
  }

  private static let digits = "0123456789"
  private static let spacedDigits = "0123456789_"

  private mutating func isInt() -> Bool {
    index = 0
    _ = take("+-")
    let start = index
    if take("0") {
      if take("b") { return takeAll("01_") > 0 && isAtEnd }
      if take("x") { return takeAll("0123456789abcdefABCDEF_") > 0 && isAtEnd }
      takeAll("01234567_")
      return isAtEnd
    }
    guard take("123456789") else { return false }
    takeAll(Self.spacedDigits)
    if isAtEnd { return index > start }
    return takeSixtieths() && isAtEnd
  }

  /// `:[0-5]?[0-9]`, once or more.
  private mutating func takeSixtieths() -> Bool {
    var count = 0
    while take(":") {
      if take("012345") { _ = take(Self.digits) } else if !take("6789") { return false }
      count += 1
    }
    return count > 0
  }

  private mutating func isFloat() -> Bool {
    index = 0
    let isSigned = take("+-")
    if take(".") {
      let word = String(String.UnicodeScalarView(text[index...].prefix(4)))
      if ["inf", "Inf", "INF"].contains(word) { return true }
      if isSigned { return false }
      if ["nan", "NaN", "NAN"].contains(word) { return true }
      guard take(Self.digits) else { return false }
      takeAll(Self.spacedDigits)
      return takeExponent() && isAtEnd
    }
    guard take(Self.digits) else { return false }
    takeAll(Self.spacedDigits)
    if next == ":" {
      guard takeSixtieths(), take(".") else { return false }
      takeAll(Self.spacedDigits)
      return isAtEnd
    }
    guard take(".") else { return false }
    takeAll(Self.spacedDigits)
    return takeExponent() && isAtEnd
  }

  /// An exponent with its sign, which must be there, or none; false where it is begun and not finished.
  private mutating func takeExponent() -> Bool {
    !take("eE") || take("+-") && takeAll(Self.digits) > 0
  }

  private mutating func isTimestamp() -> Bool {
    index = 0
    guard takeAll(Self.digits, atMost: 4) == 4, take("-") else { return false }
    let month = takeAll(Self.digits, atMost: 2)
    guard month > 0, take("-") else { return false }
    let day = takeAll(Self.digits, atMost: 2)
    guard day > 0 else { return false }
    if isAtEnd { return month == 2 && day == 2 }
    guard take("Tt") || takeAll(" \t") > 0 else { return false }
    guard takeAll(Self.digits, atMost: 2) > 0, take(":"), takeAll(Self.digits, atMost: 2) == 2, take(":"),
      takeAll(Self.digits, atMost: 2) == 2
    else { return false }
    if take(".") { takeAll(Self.digits) }
    takeAll(" \t")
    if isAtEnd { return text.last != " " && text.last != "\t" }
    if take("Z") { return isAtEnd }
    guard take("+-"), takeAll(Self.digits, atMost: 2) > 0 else { return false }
    if take(":") { return takeAll(Self.digits, atMost: 2) == 2 && isAtEnd }
    return isAtEnd
  }
}
