import SourceText

/// Compares two texts and names what is lost or new. It looks only at bytes and knows nothing about notations.
///
/// `HarmText` marks everything that must not be lost with words that occur nowhere else: `qv` and digits, and in
/// comments `rem` and digits. A copy of a unit has the same marks.
struct Losses {
  private(set) var complaints: [String] = []

  init(_ before: Text, _ after: Text) {
    let (old, new) = (TextMarks(before), TextMarks(after))
    let lost = old.order.filter { new.counts[$0] == nil }
    if !lost.isEmpty { complaints.append("lost: \(Set(lost).sorted().prefix(5).joined(separator: " "))") }
    let found = new.order.filter { old.counts[$0, default: 0] < new.counts[$0, default: 0] }
    if !found.isEmpty { complaints.append("from nothing: \(Set(found).sorted().prefix(5).joined(separator: " "))") }
    if lost.isEmpty, found.isEmpty, old.first(of: new) != new.first(of: old) { complaints.append("another order") }
    let bare = new.bare.subtracting(old.bare)
    if !bare.isEmpty { complaints.append("no comment any more: \(bare.sorted().prefix(5).joined(separator: " "))") }
  }
}

/// The marked words of a text.
private struct TextMarks {
  /// In the order of the text.
  var order: [String] = []
  var counts: [String: Int] = [:]
  /// Marks of comments with no `#` or `<!--` before them on their line.
  var bare: Set<String> = []

  init(_ text: Text) {
    for line in 0..<text.lineCount {
      let bytes = seen(text.bytes[text.content(ofLine: line)])
      var index = 0
      while index < bytes.count {
        guard isMark(bytes, index) else {
          index += 1
          continue
        }
        let end = bytes[index...].firstIndex { !isWord($0) } ?? bytes.count
        add(String(decoding: bytes[index..<end], as: UTF8.self), bytes[..<index])
        index = end
      }
    }
  }

  private mutating func add(_ mark: String, _ before: ArraySlice<UInt8>) {
    order.append(mark)
    counts[mark, default: 0] += 1
    guard mark.hasPrefix("rem") else { return }
    if !before.contains(UInt8(ascii: "#")), !before.contains(UInt8(ascii: "!")) { bare.insert(mark) }
  }

  /// The marks that occur exactly once in both texts, in the order of this one.
  func first(of other: TextMarks) -> [String] {
    var seen: Set<String> = []
    return order.filter {
      other.counts[$0] != nil && counts[$0] == 1 && other.counts[$0] == 1 && seen.insert($0).inserted
    }
  }

  /// A line without invisible characters and with plain blanks. The `n` of the escape `\n` in YAML becomes a blank, so
  /// that it does not join a mark.
  private func seen(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.properties.generalCategory {
      case .format, .control: scalar == "\t" ? scalar : nil
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: " "
      default: scalar
      }
    }
    var bytes = Array(String(String.UnicodeScalarView(scalars)).utf8)
    for index in bytes.indices.dropLast()
    where bytes[index] == UInt8(ascii: "\\") && bytes[index + 1] == UInt8(ascii: "n") {
      bytes[index + 1] = UInt8(ascii: " ")
    }
    return bytes
  }

  private func isMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index == 0 || !isWord(bytes[index - 1]) else { return false }
    return bytes[index...].starts(with: "qv".utf8) || bytes[index...].starts(with: "rem".utf8)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
