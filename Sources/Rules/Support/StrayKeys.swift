import Transcript

/// A key of an item that no page looks at.
struct StrayKey {
  var name: String
  /// In bytes of the text.
  var range: Range<Int>
  /// The key that the item lacks and that was probably meant.
  var meant: String?
}

extension Reading {
  /// The keys of an item that are none of those that a page shows.
  ///
  /// - Parameter further: keys that somebody has allowed.
  func strayKeys(of block: Int, besides further: [String]) -> [StrayKey] {
    let known = ["line", "sec", "time", "who", "header"]
    let pairs = pairs(of: block).map { (name: string(of: $0.key, in: block), key: $0.key, value: $0.value) }
    let missing = known.filter { name in !pairs.contains { $0.name == name } }
    let allowed = Set(further)
    return pairs.filter {
      $0.value.kind == .value && !known.contains($0.name) && (allowed.isEmpty || !allowed.contains($0.name))
    }.map { pair in
      StrayKey(
        name: pair.name, range: range(of: pair.key, in: block),
        meant: missing.isEmpty ? nil : nearestWord(to: pair.name, among: missing))
    }
  }
}
