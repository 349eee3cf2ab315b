import Formats
import Foundation
import SourceText
import Support
import Testing
import Transcript

/// How each notation is read, as texts with what is read in them.
///
/// A file in `Corpus/<notation>` has cases: a line `#### name`, the text, a line `####`, and the dump. A name that ends
/// in `(CRLF)` has its text read with such ends of line.
struct CorpusTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var notation: String
    var name: String
    var text: String
    var dump: String
    var testDescription: String { "\(notation): \(name)" }
  }

  static let cases: [Case] = Repository.files(in: "Tests/FormatsTests/Corpus", endings: ["txt"]).flatMap { path in
    let notation = path.split(separator: "/").dropLast().last.map(String.init) ?? ""
    let source = (try? Repository.text(path)).map { $0.string(0..<$0.count) } ?? ""
    return source.components(separatedBy: "\n#### ").compactMap { piece -> Case? in
      let halves = piece.components(separatedBy: "\n####\n")
      guard halves.count == 2, let end = halves[0].firstIndex(of: "\n") ?? Optional(halves[0].endIndex) else {
        return nil
      }
      let name = halves[0][..<end].trimmingPrefix("#### ")
      let text = halves[0][end...].dropFirst()
      return Case(
        notation: notation, name: String(name),
        text: name.hasSuffix("(CRLF)") ? text.replacingOccurrences(of: "\n", with: "\r\n") : String(text),
        dump: halves[1].trimmingCharacters(in: .newlines))
    }
  }

  @Test("A text is read as its notation says", arguments: cases)
  func corpus(example: Case) throws {
    let format = try #require(Notations.builtIn.format(named: example.notation))
    let reading = Document(Text(example.text), format: format).reading
    #expect(dump(reading) == example.dump, "\(example.name)\n\(dump(reading))")
  }

  @Test("There are cases for every notation")
  func everyNotation() {
    #expect(Set(Self.cases.map(\.notation)) == Set(Notations.builtIn.formats.map(\.name)))
    #expect(Self.cases.count > 40)
  }
}
