import Configuration
import SourceText
import Testing

struct ProposalTests {
  /// The names that are proposed at `|`, and what the text becomes with the first of them.
  private func proposed(_ marked: String) -> (names: [String], text: String) {
    let source = marked.replacing("|", with: "")
    let offset = marked.utf8.distance(from: marked.startIndex, to: marked.firstIndex(of: "|")!)
    var text = Text(source)
    let found = ConfigurationProposal.all(in: text, at: offset)
    if let first = found.first { text.apply(Edit(first.range, first.text)) }
    return (found.map(\.name), text.string(0..<text.count))
  }

  @Test(
    "Keys and values, with the quotes that are missing",
    arguments: [
      ("{|}", "$schema", "{\"$schema\": }"), ("{\"fa|\"}", "$schema", "{\"$schema\"}"),
      ("{\"$schema\": \"x\", |}", "extends", "{\"$schema\": \"x\", \"extends\": }"),
      ("{\"overrides\": [{\"|", "files", "{\"overrides\": [{\"files\": "),
      ("{\"rules\": {\"time-gap\": |}}", "error", "{\"rules\": {\"time-gap\": \"error\"}}"),
      ("{\"rules\": {\"time-gap\": {|}}}", "severity", "{\"rules\": {\"time-gap\": {\"severity\": }}}"),
      ("{\"failOn\": \"|\"}", "error", "{\"failOn\": \"error\"}"),
      ("// one, {\n{\"people\": {|", "files", "// one, {\n{\"people\": {\"files\": "),
      ("{\"speakers\": [{\"name\": \"Ada\", \"host\": |", "true", "{\"speakers\": [{\"name\": \"Ada\", \"host\": true"),
      ("{\"overrides\": [{\"notation\": |", "page", "{\"overrides\": [{\"notation\": \"page\""),
    ])
  func proposals(marked: String, first: String, text: String) {
    let found = proposed(marked)
    let names = first == "error" ? ["error", "hint"].filter(found.names.contains).prefix(1) : found.names.prefix(1)
    #expect(Array(names) == [first], "\(found.names)")
    if found.names.first == first { #expect(found.text == text) }
  }

  @Test(
    "Nothing in comments, behind a value, outside of the object, where nothing is known",
    arguments: ["|", "{ // |", "{\"failOn\": \"error\" |", "{\"rules\": {\"no-such-rule\": |", "{\"media\": |", "{}|"])
  func nothing(marked: String) {
    #expect(proposed(marked).names == [])
  }
}
