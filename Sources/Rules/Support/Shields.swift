import SourceText

/// The stretches of a passage that are no prose: code, the target of a link, an address on the web or of a person, a
/// tag of HTML. What looks like a slip of the keys there is none.
struct Shields {
  private var ranges: [Range<Int>] = []

  /// Whether any byte of `range` lies in one of them.
  func hold(_ range: Range<Int>) -> Bool {
    ranges.contains { $0.overlaps(range) }
  }

  fileprivate init(in bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let end =
        switch bytes[index] {
        case UInt8(ascii: "`"): endOfCode(bytes, index)
        case UInt8(ascii: "]"): endOfTarget(bytes, index)
        case UInt8(ascii: "<"): endOfTag(bytes, index)
        default: endOfAddress(bytes, index)
        }
      if let end { ranges.append(index..<end) }
      index = end ?? index + 1
    }
  }

  fileprivate init() {}
}

extension Passage {
  /// Sought only where something in the passage can be a shield at all.
  var shields: Shields {
    guard signs.contains(.shield) else { return Shields() }
    return bytes.withUnsafeBufferPointer { Shields(in: $0) }
  }
}

/// Code ends where as many backticks stand as it began with (CommonMark 0.31, 6.1).
private func endOfCode(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  func run(_ index: Int) -> Int { bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count }
  let width = run(start)
  var index = start + width
  while index < bytes.count {
    let length = run(index)
    if length == width { return index + length }
    index += max(1, length)
  }
  return nil
}

/// `](…)`, with brackets inside the round ones if they are paired.
private func endOfTarget(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "(") else { return nil }
  var depth = 0
  for index in (start + 1)..<bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      depth -= 1
      if depth == 0 { return index + 1 }
    case 0x0A, 0x0D: return nil
    default: break
    }
  }
  return nil
}

private func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  guard start + 1 < bytes.count, isLetter(bytes[start + 1]) || bytes[start + 1] == UInt8(ascii: "/") else { return nil }
  return bytes[start...].prefix(400).firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
}

/// What has no blank in it and is an address: `scheme://…`, `www.…`, `name@host`, `host.tld/path`.
private func endOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  guard isAlphanumeric(bytes[start]) || bytes[start] == UInt8(ascii: "@"),
    start == 0 || !isAlphanumeric(bytes[start - 1])
  else { return nil }
  var end = start
  var isAddress = bytes[start...].prefix(4).elementsEqual("www.".utf8)
  var dots = 0
  while end < bytes.count, addressBytes.contains(bytes[end]) || bytes[end] >= 0x80 {
    let next = end + 1 < bytes.count ? bytes[end + 1] : 0
    switch bytes[end] {
    case UInt8(ascii: ":") where next == UInt8(ascii: "/"): isAddress = true
    case UInt8(ascii: "@") where isAlphanumeric(next): isAddress = true
    case UInt8(ascii: ".") where isLetter(next) && end > start && isAlphanumeric(bytes[end - 1]): dots += 1
    case UInt8(ascii: "/") where dots > 0: isAddress = true
    case 0xE2 where next == 0x80:
      // A dash, a quotation mark or an ellipsis ends it.
      return isAddress ? end : nil
    default: break
    }
    end += 1
  }
  while end > start, addressEnds.contains(bytes[end - 1]) { end -= 1 }
  return isAddress && end > start ? end : nil
}

private let addressBytes = ByteSet(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%")
private let addressEnds = ByteSet(".,;:!?)]'*_~")
