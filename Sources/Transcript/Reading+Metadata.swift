import SourceText

extension Reading {
  /// The block of the first entry with a key, at the top of the metadata.
  public func entry(_ key: String) -> Int? {
    entries().first { range(.key, of: $0).map { text.bytes[$0].elementsEqual(key.utf8) } ?? false }
  }

  /// The blocks of the first entries with the given keys, found in one pass.
  public func entries(_ keys: [String]) -> [String: Int] {
    let wanted = Set(keys)
    guard !wanted.isEmpty else { return [:] }
    var found: [String: Int] = [:]
    for entry in entries() {
      guard let key = string(.key, of: entry), wanted.contains(key), found[key] == nil else { continue }
      found[key] = entry
    }
    return found
  }

  /// The blocks of the metadata entries, in order.
  public func entries() -> [Int] {
    guard blocks.count(of: .metadata) > 0 else { return [] }
    return blocks.indices.filter { blocks[$0].kind == .metadata && part(.key, of: $0) != nil && !isItem($0) }
  }

  /// The values of an entry: a single one, or those of a list in any of YAML's forms.
  public func values(of block: Int) -> [MetadataValue] {
    var values: [MetadataValue] = []
    for part in blocks.parts(of: block) where part.kind == .value && part.length > 0 {
      let range = range(of: part, in: block)
      if part.quoting == .other, text.bytes[range.lowerBound] == UInt8(ascii: "[") {
        values += flowValues(in: range)
      } else {
        values.append(MetadataValue(text: string(of: part, in: block), range: range, quoting: part.quoting))
      }
    }
    return values
  }

  /// The values of an entry that lists people. If the list consists of maps, only the values of name keys are returned.
  public func names(of block: Int) -> [MetadataValue] {
    let keys = blocks.parts(of: block).filter { $0.kind == .key }.dropFirst()
    guard !keys.isEmpty else { return values(of: block) }
    var isName = false
    var names: [MetadataValue] = []
    for part in blocks.parts(of: block) {
      if part.kind == .key { isName = nameKeys.contains(string(of: part, in: block)) }
      guard part.kind == .value, isName, part.length > 0 else { continue }
      names.append(
        MetadataValue(text: string(of: part, in: block), range: range(of: part, in: block), quoting: part.quoting))
    }
    return names
  }

  /// `[ada, "bo"]`
  private func flowValues(in list: Range<Int>) -> [MetadataValue] {
    let inner = list.dropFirst().dropLast()
    return text.bytes[inner].split(separator: UInt8(ascii: ",")).compactMap { piece in
      var range = piece.startIndex..<piece.endIndex
      while let first = range.first, text.bytes[first] <= 0x20 { range = range.dropFirst() }
      while let last = range.last, text.bytes[last] <= 0x20 { range = range.dropLast() }
      guard let mark = range.first.map({ text.bytes[$0] }) else { return nil }
      let quoting: Quoting = mark == UInt8(ascii: "'") ? .single : mark == UInt8(ascii: "\"") ? .double : .plain
      if quoting != .plain, range.count > 1 { range = range.dropFirst().dropLast() }
      return MetadataValue(text: Scalar.decode(text.string(range), quoting), range: range, quoting: quoting)
    }
  }
}

/// The keys that hold the name of a person.
private let nameKeys: Set<String> = ["name", "full_name", "fullname", "display_name", "label", "id", "slug", "short"]
