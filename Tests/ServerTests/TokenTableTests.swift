import Features
import Formats
import JSON
import LSP
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Server

@Suite struct TokenTableTests {
  private static let encoder = TokenEncoder(
    legend: .of(["speaker", "time", "header", "note", "key", "uncertain"], ["speaker1", "speaker2"]), encoding: .utf16)

  /// What stands in brackets, in some of the steps: passages that come and go by themselves, as those that are silenced.
  private func passages(_ reading: Reading, every step: Int) -> [Range<Int>] {
    let places = reading.text.bytes.indices.filter { reading.text.bytes[$0] == UInt8(ascii: "[") }
    return places.filter { ($0 + step / 9).isMultiple(of: 2) && $0 + 4 < reading.text.count }.map { $0..<($0 + 3) }
      .reduce(into: []) { passages, range in
        if passages.last.map({ $0.upperBound <= range.lowerBound }) ?? true { passages.append(range) }
      }
  }

  @Test(
    "After any edits the numbers are those of a text read afresh", arguments: Notations.kinds, UInt64(1)...4)
  func editedIsAsAfresh(name: String, seed: UInt64) throws {
    let format = try #require(Notations.tried.format(named: name))
    var random = SeededGenerator(seed: seed)
    var document = Document(Notations.talk(in: format), format: format)
    var table = TokenTable(Self.encoder)
    for step in 0..<150 {
      let count = document.reading.blocks.count
      table.note(document.apply(.random(in: document.reading.text, using: &random)), of: count)
      guard step % 3 > 0 else { continue }
      let passages = passages(document.reading, every: step)
      table.update(document.reading, uncertain: passages)
      var fresh = TokenTable(Self.encoder)
      fresh.update(document.reading, uncertain: passages)
      let isSame = table.data == fresh.data
      try #require(isSame, "step \(step)")
    }
  }

  @Test("Tokens are in order, on their line, and do not overlap", arguments: Notations.tried.names)
  func order(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    var random = SeededGenerator(seed: 5)
    var document = Document(Notations.talk(in: format), format: format)
    for _ in 0..<40 {
      document.apply(.random(in: document.reading.text, using: &random))
      let text = document.reading.text
      var table = TokenTable(Self.encoder)
      table.update(document.reading, uncertain: passages(document.reading, every: 0))
      var (line, column, end) = (0, 0, 0)
      for token in stride(from: 0, to: table.data.count, by: 5) {
        let numbers = table.data[token..<(token + 5)].map(Int.init)
        if numbers[0] > 0 { (column, end) = (0, 0) }
        line += numbers[0]
        column += numbers[1]
        #expect(column >= end && numbers[2] > 0)
        end = column + numbers[2]
        let lineEnd = text.position(of: text.content(ofLine: line).upperBound, in: .utf16)
        #expect(end <= lineEnd.column)
      }
    }
  }
}

@Suite struct TokenLegendTests {
  @Test func speakersDifferByTheirTypes() {
    let legend = TokenLegend.of(["variable", "comment", "class", "function"], ["static"])
    #expect(legend.types == ["class", "function", "variable", "comment"])
    #expect(legend.modifiers == [])
    let numbers = (0..<4).map { legend.numbers(of: .speaker, speaker: $0)?.type }
    #expect(numbers == [0, 1, 2, 0])
    #expect(legend.numbers(of: .note, speaker: nil)?.type == 3)
    #expect(legend.numbers(of: .time, speaker: nil) == nil)
  }

  @Test func speakersDifferByTheirModifiers() {
    let legend = TokenLegend.of(["class", "speaker", "function"], ["speaker2", "speaker1"])
    #expect(legend.types == ["speaker"])
    #expect(legend.modifiers == ["speaker1", "speaker2"])
    let numbers = (0..<3).map { legend.numbers(of: .speaker, speaker: $0)?.modifiers }
    #expect(numbers == [1, 2, 1])
    #expect(legend.numbers(of: .speaker, speaker: nil)?.modifiers == 0)
  }
}

extension TokenLegend {
  /// The legend for a client that knows some names.
  fileprivate static func of(_ types: [String], _ modifiers: [String] = []) -> TokenLegend {
    let list = { (names: [String]) in JSONValue.array(names.map(JSONValue.string)) }
    let requests = JSONValue.object([("full", .bool(true))])
    let json = JSONValue.object([
      ("requests", requests), ("tokenTypes", list(types)), ("tokenModifiers", list(modifiers)),
    ])
    let document = JSONValue.object([("semanticTokens", json)])
    guard let tokens = ClientCapabilities(.object([("textDocument", document)])).look.semanticTokens else {
      preconditionFailure("the client asks for tokens")
    }
    return TokenLegend(tokens)
  }
}
