import Support
import Testing

/// Names: one for each thing, and each file has the name of what is in it.
struct NameTests {
  /// Types of one name in two targets, and why both have it.
  private static let sharedNames = [
    "Hover": "LSP's has the name that the protocol gives it",
    "Message": "LSP's has the name that the protocol gives it",
    "Position": "LSP's has the name that the protocol gives it",
  ]

  /// Files that are named for something else than a declaration in them, and why.
  private static let namedForATheme = [
    "Sources/Platform/Platform.swift": "it declares nothing and passes on the C library",
    "Sources/Configuration/PathNames.swift": "its functions work on the names of a path",
    "Sources/SourceText/Phrases.swift": "each of its functions puts a number into words",
  ]
  /// Files of `Session`, each of which has the name of the request or the event that it handles.
  private static let handlers = "Sources/Server/Handlers/"

  private struct Declaration {
    var keyword: Substring
    /// As written: `Loss.Kind`.
    var name: Substring
    var isAtTop: Bool
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private", "indirect", "final", "static", "mutating", "nonisolated",
  ]
  private static let typeKeywords: Set<Substring> = ["struct", "enum", "class", "protocol", "actor"]
  private static let keywords = typeKeywords.union(["extension", "func", "var", "let", "typealias"])

  private func declarations(in path: String) throws -> [Declaration] {
    let text = try Repository.text(path)
    return text.string(0..<text.count).split(separator: "\n").compactMap { line in
      let words = line.split { $0 == " " || "(<:{=".contains($0) }
      let rest = words.drop { Self.modifiers.contains($0) || $0.hasPrefix("@") }
      guard let keyword = rest.first, Self.keywords.contains(keyword), let name = rest.dropFirst().first else {
        return nil
      }
      return Declaration(keyword: keyword, name: name, isAtTop: line.first != " ")
    }
  }

  @Test("No two targets have a type of one name")
  func oneNameForOneThing() throws {
    var homes: [Substring: Set<Substring>] = [:]
    for path in Repository.files(in: "Sources", endings: ["swift"]) {
      let target = path.split(separator: "/")[1]
      for declaration in try declarations(in: path)
      where declaration.isAtTop && Self.typeKeywords.contains(declaration.keyword) {
        homes[declaration.name, default: []].insert(target)
      }
    }
    let shared = Set(homes.filter { $0.value.count > 1 }.map { String($0.key) })
    #expect(shared == Set(Self.sharedNames.keys), "\(shared.sorted().map { ($0, homes[Substring($0)]!.sorted()) })")
  }

  /// `Timestamp+Reading.swift` is for an extension of `Timestamp`; `Phrases.swift` may hold `phrase(_:)`.
  @Test("A file has the name of a declaration or of an extension in it")
  func filesAreNamedForWhatIsInThem() throws {
    for path in Repository.files(in: "Sources", endings: ["swift"])
    where Self.namedForATheme[path] == nil && !path.hasPrefix(Self.handlers) {
      let file = path.split(separator: "/").last!.dropLast(".swift".count)
      let subject = file.split(separator: "+")[0].lowercased()
      let one =
        subject.hasSuffix("ies")
        ? subject.dropLast(3) + "y" : subject.hasSuffix("s") ? subject.dropLast() : subject[...]
      let names = try declarations(in: path).map { $0.name.lowercased() }
      #expect(names.contains { $0.contains(subject) || $0.contains(one) }, "\(path) declares \(names)")
    }
  }
}
