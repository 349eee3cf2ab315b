import SourceText

/// The ranges of a passage that are not prose: code, the target of a link, a web or mail address, an HTML tag. A
/// character that would be a slip in prose is not one there.
///
/// Finding them takes one pass: each of the searches below remembers how far it got, so that nothing is searched twice.
struct Shields: Sendable {
  private var ranges = DisjointRanges()

  /// Whether any byte of `range` lies in one of them.
  func hold(_ range: Range<Int>) -> Bool { ranges.overlap(range) }

  fileprivate init(in bytes: UnsafeBufferPointer<UInt8>) {
    var search = ShieldSearch(bytes)
    var index = 0
    while index < bytes.count {
      let end =
        switch bytes[index] {
        case UInt8(ascii: "`"): search.endOfCode(index)
        case UInt8(ascii: "]"): search.endOfTarget(index)
        case UInt8(ascii: "<"): search.endOfTag(index)
        default: search.endOfAddress(index)
        }
      if let end, end.isShield { ranges.append(index..<end.offset) }
      index = end?.offset ?? index + 1
    }
  }

  fileprivate init() {}
}

extension Passage {
  /// Searches only if the passage has signs that a shield may need.
  func findShields() -> Shields {
    guard signs.contains(.shield) else { return Shields() }
    return bytes.withUnsafeBufferPointer { Shields(in: $0) }
  }
}

/// Finds the ends of shields, from the beginning of a passage to its end.
private struct ShieldSearch {
  typealias End = (offset: Int, isShield: Bool)

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The runs of backticks that have a partner, and where the partner ends.
  private lazy var code = makeCode()
  /// The round brackets behind square ones that are closed on their line, and where they are closed.
  private lazy var targets = makeTargets()
  /// The place of the next `>`; behind the end of the text if there is none.
  private var nextTagEnd = -1
  /// No address begins before this place, unless it begins with `www.`.
  private var plainEnd = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Code ends at a run of as many backticks as it began with. A run without such a partner is text (CommonMark 0.31,
  /// 6.1).
  mutating func endOfCode(_ start: Int) -> End? {
    if let end = code.end(of: start) { return (end, true) }
    return (endOfRun(start), false)
  }

  /// `](…)`, which may contain pairs of round brackets.
  mutating func endOfTarget(_ start: Int) -> End? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "(") else { return nil }
    return targets.end(of: start + 1).map { ($0 + 1, true) }
  }

  mutating func endOfTag(_ start: Int) -> End? {
    guard start + 1 < bytes.count, isLetter(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "/") else {
      return nil
    }
    if nextTagEnd < start { nextTagEnd = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count }
    return nextTagEnd < min(bytes.count, start + Self.longestTag) ? (nextTagEnd + 1, true) : nil
  }

  private static let longestTag = 400

  /// An address without blanks: `scheme://…`, `www.…`, `name@host`, `host.tld/path`.
  mutating func endOfAddress(_ start: Int) -> End? {
    guard isAlphanumeric(bytes[start]) || bytes[start] == UInt8(ascii: "@"),
      start == 0 || !isAlphanumeric(bytes[start - 1])
    else { return nil }
    var isAddress = bytes[start...].prefix(4).elementsEqual("www.".utf8)
    // The search from an earlier place failed up to `plainEnd`, and a later start has no more signs of an address
    // behind it.
    guard start >= plainEnd || isAddress else { return nil }
    var end = start
    var dots = 0
    scan: while end < bytes.count, addressBytes.contains(bytes[end]) || bytes[end] >= 0x80 {
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      switch bytes[end] {
      case UInt8(ascii: ":") where next == UInt8(ascii: "/"): isAddress = true
      case UInt8(ascii: "@") where isAlphanumeric(next): isAddress = true
      case UInt8(ascii: ".") where isLetter(next) && end > start && isAlphanumeric(bytes[end - 1]): dots += 1
      case UInt8(ascii: "/") where dots > 0: isAddress = true
      // A dash, a quotation mark or an ellipsis ends it.
      case 0xE2 where next == 0x80: break scan
      default: break
      }
      end += 1
    }
    guard isAddress else {
      plainEnd = end
      return nil
    }
    let isCut = end < bytes.count && bytes[end] == 0xE2
    while !isCut, end > start, addressEnds.contains(bytes[end - 1]) { end -= 1 }
    return end > start ? (end, true) : nil
  }

  private func endOfRun(_ start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  private func makeCode() -> Pairs {
    var pairs = Pairs()
    var last: [Int: Int] = [:]
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let end = endOfRun(index)
      if let opening = last.updateValue(pairs.open(index), forKey: end - index) { pairs.close(opening, end) }
      index = end
    }
    return pairs
  }

  private func makeTargets() -> Pairs {
    var pairs = Pairs()
    var open: [Int] = []
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "("):
        open.append(index > 0 && bytes[index - 1] == UInt8(ascii: "]") ? pairs.open(index) : -1)
      case UInt8(ascii: ")"): if let last = open.popLast(), last >= 0 { pairs.close(last, index) }
      case 0x0A, 0x0D: open.removeAll(keepingCapacity: true)
      default: break
      }
    }
    return pairs
  }
}

/// Places with their ends, which must be looked up in order.
private struct Pairs {
  private var all: [(start: Int, end: Int?)] = []
  private var next = 0

  /// Adds a place behind all others. Returns the number by which `close` knows it.
  mutating func open(_ start: Int) -> Int {
    all.append((start, nil))
    return all.count - 1
  }

  mutating func close(_ number: Int, _ end: Int) {
    all[number].end = end
  }

  /// - Parameter start: not before the place that was looked up last.
  mutating func end(of start: Int) -> Int? {
    while next < all.count, all[next].start < start { next += 1 }
    return next < all.count && all[next].start == start ? all[next].end : nil
  }
}

private let addressBytes = ByteSet(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
private let addressEnds = ByteSet(".,;:!?)]'*_~")
