import Transcript

/// A key of an item that no page looks at.
struct StrayKey {
  var name: String
  var key: Part
  /// In bytes of the text.
  var range: Range<Int>
  /// The key that the item lacks and that was probably meant.
  var meant: String?
  /// What stands under that one.
  var kind: Part.Kind?
}

/// The names of the fields of an item, and what stands under them.
private let fields: [(name: String, kind: Part.Kind)] = [
  ("line", .words), ("sec", .seconds), ("time", .start), ("who", .speaker), ("header", .title),
]

extension Reading {
  /// The keys of an item that are none of those that a page shows.
  ///
  /// - Parameter further: keys that somebody has allowed.
  func strayKeys(of block: Int, besides further: [String]) -> [StrayKey] {
    let known = fields.map(\.name)
    let pairs = pairs(of: block).map { (name: string(of: $0.key, in: block), key: $0.key, value: $0.value) }
    let missing = known.filter { name in !pairs.contains { $0.name == name } }
    let allowed = Set(further)
    return pairs.filter {
      $0.value.kind == .value && !known.contains($0.name) && (allowed.isEmpty || !allowed.contains($0.name))
    }.map { pair in
      let meant = missing.isEmpty ? nil : nearestWord(to: pair.name, among: missing)
      return StrayKey(
        name: pair.name, key: pair.key, range: range(of: pair.key, in: block), meant: meant,
        kind: fields.first { $0.name == meant }?.kind)
    }
  }
}
