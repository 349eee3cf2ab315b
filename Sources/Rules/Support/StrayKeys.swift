import Transcript

/// A key of an item that no page uses.
struct StrayKey {
  var name: String
  var key: Part
  /// In bytes of the text.
  var range: Range<Int>
  /// The key that was probably meant, if the item lacks it.
  var meant: String?
  /// The kind of part that belongs under the key that was meant.
  var kind: Part.Kind?
}

/// The names of the fields of an item, with the kinds of their parts.
private let fields: [(name: String, kind: Part.Kind)] = [
  ("line", .words), ("sec", .seconds), ("time", .start), ("who", .speaker), ("header", .title),
]

extension Reading {
  /// Calls `body` for each key of an item that no page shows. There may be a hundred thousand of them, so they are not
  /// collected.
  ///
  /// - Parameter further: keys that the configuration allows.
  func forEachStrayKey(of block: Int, besides further: [String], _ body: (StrayKey) -> Void) {
    let pairs = pairs(of: block)
    var present: Set<Int> = []
    for pair in pairs { if let field = field(of: pair.key, in: block) { present.insert(field) } }
    let missing = NearWords(fields.indices.filter { !present.contains($0) }.map { fields[$0].name })
    let allowed = Set(further)
    for (key, value) in pairs where value.kind == .value && field(of: key, in: block) == nil {
      let name = string(of: key, in: block)
      guard allowed.isEmpty || !allowed.contains(name) else { continue }
      let meant = missing.nearest(to: name)
      body(
        StrayKey(
          name: name, key: key, range: range(of: key, in: block), meant: meant,
          kind: meant.flatMap { name in fields.first { $0.name == name }?.kind }))
    }
  }

  /// The index of the field that a key names.
  private func field(of key: Part, in block: Int) -> Int? {
    guard key.quoting != .none || key.length <= longestField else { return nil }
    let name = string(of: key, in: block)
    return fields.firstIndex { $0.name == name }
  }
}

/// In bytes.
private let longestField = 6
