import Transcript

extension Notations {
  /// Those that are built in, in the order in which they are tried: of two that explain a text as well, the first.
  ///
  /// Each is one line of data: how a segment is written, and what the template cannot say. One is named by the tool that
  /// writes it where there is one, otherwise by an archive or by what it looks like.
  static let builtInParagraphs: [Notation] = onOneLine + inMarkdown + onSeveralLines + withoutTimes

  private static let onOneLine: [Notation] = [
    Notation("page", "{speaker}: {text} ({time})", traits: .init(continues: false, headings: .bare)),
    Notation("blog", "[{time}] {speaker}: {text}", traits: .init(times: .padded)),
    Notation(captions, "{time} {text}"),
    Notation("zoom", "{time} {speaker}: {text}", traits: .init(times: .padded)),
    Notation("time-behind", "{speaker}: {text} [{time}]"),
    Notation("sonix", "{speaker}: [{time}] {text}", traits: .init(times: .padded)),
    Notation("bracketed", "[{time}] {text}"),
    Notation("brackets", "[{speaker}] [{time}] {text}", traits: .init(times: .padded)),
    Notation("ranges", "{speaker}: [{time} - {end}] {text}", traits: .init(times: .fractional)),
    Notation("voices", "{time} <v {speaker}>{text}", traits: .init(times: .padded)),
    Notation("nvivo", "{time}\t{speaker}:\t{text}", traits: .init(times: .padded)),
    Notation("rev-ai", "{speaker}    {time}    {text}", traits: .init(isDense: true, times: .padded)),
    Notation("whisper", "[{time} --> {end}]  {text}", traits: .init(times: .short)),
    Notation(
      "ccextractor", "{time}|{end}|POP|{text}", "{time}|{end}|RU2|{text}", "{time}|{end}|RU3|{text}",
      "{time}|{end}|RU4|{text}", "{time}|{end}|PAI|{text}",
      traits: .init(
        times: TimeSpelling(
          .always, hourDigits: 2, minuteDigits: 2, fractionDigits: 3, decimalMark: UInt8(ascii: ",")))),
  ]

  private static let inMarkdown: [Notation] = [
    Notation(
      "changelog", #"**{speaker?}:** \[{time?}\] {text}"#, #"**{speaker?}**: \[{time?}\] {text}"#,
      "**{speaker?}:** [{time?}] {text}",
      traits: .init(
        headings: .marked, sectionLabels: ["Break"], inlineTime: TimeMarks(#"\[{time}\]"#), times: .short)),
    Notation(
      "se-unlocked", "**{speaker?}:** [{time}] {text}", "[{time}] **{speaker?}:** {text}",
      "[{time}]\n**{speaker}:** {text}",
      traits: .init(wraps: true, wrapColumn: 80, headings: .marked, times: .padded)),
    Notation(
      "descript", "[{time}] **{speaker?}:** {text}",
      traits: .init(wraps: true, wrapColumn: 80, headings: .marked, titleTime: TimeMarks("[{time}]"), times: .padded)),
    Notation(
      "ergo", "[{time}] **{speaker}**: {text}", "[{time}] {speaker=SPEAKER_#}: {text}",
      traits: .init(headings: .marked, times: .short)),
    Notation(
      "rustacean", "__{speaker}__: {text}",
      traits: .init(wraps: true, wrapColumn: 80, headings: .marked, announcedBy: ["episode"])),
    Notation(
      "ladybug", "**{speaker}** [{time}]\n{text}", "**{speaker}** [{time}] {text}", "[{time}] **{speaker}** {text}",
      traits: .init(wraps: true, headings: .marked)),
    Notation("bold-time", "**[{time}] {speaker}:** {text}", traits: .init(headings: .marked, times: .short)),
  ]

  private static let onSeveralLines: [Notation] = [
    Notation("rev", "{speaker?} ({time}):\n{text}", traits: .init(headings: .marked, times: .padded)),
    Notation(
      "riverside", "{speaker} ({time})\n{text}",
      traits: .init(times: TimeSpelling(.fromTheFirst, minuteDigits: 2, fractionDigits: 3))),
    Notation(
      "bitcoin", "{speaker}: {time}\n{text}", "{speaker}: {text}",
      traits: .init(
        wraps: true, headings: .marked, beginsAtOnce: true, announcedBy: ["transcript_by"], isSpread: true,
        times: .padded)),
    Notation("otter", "{speaker}  {time}\n{text}", traits: .init(closings: ["Transcribed by https://otter.ai"])),
    Notation(
      "teams", "{speaker}   {time}\n{text}", traits: .init(isDense: true, closings: ["stopped transcription"])),
    Notation("word", "[{time}]\n{speaker}\n{text}"),
    Notation("podlove", "{speaker}\n{time}\n{text}", traits: .init(times: .padded)),
    Notation("fathom", "{time} - {speaker}\n{text}", traits: .init(textColumn: 2)),
    Notation("happy-scribe", "[{time}] - {speaker}\n{text}", traits: .init(times: .fractional)),
    Notation("zoom-captions", "[{speaker}] {time}\n{text}", traits: .init(times: .padded)),
    Notation("time-below", "{speaker}:\n[{time}] {text}"),
    Notation("time-above", "[{time}]\n{text}", traits: .init(isDense: false)),
    Notation("youtube", "{time}\n{text}", "{time}\n{time-in-words}\n{text}", "[{time}] {time-in-words} {text}"),
  ]

  private static let withoutTimes: [Notation] = [
    Notation("google-recorder", "[{speaker}]\n{text}"),
    Notation("whisperx", "[{speaker}]: {text}", traits: .init(isDense: true)),
    Notation(
      "minutes", "{SPEAKER}: {text}", "{SPEAKER}—{text}", traits: .init(wraps: true, wrapColumn: 80, headings: .marked)),
    Notation(
      "oral-history", "{speaker=Q|A}. {text}", "{SPEAKER}:\t{text}", traits: .init(wraps: true, headings: .marked)),
    Notation("labels", "{speaker}: {text}", traits: .init(headings: .marked)),
    Notation("manifest", "{speaker}: {text}", traits: .init(textColumn: 20)),
    Notation(
      "google-meet", "{speaker}: {text}",
      traits: .init(headings: .timeAlone, isDense: true, closings: ["Transcription ended after"], times: .padded)),
  ]
}

extension TimeSpelling {
  /// `01:05`, and from the first hour on `1:01:05`.
  fileprivate static let short = TimeSpelling(.fromTheFirst, minuteDigits: 2)
  /// `00:01:05`.
  fileprivate static let padded = TimeSpelling(.always, hourDigits: 2, minuteDigits: 2)
  /// `00:01:05.000`.
  fileprivate static let fractional = TimeSpelling(.always, hourDigits: 2, minuteDigits: 2, fractionDigits: 3)
}
