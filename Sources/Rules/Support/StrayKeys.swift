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
  /// Passes on the keys of an item that are none of those that a page shows. There may be a hundred thousand, so nothing is
  /// kept of them.
  ///
  /// - Parameter further: keys that somebody has allowed.
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

  /// Which of the fields a key names.
  private func field(of key: Part, in block: Int) -> Int? {
    guard key.quoting != .none || key.length <= longestField else { return nil }
    let name = string(of: key, in: block)
    return fields.firstIndex { $0.name == name }
  }
}

/// In bytes.
private let longestField = 6
