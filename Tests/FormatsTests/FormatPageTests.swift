import Formats
import Foundation
import SourceText
import Support
import Testing
import Transcript

/// Each notation has a page whose example is read without a mistake, and stands in the lists that are made of `Notations`.
struct FormatPageTests {
  private static let names = Notations.builtIn.names
  /// Those that are written by template.
  private static let inParagraphs = Array(names.prefix(Notations.builtIn.templates.count))

  /// What stands between the fences of a page that are marked with the name of the notation.
  private func examples(_ name: String) throws -> [String] {
    let page = try Repository.text("docs/formats/\(name).md")
    let pieces = page.string(0..<page.count).components(separatedBy: "\n```\(name)\n").dropFirst()
    return pieces.compactMap { $0.components(separatedBy: "\n```").first.map { $0 + "\n" } }
  }

  @Test("The example on a page is what the page says", arguments: inParagraphs)
  func example(name: String) throws {
    let examples = try examples(name)
    #expect(!examples.isEmpty)
    let format = try #require(Notations.builtIn.format(named: name))
    for example in examples {
      let reading = Document(Text(example), format: format).reading
      #expect(reading.blocks.faultyCount == 0, "\(dump(reading))")
      #expect(reading.segments().count > 1, "\(dump(reading))")
    }
  }

  @Test("A page says what is tolerated and which files need it", arguments: inParagraphs)
  func sections(name: String) throws {
    let page = try Repository.text("docs/formats/\(name).md")
    let text = page.string(0..<page.count)
    #expect(text.contains("\n## Shape\n") && text.contains("\n## What is read\n"))
    #expect(text.contains("\n## What is tolerated\n") || text.contains("\n## Dangers\n"))
  }

  @Test("The index of the pages and the manifest of the extension have every notation once")
  func lists() throws {
    let index = try Repository.text("docs/formats/README.md")
    let rows = index.string(0..<index.count).split(separator: "\n").filter { $0.hasPrefix("| [") }
    #expect(rows.map { String($0.dropFirst(3).prefix { $0 != "]" }) } == Self.names)
    let manifest = try Repository.text("editors/vscode/package.json")
    let ids = manifest.string(0..<manifest.count).components(separatedBy: "\"id\": \"transcript-").dropFirst()
    let named = ids.map { String($0.prefix { $0 != "\"" }) }
    #expect(Set(named).isSuperset(of: Self.names) && Set(named).count == named.count)
  }
}
