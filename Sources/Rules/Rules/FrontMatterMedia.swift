import SourceText
import Transcript

extension Rule {
  /// Compares the values in `ids` and `links` that have the same key, such as `youtube`.
  static let frontMatterMedia = Rule(
    "front-matter-media", .warning, fix: .offered,
    summary: "An id of the recording and its link disagree.",
    why: "The player and the link lead to different recordings, and one of them is the wrong episode.",
    looks: .atDocument(.frame) { reading, report in
      guard let ids = reading.entry("ids"), let links = reading.entry("links") else { return }
      let targets = Dictionary(
        reading.pairs(of: links).dropFirst().map { (reading.string(of: $0.key, in: links), $0.value) },
        uniquingKeysWith: { first, _ in first })
      for (key, value) in reading.pairs(of: ids).dropFirst().prefix(1_000)
      where value.kind == .value && value.length > 0 {
        let name = reading.string(of: key, in: ids)
        // Longer values are not ids or addresses, and searching one in the other would take long.
        guard let link = targets[name], (1...2_000).contains(link.length), value.length <= 200 else { continue }
        let id = reading.string(of: value, in: ids)
        let address = reading.string(of: link, in: links)
        let decoded = Array(address.utf8).withoutPercentEscapes
        guard !id.isEmpty else { continue }
        let words = [address, decoded].compactMap { $0.word(around: id) }
        guard !words.contains(id) else { continue }
        let range = reading.range(of: value, in: ids)
        let written = MetadataValue(text: id, range: range, quoting: value.quoting)
        let candidates = words.first.map { meant(id, within: $0) } ?? VideoID(in: address).map { [$0.text] } ?? []
        report(
          range,
          words.isEmpty
            ? "The link to \(name) has another id\(candidates.first.map { ": \($0)" } ?? "")."
            : "In the link to \(name) this id begins or ends in the middle of a word.",
          related: [.init(range: reading.range(of: link, in: links), message: "The link.")],
          fixes: candidates.map { Fix("Change to \($0)", [.setValue(written, $0)], in: reading) })
      }
    })
}

/// The id that was probably meant, if an id was cut inside a word: the whole word, or the id without its part of the
/// word.
private func meant(_ id: String, within word: String) -> [String] {
  guard let slash = id.firstIndex(of: "/"), word.hasSuffix(id) else { return [word] }
  let shorter = String(id[id.index(after: slash)...])
  let lost = word.count - id.count
  return id[..<slash].count <= lost ? [shorter, word] : [word, shorter]
}

/// The id of a recording in an address of YouTube: 11 letters, digits, `-` and `_`.
private struct VideoID {
  var text: String

  init?(in address: String) {
    for mark in ["v=", "youtu.be/", "/embed/", "/live/", "/shorts/"] {
      guard let place = address.range(after: mark) else { continue }
      let id = address[place...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      guard id.count == 11 else { continue }
      text = String(id)
      return
    }
    return nil
  }
}

extension String {
  fileprivate func range(after mark: String) -> Index? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return rest.index(rest.startIndex, offsetBy: mark.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// The place of a text in this one, extended by the letters and digits at both ends of it; nil if it is not there.
  fileprivate func word(around text: String) -> String? {
    let (bytes, part) = (Array(utf8), Array(text.utf8))
    guard let place = bytes.firstRange(of: part) else { return nil }
    func goesOn(_ byte: UInt8) -> Bool { isAlphanumeric(byte) }
    let before = isAlphanumeric(part[0]) ? bytes[..<place.lowerBound].reversed().prefix(while: goesOn).count : 0
    let behind = isAlphanumeric(part[part.count - 1]) ? bytes[place.upperBound...].prefix(while: goesOn).count : 0
    return String(decoding: bytes[(place.lowerBound - before)..<(place.upperBound + behind)], as: UTF8.self)
  }
}

extension [UInt8] {
  /// `%C3%A9` is é.
  fileprivate var withoutPercentEscapes: String {
    var bytes: [UInt8] = []
    var index = 0
    while index < count {
      if self[index] == UInt8(ascii: "%"), index + 2 < count,
        let byte = UInt8(String(decoding: self[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(self[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
