import Configuration
import Formats
import JSON
import Rules

/// The JSON Schema of `tapescript.json`, for completion and help in editors. It is made from what the decoder accepts.
/// Source: JSON Schema 2020-12.
enum Schema {
  static var root: JSONValue {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Configuration of Tapescript")), ("type", .string("object")),
      // Only editors with the JSON service of VS Code know these two.
      ("allowComments", .bool(true)), ("allowTrailingCommas", .bool(true)),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        properties(
          Key.file.map { ($0, property($0)) })
      ),
      (
        "$defs",
        .object([
          ("text", .object([("type", .string("string")), ("minLength", .integer(1))])),
          ("texts", anyOf([reference("text"), list(of: reference("text"))])),
          (
            "episodePath",
            .object([
              ("type", .string("string")), ("pattern", .string("\\{stem\\}")), ("maxLength", .integer(Limit.pathBytes)),
            ])
          ),
          ("episodePaths", anyOf([reference("episodePath"), list(of: reference("episodePath"), atMost: Limit.paths)])),
          ("severity", words(Severity.allCases.map(\.name))),
          ("switch", words(Severity.allCases.map(\.name) + Key.switches)),
          (
            "notation",
            anyOf([
              words(Notations.builtIn.names),
              .object([("type", .string("string")), ("pattern", .string("^[A-Za-z0-9_-]{1,40}$"))]),
            ])
          ),
          (
            "template",
            .object([
              ("type", .string("string")), ("pattern", .string("\\{text\\}")),
              ("maxLength", .integer(Template.mostBytes)),
            ])
          ),
          ("rules", object(Rule.all.map { ($0.id, schema(of: $0)) })),
          (
            "speaker",
            anyOf([
              reference("text"),
              object(
                [
                  ("name", reference("text")), ("aliases", reference("texts")),
                  ("host", .object([("type", .string("boolean"))])),
                ], required: ["name"]),
            ])
          ),
        ])
      ),
    ])
  }

  private static func property(_ key: String) -> JSONValue {
    switch key {
    case "$schema": describe("The address of this schema.", reference("text"))
    case "extends":
      describe(
        "Configurations whose settings apply unless this one overrides them; paths are relative to this file.",
        reference("texts"))
    case "exclude":
      describe(
        "Files to leave out when directories are searched, and in editors; patterns as in a .gitignore.",
        reference("texts"))
    case "notations":
      describe(
        "The notation of files: a pattern as the key, a notation as the value. And notations of your own: a name as the key, a template as the value, such as \"ours\": \"<{speaker}> {text} @{time}\".",
        .object([
          ("type", .string("object")), ("additionalProperties", anyOf([reference("template"), reference("notation")])),
        ]))
    case "overrides":
      describe(
        "Settings for some files only; later ones override earlier ones.",
        list(of: object(Key.override.map { ($0, property($0)) }, required: ["files"])))
    case "files": describe("Patterns as in a .gitignore.", reference("texts"))
    case "notation": describe("The notation of these files.", reference("notation"))
    case "rules": describe("A severity, on, off, or an object with options for each rule.", reference("rules"))
    case "speakers": describe("The speakers of these transcripts.", list(of: reference("speaker")))
    case "glossary":
      describe(
        "Spellings that are always wrong, each with the right one.",
        .object([
          ("type", .string("object")), ("propertyNames", reference("text")),
          ("additionalProperties", reference("text")),
        ]))
    case "people":
      describe(
        "Files with the names of people, and the key of their front matter that holds the name.",
        object([("files", reference("texts")), ("key", reference("text"))], required: Key.people))
    case "media":
      describe(
        "The address at which the recording is played, for hover on a time: with {stem}, {seconds} and keys of the front matter.",
        .object([
          ("type", .string("string")), ("pattern", .string("^https?://.*\\{")),
          ("maxLength", .integer(Limit.pathBytes)),
        ]))
    case "siblings":
      describe(
        "Other transcripts of the episode, relative to the transcript, with {stem}; by default those of the same name.",
        reference("episodePaths"))
    case "chapters":
      describe(
        "Lists of the episode's chapters, a time and a title on each line, relative to the transcript, with {stem}.",
        reference("episodePaths"))
    case "profile":
      describe(
        Profile.all.map { "\($0.name): \($0.about)" }.joined(separator: " "), words(Profile.all.map(\.name)))
    case "cues":
      describe(
        "Whose numbers captions should keep to: lines and their length, reading speed, shortest and longest time, gaps.",
        words(Key.cues))
    default: describe("The lowest severity that makes a check fail.", reference("severity"))
    }
  }

  private static func schema(of rule: Rule) -> JSONValue {
    let options = rule.options.map { option in
      let type: JSONValue =
        switch option.standard {
        case .number:
          .object([
            ("type", .string("number")), ("minimum", .number(Rule.Option.numbers.lowerBound)),
            ("maximum", .number(Rule.Option.numbers.upperBound)),
          ])
        case .flag: .object([("type", .string("boolean"))])
        case .words: reference("texts")
        }
      return (option.name, describe(option.about, type))
    }
    let about = "\(rule.summary) \(rule.why)"
    return describe(about, anyOf([reference("switch"), object([("severity", reference("switch"))] + options)]))
  }

  private static func properties(_ members: [(String, JSONValue)]) -> JSONValue {
    .object(members.map { ($0.0, $0.1) })
  }

  private static func object(_ members: [(String, JSONValue)], required: [String] = []) -> JSONValue {
    let required = required.isEmpty ? [] : [("required", JSONValue.array(required.map { .string($0) }))]
    return .object(
      [("type", .string("object"))] + required
        + [("additionalProperties", .bool(false)), ("properties", properties(members))])
  }

  private static func list(of items: JSONValue, atMost count: Int? = nil) -> JSONValue {
    .object([("type", .string("array")), ("items", items)] + (count.map { [("maxItems", .integer($0))] } ?? []))
  }

  private static func words(_ words: [String]) -> JSONValue { .object([("enum", .array(words.map { .string($0) }))]) }

  private static func anyOf(_ choices: [JSONValue]) -> JSONValue { .object([("anyOf", .array(choices))]) }

  private static func reference(_ name: String) -> JSONValue { .object([("$ref", .string("#/$defs/\(name)"))]) }

  private static func describe(_ description: String, _ schema: JSONValue) -> JSONValue {
    .object([("description", .string(description))] + (schema.members ?? []).map { ($0.name, $0.value) })
  }
}
