import Features
import JSON
import Transcript

/// Each transcript with its numbers, and all of them together, as `docs/cli.md` describes it.
func episodesJSON(_ episodes: [CountedEpisode]) -> JSONValue {
  .object([("transcripts", .array(episodes.map(\.json))), ("all", Sum(episodes).json)])
}

extension CountedEpisode {
  fileprivate var json: JSONValue {
    let passages = uncertain.map { passage in
      JSONValue.object([
        ("text", .string(passage.text)), ("line", .integer(passage.line)), ("column", .integer(passage.column)),
        ("time", .seconds(orNull: passage.time)),
      ])
    }
    return .object([
      ("file", .string(name)), ("notation", .string(notation)), ("title", .string(orNull: statistics.title)),
      ("first", .seconds(orNull: statistics.stretch?.start)), ("last", .seconds(orNull: statistics.stretch?.end)),
      ("length", .number(statistics.stretch?.seconds ?? 0)), ("segments", .integer(statistics.segments)),
      ("turns", .integer(statistics.turns)), ("words", .integer(statistics.words)), ("pace", .pace(statistics.pace)),
      ("speakers", .array(statistics.speakers.map(json))), ("sections", .array(statistics.sections.map(json))),
      ("uncertain", .array(passages)), ("longestStretch", .stretch(orNull: statistics.longestStretch)),
    ])
  }

  private func json(_ speaker: Statistics.Speaker) -> JSONValue {
    .object([
      ("name", .string(orNull: speaker.name)), ("words", .integer(speaker.words)),
      ("share", .integer(statistics.share(of: speaker))), ("turns", .integer(speaker.turns)),
      ("seconds", .number(speaker.seconds)),
    ])
  }

  private func json(_ section: Statistics.Section) -> JSONValue {
    .object([
      ("title", .string(orNull: section.title)), ("start", .seconds(orNull: section.stretch?.start)),
      ("end", .seconds(orNull: section.stretch?.end)), ("words", .integer(section.words)),
    ])
  }
}

extension Sum {
  fileprivate var json: JSONValue {
    let speakers = self.speakers.map { speaker in
      JSONValue.object([
        ("name", .string(speaker.name)), ("words", .integer(speaker.words)), ("share", .integer(share(of: speaker))),
        ("turns", .integer(speaker.turns)), ("transcripts", .integer(speaker.transcripts)),
      ])
    }
    return .object([
      ("transcripts", .integer(transcripts)), ("length", .number(length)), ("segments", .integer(segments)),
      ("turns", .integer(turns)), ("words", .integer(words)), ("pace", .pace(pace)), ("speakers", .array(speakers)),
      ("sections", .integer(sections)), ("uncertain", .integer(uncertain)),
      ("longestStretch", .stretch(orNull: longestStretch)),
    ])
  }
}

extension JSONValue {
  /// In whole words a minute.
  fileprivate static func pace(_ pace: Double?) -> JSONValue { pace.map { .integer(Int($0.rounded())) } ?? .null }

  fileprivate static func stretch(orNull stretch: Statistics.Stretch?) -> JSONValue {
    stretch.map { .object([("start", .number($0.start.seconds)), ("end", .number($0.end.seconds))]) } ?? .null
  }
}
