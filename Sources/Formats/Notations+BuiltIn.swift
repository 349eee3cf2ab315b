import Transcript

extension Notations {
  /// Those that are built in, in the order in which they are tried: of two that explain a text as well, the first.
  ///
  /// Each is one line of data: how a segment is written, and what the template cannot say. One is named by the tool that
  /// writes it where there is one, otherwise by an archive or by what it looks like.
  static let builtInParagraphs: [Notation] = [
    Notation("page", "{speaker}: {text} ({time})", traits: .init(continues: false, headings: .bare)),
    Notation("blog", "[{time}] {speaker}: {text}", traits: .init(times: .padded)),
    Notation(captions, "{time} {text}"),

    // Markdown
    Notation(
      "changelog", #"**{speaker}:** \[{time?}\] {text}"#, #"**{speaker}**: \[{time?}\] {text}"#,
      traits: .init(
        headings: .marked, sectionLabels: ["Break"], inlineTime: TimeMarks(#"\[{time}\]"#),
        times: TimeSpelling(.fromTheFirst, hourDigits: 2, minuteDigits: 2))),
    Notation(
      "se-unlocked", "**{speaker?}:** [{time}] {text}", "[{time}] **{speaker?}:** {text}", "[{time}]\n**{speaker}:** {text}",
      traits: .init(wraps: true, wrapColumn: 80, headings: .marked, times: .padded)),
    Notation(
      "descript", "[{time}] **{speaker?}:** {text}",
      traits: .init(wraps: true, wrapColumn: 80, headings: .marked, titleTime: TimeMarks("[{time}]"), times: .padded)),
    Notation(
      "ergo", "[{time}] **{speaker}**: {text}", "[{time}] {speaker=SPEAKER_#}: {text}",
      traits: .init(headings: .marked, times: TimeSpelling(.fromTheFirst, minuteDigits: 2))),
    Notation("rustacean", "__{speaker}__: {text}", traits: .init(wraps: true, wrapColumn: 80, headings: .marked)),
    Notation("ladybug", "**{speaker}** [{time}]\n{text}", "**{speaker}** [{time}] {text}", traits: .init(headings: .marked)),
    Notation(
      "bold-time", "**[{time}] {speaker}:** {text}",
      traits: .init(headings: .marked, times: TimeSpelling(.fromTheFirst, minuteDigits: 2))),

    // A line with the speaker and the time, and below it what was said
    Notation("rev", "{speaker?} ({time}):\n{text}", traits: .init(headings: .marked, times: .padded)),
    Notation(
      "bitcoin", "{speaker}: {time}\n{text}", "{speaker}: {text}",
      traits: .init(wraps: true, headings: .marked, beginsAtOnce: true, isSpread: true, times: .padded)),
    Notation("otter", "{speaker}  {time}\n{text}", traits: .init(closings: ["Transcribed by https://otter.ai"])),
    Notation("word", "[{time}]\n{speaker}\n{text}"),

    // Without times
    Notation("manifest", "{speaker}: {text}", traits: .init(textColumn: 20)),
  ]
}

extension TimeSpelling {
  /// `00:01:05`.
  fileprivate static let padded = TimeSpelling(.always, hourDigits: 2, minuteDigits: 2)
}
