import Features
import Transcript

/// Each transcript with its numbers, and all of them together, as `docs/cli.md` describes it.
func episodesJSON(_ episodes: [CountedEpisode]) -> JSON {
  .object([("transcripts", .array(episodes.map(\.json))), ("all", Sum(episodes).json)])
}

extension CountedEpisode {
  fileprivate var json: JSON {
    let passages = uncertain.map { passage in
      JSON.object([
        ("text", .string(passage.text)), ("line", .int(passage.line)), ("column", .int(passage.column)),
        ("time", .seconds(orNull: passage.time)),
      ])
    }
    return .object([
      ("file", .string(name)), ("notation", .string(notation)), ("title", .string(orNull: statistics.title)),
      ("first", .seconds(orNull: statistics.stretch?.start)), ("last", .seconds(orNull: statistics.stretch?.end)),
      ("length", .number(statistics.stretch?.seconds ?? 0)), ("segments", .int(statistics.segments)),
      ("turns", .int(statistics.turns)), ("words", .int(statistics.words)), ("pace", .pace(statistics.pace)),
      ("speakers", .array(statistics.speakers.map(json))), ("sections", .array(statistics.sections.map(json))),
      ("uncertain", .array(passages)), ("longestStretch", .stretch(orNull: statistics.longestStretch)),
    ])
  }

  private func json(_ speaker: Statistics.Speaker) -> JSON {
    .object([
      ("name", .string(orNull: speaker.name)), ("words", .int(speaker.words)),
      ("share", .int(statistics.share(of: speaker))), ("turns", .int(speaker.turns)),
      ("seconds", .number(speaker.seconds)),
    ])
  }

  private func json(_ section: Statistics.Section) -> JSON {
    .object([
      ("title", .string(orNull: section.title)), ("start", .seconds(orNull: section.stretch?.start)),
      ("end", .seconds(orNull: section.stretch?.end)), ("words", .int(section.words)),
    ])
  }
}

extension Sum {
  fileprivate var json: JSON {
    let speakers = self.speakers.map { speaker in
      JSON.object([
        ("name", .string(speaker.name)), ("words", .int(speaker.words)), ("share", .int(share(of: speaker))),
        ("turns", .int(speaker.turns)), ("transcripts", .int(speaker.transcripts)),
      ])
    }
    return .object([
      ("transcripts", .int(transcripts)), ("length", .number(length)), ("segments", .int(segments)),
      ("turns", .int(turns)), ("words", .int(words)), ("pace", .pace(pace)), ("speakers", .array(speakers)),
      ("sections", .int(sections)), ("uncertain", .int(uncertain)),
      ("longestStretch", .stretch(orNull: longestStretch)),
    ])
  }
}

extension JSON {
  static func string(orNull text: String?) -> JSON { text.map(JSON.string) ?? .null }

  static func seconds(orNull time: Time?) -> JSON { time.map { .number($0.seconds) } ?? .null }

  /// In whole words a minute.
  fileprivate static func pace(_ pace: Double?) -> JSON { pace.map { .int(Int($0.rounded())) } ?? .null }

  fileprivate static func stretch(orNull stretch: Statistics.Stretch?) -> JSON {
    stretch.map { .object([("start", .number($0.start.seconds)), ("end", .number($0.end.seconds))]) } ?? .null
  }
}
