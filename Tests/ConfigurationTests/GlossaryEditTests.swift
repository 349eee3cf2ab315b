import Configuration
import Rules
import SourceText
import Testing

/// A pair comes into a configuration, and everything else stays as somebody has written it.
@Suite struct GlossaryEditTests {
  private func added(_ text: String, _ wrong: String = "oyl", _ right: String = "oil") throws -> String {
    let edits = try #require(ConfigurationFile(Array(text.utf8)).adding(.init(wrong: wrong, right: right)))
    let result = Fix("", edits: edits).applied(to: Text(text))
    let file = ConfigurationFile(result.bytes)
    #expect(file.mistakes == ConfigurationFile(Array(text.utf8)).mistakes)
    // Once it is there it is not added again.
    let again = try #require(file.adding(.init(wrong: wrong, right: right)))
    #expect(Fix("", edits: again).applied(to: result).bytes == result.bytes)
    return result.string(0..<result.count)
  }

  @Test(arguments: [
    (#"{"glossary": {"a": "b"}}"#, #"{"glossary": {"a": "b", "oyl": "oil"}}"#),
    (#"{"glossary": {"a": "b",}}"#, #"{"glossary": {"a": "b", "oyl": "oil",}}"#),
    (#"{"glossary": {}}"#, #"{"glossary": {"oyl": "oil"}}"#), ("{}", "{\n  \"glossary\": {\"oyl\": \"oil\"}\n}"),
    (#"{"failOn": "hint"}"#, #"{"failOn": "hint", "glossary": {"oyl": "oil"}}"#),
    (#"{"glossary": {"oyl": "owl"}}"#, #"{"glossary": {"oyl": "oil"}}"#),
    (
      "{\r\n\t\"glossary\": {\r\n\t\t\"a\": \"b\"\r\n\t}\r\n}\r\n",
      "{\r\n\t\"glossary\": {\r\n\t\t\"a\": \"b\",\r\n\t\t\"oyl\": \"oil\"\r\n\t}\r\n}\r\n"
    ),
    (
      """
      {
        // Spellings.
        "glossary": {
          "a": "b", // the first
          "c": "d", /* the */ // last
          // "e": "f",
        },
        "failOn": "hint"
      }
      """,
      """
      {
        // Spellings.
        "glossary": {
          "a": "b", // the first
          "c": "d", /* the */ // last
          "oyl": "oil",
          // "e": "f",
        },
        "failOn": "hint"
      }
      """
    ),
    (
      """
      {
        "glossary": {
          "c": "d" // last, without one
        }
      }
      """,
      """
      {
        "glossary": {
          "c": "d", // last, without one
          "oyl": "oil"
        }
      }
      """
    ),
    (
      """
      {
        "failOn": "hint", // and nothing else
      }
      """,
      """
      {
        "failOn": "hint", // and nothing else
        "glossary": {"oyl": "oil"},
      }
      """
    ),
  ])
  func keepsTheRest(before: String, after: String) throws {
    #expect(try added(before) == after)
  }

  @Test func whatJSONEscapes() throws {
    #expect(try added("{\"glossary\": {}}", #"a"b\"#, "ö\t") == #"{"glossary": {"a\"b\\": "ö\t"}}"#)
  }

  @Test(arguments: ["", "[]", "{", #"{"glossary": []}"#])
  func whatIsNoConfiguration(text: String) {
    #expect(ConfigurationFile(Array(text.utf8)).adding(.init(wrong: "a", right: "b")) == nil)
  }

  @Test func aNewOne() {
    let text = ConfigurationFile.text(with: .init(wrong: "a", right: "b\""))
    #expect(text == "{\n  \"glossary\": {\"a\": \"b\\\"\"}\n}\n")
    #expect(ConfigurationFile(Array(text.utf8)).mistakes == [])
  }
}
