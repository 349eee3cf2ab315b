import JSON
import Testing

@testable import LSP

@Suite struct SemanticTokensTests {
  @Test(
    "Whatever differs is replaced, and the client has the new numbers",
    arguments: [
      ([], []), ([1, 2], [1, 2]), ([1, 2, 3], [1, 9, 3]), ([], [1, 2]), ([1, 2], []), ([1, 1, 1], [1, 1]),
      ([1, 2, 1], [1, 2, 1, 2, 1]), ([5, 6, 7], [6, 7]),
    ] as [([UInt32], [UInt32])])
  func delta(old: [UInt32], new: [UInt32]) throws {
    let json = try JSONValue(
      parsing: JSONWriter.text { SemanticTokens(resultID: "2", data: new).writeDelta(from: old, to: &$0) }.utf8)
    #expect(json["resultId"].string == "2")
    var numbers = old.map(Int.init)
    let edits = try #require(json["edits"].array)
    #expect(edits.isEmpty == (old == new))
    for edit in edits {
      let start = try #require(edit["start"].integer)
      let count = try #require(edit["deleteCount"].integer)
      numbers.replaceSubrange(start..<(start + count), with: edit["data"].array?.compactMap(\.integer) ?? [])
    }
    #expect(numbers == new.map(Int.init))
  }
}
