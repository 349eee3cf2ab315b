import Formats
import Foundation
import SourceText
import Support
import Testing

/// What is a transcript and what only looks like one, as texts.
///
/// A file in `Detection` has cases: a line `==== name: notation`, where `none` is for no transcript, and the text.
struct DetectionCorpusTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var notation: String?
    var text: String
    var testDescription: String { name }
  }

  static let cases: [Case] = Repository.files(in: "Tests/FormatsTests/Detection", endings: ["txt"]).flatMap { path in
    let source = (try? Repository.text(path)).map { $0.string(0..<$0.count) } ?? ""
    return ("\n" + source).components(separatedBy: "\n==== ").dropFirst().compactMap { piece -> Case? in
      guard let end = piece.firstIndex(of: "\n") else { return nil }
      let head = piece[..<end].split(separator: ": ").map(String.init)
      guard head.count == 2 else { return nil }
      let text = piece[piece.index(after: end)...]
      return Case(name: head[0], notation: head[1] == "none" ? nil : head[1], text: text + "\n")
    }
  }

  @Test("A text is what it is", arguments: cases)
  func corpus(example: Case) {
    let detection = Detection.detect(Text(example.text), path: example.name)
    #expect(detection.format?.name == example.notation, "\(detection.reason ?? "")")
    #expect((detection.reason == nil) == (example.notation != nil))
  }

  @Test("Ends of line and a byte order mark decide nothing", arguments: cases)
  func endsOfLine(example: Case) {
    for text in [example.text.replacingOccurrences(of: "\n", with: "\r\n"), "\u{FEFF}" + example.text] {
      #expect(Detection.detect(Text(text), path: example.name).format?.name == example.notation)
    }
  }

  @Test("What is no transcript is one where its notation is laid down", arguments: cases.filter { $0.notation == nil })
  func laidDown(example: Case) {
    let text = Text(example.text)
    #expect(Detection.detect(text, notation: NotationChoice(name: "page"), path: example.name).format?.name == "page")
    #expect(Detection.detect(text, languageID: "transcript-blog", path: example.name).format?.name == "blog")
    #expect(Detection.detect(text, path: "a.captions.yml").format?.name == "captions")
  }

  @Test("There are many cases of either kind")
  func many() {
    #expect(Set(Self.cases.map(\.name)).count == Self.cases.count)
    #expect(Self.cases.count { $0.notation == nil } > 60)
    #expect(Self.cases.count { $0.notation != nil } > 30)
  }
}
