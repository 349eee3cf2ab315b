import Foundation
import Rules
import Support
import Testing

/// The invariants of ARCHITECTURE.md that can be read off the source, written as what must not be there.
struct HouseTests {
  private static let targets = [
    "SourceText", "JSON", "Transcript", "Formats", "Rules", "Features", "Configuration", "Platform", "Files",
    "Workspace", "LSP", "Server", "tapescript",
  ]

  /// The modules that the files of a target import.
  private func imports(of target: String) throws -> Set<String> {
    var modules: Set<String> = []
    for path in Repository.files(in: "Sources/\(target)", endings: ["swift"]) {
      for line in try source(path).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: "import"),
          words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" })
        else {
          continue
        }
        if place + 1 < words.count { modules.insert(words[place + 1]) }
      }
    }
    return modules
  }

  private func source(_ path: String) throws -> String {
    let text = try Repository.text(path)
    return text.string(0..<text.count)
  }

  /// A source without the lines that are comments.
  private func code(_ path: String) throws -> String {
    try source(path).split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
  }

  @Test(
    "The arrows point downhill",
    arguments: [
      ("SourceText", []), ("JSON", ["SourceText"]), ("Transcript", ["SourceText"]),
      ("Formats", ["SourceText", "Transcript"]),
      ("Rules", ["SourceText", "Transcript"]), ("Features", ["SourceText", "Transcript"]),
      ("LSP", ["JSON", "SourceText"]),
      ("Configuration", ["JSON", "SourceText", "Transcript", "Formats", "Rules"]), ("Platform", []),
      ("Files", ["Configuration", "Platform"]),
      (
        "Workspace", ["SourceText", "Transcript", "Formats", "Rules", "Configuration", "Platform", "Files"]
      ),
      (
        "Server",
        [
          "JSON", "LSP", "SourceText", "Transcript", "Formats", "Rules", "Features", "Configuration", "Platform",
          "Files", "Workspace",
        ]
      ),
      (
        "tapescript",
        [
          "JSON", "SourceText", "Transcript", "Formats", "Rules", "Features", "Configuration", "Platform", "Files",
          "Workspace", "Server",
        ]
      ),
    ])
  func arrows(target: String, allowed: [String]) throws {
    let own = try imports(of: target).intersection(Self.targets)
    #expect(own.isSubset(of: allowed), "\(target) imports \(own)")
  }

  @Test(
    "Only the files, the workspace, the server and the tool do input or output, and nothing shipped needs Foundation",
    arguments: targets)
  func noForeignModules(target: String) throws {
    let modules = try imports(of: target)
    #expect(!modules.contains("Foundation"))
    guard !["Platform", "Files", "Workspace", "Server", "tapescript"].contains(target) else { return }
    #expect(
      modules.isDisjoint(with: ["FoundationEssentials", "Platform", "Glibc", "Darwin", "Musl", "ArgumentParser"]),
      "\(modules)")
  }

  @Test(
    "Nothing below the server throws on account of a document",
    arguments: ["SourceText", "Transcript", "Formats", "Rules", "Features"])
  func nothingThrows(target: String) throws {
    for path in Repository.files(in: "Sources/\(target)", endings: ["swift"]) {
      // A template stands in a configuration, where a mistake in it is shown.
      if ["Template.swift", "TemplateParser.swift"].contains(where: path.hasSuffix) { continue }
      let code = try code(path)
      for word in ["try!", "fatalError", " as! "] { #expect(!code.contains(word), "\(path) has \(word)") }
      // As a word: `throws(SomeError)` and `throws` at the end of a line throw, too.
      let words = Set(code.split { !$0.isLetter && !$0.isNumber && $0 != "_" })
      for word in ["throws", "rethrows", "throw"] { #expect(!words.contains(Substring(word)), "\(path) has \(word)") }
    }
  }

  @Test("No rule and no feature knows a notation", arguments: ["Rules", "Features"])
  func noNotation(target: String) throws {
    for path in Repository.files(in: "Sources/\(target)", endings: ["swift"]) {
      let code = try code(path)
      for name in ["\"page\"", "\"captions\"", "\"blog\"", "\"front-matter\""] {
        #expect(!code.contains(name), "\(path) knows \(name)")
      }
      // Of something: the category `.format` of Unicode is another thing.
      #expect(!code.contains(/[\w)\]?!]\.format\b/), "\(path) asks for a format")
    }
  }

  /// What is not said in the model, and why.
  private static let writers = [
    "Rules/Changes.swift": "puts edits together that others made",
    "Rules/Support/Passage.swift": "spelling inside of what is said",
    "Rules/Rules/YAMLNewlineInScalar.swift": "white space inside of what is said, taken from the text itself",
    "Rules/Rules/SpeakerForm.swift":
      "marks around labels of which the notation does not speak, copied from a label of the text",
    "Rules/Rules/TrailingSpace.swift": "blanks at ends of lines, which no notation has",
    "Rules/Rules/LineEndings.swift": "ends of lines, which all notations have",
    "Rules/Rules/FinalNewline.swift": "the same",
    "Features/Layout/EvenGaps.swift": "line ends between paragraphs, which all notations have",
    "Rules/Rules/UnusedSuppression.swift": "the words of a comment that is for this tool",
  ]

  @Test("Rules and features say what changes; how that is written is for the notation")
  func writesNoNotation() throws {
    var found: Set<String> = []
    for target in ["Rules", "Features"] {
      for path in Repository.files(in: "Sources/\(target)", endings: ["swift"]) {
        let code = try code(path)
        let writes = code.contains(/\bEdit\(|\bScalar\.(encode|single|escaped)\b/)
        if writes { found.insert(String(path.dropFirst("Sources/".count))) }
      }
    }
    #expect(found.subtracting(Self.writers.keys).sorted() == [], "these write into a text by themselves")
    #expect(Set(Self.writers.keys).subtracting(found).sorted() == [], "these need no exception any more")
    // What the exceptions write themselves is neither a mark nor a key.
    for (path, reason) in Self.writers {
      for edit in try code("Sources/" + path).matches(of: /\bEdit\([^"\n]*"((?:[^"\\]|\\.)*)"/) {
        #expect(edit.1.isEmpty || edit.1 == "\\($0)", "\(path) (\(reason)) writes “\(edit.1)”")
      }
    }
  }

  @Test("No type has the name of its target: Swift could not qualify it then", arguments: targets)
  func noTypeNamedAsTarget(target: String) throws {
    for path in Repository.files(in: "Sources/\(target)", endings: ["swift"]) {
      for keyword in ["struct", "enum", "class", "protocol", "actor"] {
        #expect(!(try source(path)).contains("\(keyword) \(target) "), "\(path)")
      }
    }
  }

  @Test("The C library is imported in one place")
  func oneCLibrary() throws {
    for path in Repository.files(in: "Sources", endings: ["swift"]) where !path.hasSuffix("/Platform.swift") {
      let code = try code(path)
      for name in ["Glibc", "Darwin", "Musl"] {
        #expect(!code.contains("import \(name)") && !code.contains("\(name)."), "\(path) names \(name)")
      }
    }
  }

  @Test("Files are small: one job each")
  func smallFiles() throws {
    let lengths = try Repository.files(in: "Sources", endings: ["swift"]).map { path in
      (path, try source(path).split(separator: "\n", omittingEmptySubsequences: false).count)
    }
    for (path, length) in lengths { #expect(length <= 400, "\(path) has \(length) lines") }
    let sorted = lengths.map(\.1).sorted()
    #expect(sorted[sorted.count / 2] <= 100)
    #expect(sorted[sorted.count * 9 / 10] <= 250)
  }

  @Test("Every rule says why, has a page, and is found by its id")
  func rules() throws {
    for rule in Rule.all {
      #expect(rule.why.count > 20)
      #expect(rule.summary.hasSuffix(".") && !rule.summary.dropLast().contains(". "), "one sentence")
      for option in rule.options {
        #expect(option.about.hasSuffix(".") && option.about.first!.isUppercase, "\(rule.id): \(option.about)")
      }
      #expect(Rule.named(rule.id)?.id == rule.id)
      #expect(
        FileManager.default.fileExists(atPath: Repository.root.appending(path: "docs/rules/\(rule.id).md").path()))
    }
    #expect(Rule.all.map(\.id) == Rule.all.map(\.id).sorted())
  }

  @Test("One rule, one file, and the file has its name", arguments: Rule.all.map(\.id))
  func ruleFiles(id: String) throws {
    let name = id.split(separator: "-").joined().lowercased()
    let files = Repository.files(in: "Sources/Rules/Rules", endings: ["swift"])
    let file = try #require(files.first { ($0 as NSString).lastPathComponent.lowercased() == name + ".swift" }, "\(id)")
    let source = try source(file)
    #expect(source.contains("\"\(id)\","))
    #expect(source.components(separatedBy: "= Rule(").count == 2, "\(file) has one rule")
  }

  @Test("Nothing is left for later, and no machine is named")
  func noLeftovers() throws {
    let leftovers = ["TO" + "DO", "FIX" + "ME", "/ro" + "ot/", "/wo" + "rk/", "/ho" + "me/"]
    for folder in ["Sources", "Tests", "docs", "editors", "protocol-fixtures"] {
      for path in Repository.files(
        in: folder, endings: ["swift", "md", "txt", "lua", "json", "el", "toml", "js", "vim"])
      {
        let source = try source(path)
        for word in leftovers { #expect(!source.contains(word), "\(path) has \(word)") }
      }
    }
  }
}
