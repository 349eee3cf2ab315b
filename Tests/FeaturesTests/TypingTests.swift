import Features
import Formats
import SourceText
import Support
import Testing
import Transcript

struct TypingTests {
  private static let page = "Ada: Is it dry? (0:10)\n\nBo: It is. (0:20)\n\nAda: Good. (0:30)\n"

  /// The text with what is put in at the mark; nil if that is nothing.
  private func typed(
    _ marked: String, as name: String = "page", by feature: (Reading, Int) -> Completion?
  ) -> String? {
    let place = marked.utf8.prefix { $0 != UInt8(ascii: "|") }.count
    let source = marked.replacing("|", with: "")
    let reading = Document(Text(source), format: Notations.builtIn.format(named: name)!).reading
    return feature(reading, place).map { completion in
      let bytes = Array(source.utf8)
      return String(decoding: bytes[..<completion.range.lowerBound], as: UTF8.self) + completion.text
        + String(decoding: bytes[completion.range.upperBound...], as: UTF8.self)
    }
  }

  @Test("Behind the last turn")
  func lineEnd() {
    #expect(typed(Self.page + "|\n", by: typedLineEnd) == Self.page + "\nBo: \n")
    #expect(typed(Self.page + "  |", by: typedLineEnd) == Self.page + "\nBo: ")
    #expect(
      typed(Self.page.replacing("\n", with: "\r\n") + "|", by: typedLineEnd) == Self.page.replacing("\n", with: "\r\n")
        + "\r\nBo: ")
    // A blank line is there already, or the text goes on.
    #expect(typed(Self.page + "\n|", by: typedLineEnd) == nil)
    #expect(typed(Self.page.replacing("0:20)\n", with: "0:20)\n|"), by: typedLineEnd) == nil)
    // The turn is not over, or it often goes on without a label.
    #expect(typed(Self.page + "\nBo: Then\n|", by: typedLineEnd) == nil)
    #expect(typed(Self.page + "\nMore of this. (0:40)\n|", by: typedLineEnd) == nil)
  }

  @Test("A closing bracket")
  func bracket() {
    #expect(typed(Self.page + "\nBo: Yes. (1:2)|\n", by: typedBracket) == Self.page + "\nBo: Yes. (1:02)\n")
    #expect(typed(Self.page + "\nBo: Yes. (0:01:02)|\n", by: typedBracket) == Self.page + "\nBo: Yes. (1:02)\n")
    for rest in ["(1:02)|", "(12)|", "(1:99)|", "[1:2]|", "(a1:2)|", "(1:2)| and", "(1:2|", "(:)|", ")|"] {
      #expect(typed(Self.page + "\nBo: Yes. \(rest)\n", by: typedBracket) == nil, "\(rest)")
    }
  }

  @Test("The next label, where a turn may begin and nowhere else")
  func label() {
    #expect(typed(Self.page + "\n|\n", by: nextLabel) == Self.page + "\nBo: \n")
    #expect(typed(Self.page.replacing("It is", with: "It| is"), by: nextLabel) == nil)
  }

  @Test("No text and no place does harm", arguments: Sample.all)
  func everywhere(sample: Sample) {
    for offset in 0...sample.text.count {
      for feature in [typedLineEnd, typedBracket, nextLabel] as [(Reading, Int) -> Completion?] {
        guard let completion = feature(sample.reading, offset) else { continue }
        #expect(completion.range.upperBound <= sample.text.count && !completion.text.isEmpty, "\(sample) \(offset)")
      }
    }
  }
}
