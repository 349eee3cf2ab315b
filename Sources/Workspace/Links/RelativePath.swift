/// The way from a folder to a file or a folder, as it is written in a text.
struct RelativePath: Equatable {
  /// A piece between slashes.
  struct Step: Equatable {
    /// As written.
    var spelling: [UInt8]
    /// What it means: a name, `.` or `..`.
    var name: String
  }

  var steps: [Step]
  /// Whether a slash stands at the end.
  var endsWithSlash: Bool

  /// Where it leads from a folder, given by its names; nil where it leads above the directory of all files.
  func target(from folder: [String]) -> [String]? { Self.target(steps.map(\.name), from: folder) }

  /// The way to the same file after both ends may have moved; nil where these steps still lead there.
  ///
  /// Whoever wrote the shortest way gets the shortest again. Otherwise the steps stay as far as they still lead above the
  /// target.
  ///
  /// - Parameters:
  ///   - spell: writes a name that the path has not had.
  func redirected(
    from folder: (old: [String], new: [String]), to target: (old: [String], new: [String]),
    spell: (String) -> [UInt8]
  ) -> RelativePath? {
    guard self.target(from: folder.new) != target.new else { return nil }
    let names = steps.map(\.name)
    var new = Self.shortest(from: folder.new, to: target.new)
    if names.filter({ $0 != "." }) != Self.shortest(from: folder.old, to: target.old) {
      for count in stride(from: names.count - 1, through: 1, by: -1) {
        guard let above = Self.target(names.prefix(count), from: folder.new), target.new.starts(with: above),
          above.count < target.new.count
        else { continue }
        new = Array(names.prefix(count) + target.new.dropFirst(above.count))
        break
      }
    }
    let needsDot = new.isEmpty || new[0].contains(":")
    if new.first != ".", new.first != "..", names.first == "." || needsDot { new.insert(".", at: 0) }
    return RelativePath(steps: spelled(new, spell), endsWithSlash: endsWithSlash)
  }

  /// Names at the same place, counted from the end or from the beginning, keep their spelling.
  private func spelled(_ names: [String], _ spell: (String) -> [UInt8]) -> [Step] {
    names.enumerated().map { index, name in
      let fromEnd = steps.count - names.count + index
      if steps.indices.contains(fromEnd), steps[fromEnd].name == name { return steps[fromEnd] }
      if steps.indices.contains(index), steps[index].name == name { return steps[index] }
      return Step(spelling: name == "." || name == ".." ? Array(name.utf8) : spell(name), name: name)
    }
  }

  /// As it is written.
  var spelling: [UInt8] {
    let slash = UInt8(ascii: "/")
    return Array(steps.map(\.spelling).joined(separator: [slash])) + (endsWithSlash ? [slash] : [])
  }

  private static func target(_ names: some Sequence<String>, from folder: [String]) -> [String]? {
    var target = folder
    for name in names where name != "." {
      if name != ".." {
        target.append(name)
      } else if target.popLast() == nil {
        return nil
      }
    }
    return target
  }

  private static func shortest(from folder: [String], to target: [String]) -> [String] {
    let shared = zip(folder, target).prefix { $0 == $1 }.count
    return Array(repeating: "..", count: folder.count - shared) + target.dropFirst(shared)
  }
}
