import Transcript

extension Contents {
  /// As `docs/cli.md` describes it; times in seconds.
  var json: JSON {
    .object([
      ("notation", .string(notation)),
      ("title", .string(orNull: title)),
      ("sections", .array(sections.map(\.json))),
      ("speakers", .array(speakers.map(\.json))),
      ("segments", .int(segments)),
      ("turns", .int(turns)),
      ("words", .int(words)),
      ("first", .seconds(orNull: first)),
      ("last", .seconds(orNull: last)),
    ])
  }
}

extension Contents.Section {
  fileprivate var json: JSON {
    .object([
      ("title", .string(orNull: title)),
      ("level", .int(level)),
      ("line", .int(line)),
      ("start", .seconds(orNull: span?.start)),
      ("end", .seconds(orNull: span?.end)),
      ("segments", .int(segments)),
      ("words", .int(words)),
      ("speakers", .array(speakers.map(JSON.string))),
    ])
  }
}

extension Contents.Speaker {
  fileprivate var json: JSON {
    .object([("name", .string(name)), ("segments", .int(segments)), ("turns", .int(turns)), ("words", .int(words))])
  }
}
