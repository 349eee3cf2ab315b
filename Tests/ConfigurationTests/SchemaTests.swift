import Configuration
import Foundation
import Support
import Testing

/// The schema takes what the decoder takes, and nothing else. What only the decoder can know is left out: files that are
/// not there, patterns that match nothing, names that stand twice.
@Suite struct SchemaTests {
  @Test(arguments: [
    "{}", #"{"rules": {"time-order": "off", "time-gap": {"severity": "on", "seconds": 3}}}"#,
    #"{"rules": {"x": "off"}}"#,
    #"{"rules": {"time-order": "of"}}"#, #"{"rules": {"time-order": {"seconds": 3}}}"#, #"{"rules": []}"#,
    #"{"rules": {"time-gap": {"seconds": "3"}}}"#, #"{"rules": {"time-gap": {"breaks": "rest"}}}"#,
    #"{"rules": {"time-gap": {"breaks": ["rest", ""]}}}"#, #"{"failOn": "hint"}"#, #"{"failOn": "off"}"#, "[]", "null",
    #"{"exclude": "a"}"#, #"{"exclude": ["a", "b"]}"#, #"{"exclude": [1]}"#, #"{"exclude": {}}"#, #"{"exclude": ""}"#,
    #"{"notations": {"a": "page"}}"#, #"{"notations": {"ours": "{time} {text}"}}"#,
    #"{"notations": {"a": "two words"}}"#, #"{"notations": "page"}"#, #"{"x": 1}"#,
    #"{"speakers": ["Ida", {"name": "Tove", "aliases": "T.", "host": false}]}"#, #"{"speakers": "Ida"}"#,
    #"{"speakers": [{"host": true}]}"#, #"{"speakers": [{"name": "Ida", "host": 1}]}"#, #"{"speakers": [""]}"#,
    #"{"glossary": {"a": "b"}}"#, #"{"glossary": {"": "b"}}"#, #"{"glossary": {"a": ""}}"#, #"{"glossary": {"a": 1}}"#,
    #"{"people": {"files": "p/*", "key": "name"}}"#, #"{"people": {"files": "p/*"}}"#, #"{"people": "p/*"}"#,
    #"{"media": "{stem}.mp3"}"#, #"{"media": "http://a.mp3"}"#, #"{"media": "https://a/{stem}.mp3"}"#,
    #"{"chapters": "{stem}.txt"}"#, #"{"chapters": ["a.txt", "{stem}.txt"]}"#, #"{"chapters": {}}"#,
    #"{"siblings": "{stem}.srt"}"#, #"{"siblings": ["a.srt"]}"#,
    #"{"profile": "certain"}"#, #"{"profile": "sure"}"#, #"{"$schema": "x"}"#, #"{"$schema": 1}"#,
    #"{"overrides": [{"files": "a", "notation": "blog", "failOn": "hint", "rules": {"time-order": "hint"}}]}"#,
    #"{"overrides": [{"notation": "blog"}]}"#, #"{"overrides": [{"files": "a", "exclude": "b"}]}"#,
    #"{"rules": {"time-gap": {"seconds": -1}}}"#, #"{"rules": {"time-gap": {"seconds": 1e300}}}"#,
    #"{"rules": {"time-gap": {"seconds": 0}}}"#, #"{"rules": {"time-gap": {"seconds": 1000000000}}}"#,
    #"{"rules": {"time-gap": {"seconds": 1000000000.5}}}"#, #"{"siblings": [\#(paths(32))]}"#,
    #"{"siblings": [\#(paths(33))]}"#, #"{"chapters": "{stem}\#(String(repeating: "a", count: 4090))"}"#,
    #"{"chapters": "{stem}\#(String(repeating: "a", count: 4091))"}"#,
    #"{"media": "https://{stem}\#(String(repeating: "a", count: 4083))"}"#,
    #"{"overrides": {"files": "a"}}"#, #"{"overrides": [{"files": ["a"], "rules": {"time-order": 1}}]}"#,
  ])
  func agreesWithTheDecoder(text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    let schema = try Validator(Repository.text("docs/tapescript.schema.json").bytes)
    #expect(schema.accepts(value) == ConfigurationFile(Array(text.utf8)).mistakes.isEmpty)
  }
}

private func paths(_ count: Int) -> String {
  (0..<count).map { "\"\($0)/{stem}.txt\"" }.joined(separator: ", ")
}

/// As much of JSON Schema 2020-12 as the schema uses; a keyword that is not known here is a failure.
private struct Validator {
  private let root: [String: Any]

  init(_ bytes: [UInt8]) throws {
    root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
  }

  func accepts(_ value: Any) -> Bool { accepts(value, root) }

  private func accepts(_ value: Any, _ schema: [String: Any]) -> Bool {
    schema.allSatisfy { keyword, wanted in holds(keyword, wanted, value, schema) }
  }

  private func holds(_ keyword: String, _ wanted: Any, _ value: Any, _ schema: [String: Any]) -> Bool {
    let object = value as? [String: Any]
    let string = value as? String
    switch (keyword, wanted) {
    case ("$schema", _), ("title", _), ("description", _), ("$defs", _), ("allowComments", _),
      ("allowTrailingCommas", _):
      return true
    case ("type", let type as String): return kind(value) == type
    case ("$ref", let path as String):
      let name = String(path.dropFirst("#/$defs/".count))
      return accepts(value, (root["$defs"] as? [String: [String: Any]])?[name] ?? [:])
    case ("enum", let words as [String]): return string.map(words.contains) ?? false
    case ("anyOf", let choices as [[String: Any]]): return choices.contains { accepts(value, $0) }
    case ("minLength", let length as Int): return string.map { $0.count >= length } ?? true
    case ("maxItems", let most as Int): return (value as? [Any]).map { $0.count <= most } ?? true
    case ("maxLength", let most as Int): return string.map { $0.count <= most } ?? true
    case ("minimum", let least as Double): return (value as? NSNumber).map { $0.doubleValue >= least } ?? true
    case ("maximum", let most as Double): return (value as? NSNumber).map { $0.doubleValue <= most } ?? true
    case ("pattern", let pattern as String):
      return string.map { $0.range(of: pattern, options: .regularExpression) != nil } ?? true
    case ("items", let item as [String: Any]): return (value as? [Any])?.allSatisfy { accepts($0, item) } ?? true
    case ("required", let names as [String]):
      return object.map { object in names.allSatisfy { object[$0] != nil } } ?? true
    case ("propertyNames", let names as [String: Any]): return object?.keys.allSatisfy { accepts($0, names) } ?? true
    case ("properties", let properties as [String: [String: Any]]):
      return object?.allSatisfy { name, value in properties[name].map { accepts(value, $0) } ?? true } ?? true
    case ("additionalProperties", let other):
      let known = schema["properties"] as? [String: Any] ?? [:]
      return object?.filter { known[$0.key] == nil }.allSatisfy { _, value in
        (other as? [String: Any]).map { accepts(value, $0) } ?? false
      } ?? true
    default:
      Issue.record("The validator does not know \(keyword)")
      return false
    }
  }

  private func kind(_ value: Any) -> String {
    switch value {
    case is [String: Any]: "object"
    case is [Any]: "array"
    case is String: "string"
    case is NSNull: "null"
    case let number as NSNumber: isFlag(number) ? "boolean" : "number"
    default: "unknown"
    }
  }

  /// Numbers and flags are one class in Foundation, told apart by the type they were made of.
  private func isFlag(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
