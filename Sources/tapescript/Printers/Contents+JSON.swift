import JSON
import Transcript

extension Contents {
  /// As `docs/cli.md` describes it; times in seconds.
  var json: JSONValue {
    .object([
      ("notation", .string(notation)),
      ("title", .string(orNull: title)),
      ("sections", .array(sections.map(\.json))),
      ("speakers", .array(speakers.map(\.json))),
      ("segments", .integer(segments)),
      ("turns", .integer(turns)),
      ("words", .integer(words)),
      ("first", .seconds(orNull: first)),
      ("last", .seconds(orNull: last)),
    ])
  }
}

extension Contents.Section {
  fileprivate var json: JSONValue {
    .object([
      ("title", .string(orNull: title)),
      ("level", .integer(level)),
      ("line", .integer(line)),
      ("start", .seconds(orNull: start)),
      ("end", .seconds(orNull: end)),
      ("segments", .integer(segments)),
      ("words", .integer(words)),
      ("speakers", .array(speakers.map(JSONValue.string))),
    ])
  }
}

extension Contents.Speaker {
  fileprivate var json: JSONValue {
    .object([
      ("name", .string(name)), ("segments", .integer(segments)), ("turns", .integer(turns)), ("words", .integer(words)),
    ])
  }
}
