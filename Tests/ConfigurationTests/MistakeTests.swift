import Configuration
import SourceText
import Testing

/// What is wrong in a configuration, where, and what was probably meant. The stretch at fault stands between « and ».
@Suite struct MistakeTests {
  @Test(arguments: [
    (#"{«"rule"»: {}}"#, "There is no “rule” in the configuration; did you mean “rules”?"),
    (#"{«"failon"»: "error"}"#, "There is no “failon” in the configuration; did you mean “failOn”?"),
    (#"{"failOn": «"warn"»}"#, "failOn cannot be “warn”; did you mean “warning”?"),
    (#"{"failOn": «"never"»}"#, "failOn cannot be “never”; there are error, warning, information, hint"),
    (#"{"failOn": «1»}"#, "failOn must be a string, not a number"),
    (#"{"failOn": "error", «"failOn"»: "hint"}"#, "“failOn” stands here twice"),
    (#"{"rules": {«"time-ordr"»: "off"}}"#, "There is no rule “time-ordr”; did you mean “time-order”?"),
    (#"{"rules": {«"zebra"»: "off"}}"#, "There is no rule “zebra”"),
    (#"{"rules": «["time-order"]»}"#, "rules must be an object, not a list"),
    (
      #"{"rules": {"time-order": «false»}}"#,
      "time-order must be a severity, “on”, “off”, or an object with options, not true or false"
    ),
    (
      #"{"rules": {"time-order": «"eror"»}}"#,
      "The severity of time-order cannot be “eror”; did you mean “error”?"
    ),
    (
      #"{"rules": {"time-order": {«"sevrity"»: "error"}}}"#,
      "There is no “sevrity” in time-order; did you mean “severity”?"
    ),
    (#"{"notations": {"*.txt": «"capitons"»}}"#, "A notation cannot be “capitons”; did you mean “captions”?"),
    (#"{"notations": {«"!"»: "captions"}}"#, "This pattern matches nothing"),
    (
      #"{"notations": {"ours": "é\u00e9 <{speaker}> «{txt}»"}}"#,
      "This is no template: there is no field {txt}; there are {id}, {time}, {end}, {time-in-words}, {speaker}, {text}"
    ),
    (
      #"{"notations": {"ours": "\ud83c\udfb8 {time}«{text}»"}}"#,
      "This is no template: nothing stands between two fields, so nobody can tell where one ends"
    ),
    (
      #"{"notations": {"ours": "{time} {text}«!»"}}"#,
      "This is no template: these marks stand beside no field but {text}, so nobody can tell them from it"
    ),
    (
      #"{"notations": {«"page"»: "{time} {text}"}}"#,
      "“page” is a notation that is built in; choose another name for this one"
    ),
    (
      #"{"notations": {«"our own"»: "{time} {text}"}}"#,
      "The name of a notation has letters, digits, - and _, since it stands in names of files (episode.ours.txt)"
    ),
    (
      #"{"notations": {"ours": "@{time} {text}", "*.txt": «"our"»}}"#,
      "A notation cannot be “our”; did you mean “ours”?"
    ),
    (#"{"exclude": ["a", «2»]}"#, "exclude must be a string, not a number"),
    (#"{"overrides": «{}»}"#, "overrides must be a list, not an object"),
    (#"{"overrides": [«{»"rules": {}}]}"#, "An override must say for which “files” it is"),
    (
      #"{"overrides": [{"files": "*", «"excludes"»: "a"}]}"#,
      "There is no “excludes” in an override; there are files, notation, rules, speakers, glossary, people, media, siblings, chapters, profile, failOn"
    ),
    (#"{"speakers": [«{»"aliases": ["Ida"]}]}"#, "A speaker lacks “name”"),
    (#"{"speakers": [{"name": «""»}]}"#, "name must not be empty"),
    (#"{"speakers": [{"name": "Ida", "host": «"yes"»}]}"#, "host must be true or false, not a string"),
    (#"{"speakers": [«7»]}"#, "A speaker must be a name or an object, not a number"),
    (#"{"glossary": {"Jiro": «null»}}"#, "The right spelling of “Jiro” must be a string, not null"),
    (#"{"people": «{»"files": "p/*"}}"#, "people lacks “key”"),
    (
      #"{"media": «"https://a/b.mp3"»}"#,
      "media needs a placeholder that differs between episodes, such as {stem} or {youtube}"
    ),
    (#"{"media": «"{stem}.mp3"»}"#, "media must be an address that begins with https:// or http://"),
    (#"{"chapters": [«"a.txt"»]}"#, "chapters needs {stem}, the name of the file without its ending"),
    (#"{"siblings": [«"a.srt"»]}"#, "siblings needs {stem}, the name of the file without its ending"),
    (#"{"profile": «"strict"»}"#, "profile cannot be “strict”; there are standard, everything, certain"),
    (#"«[]»"#, "the configuration must be an object, not a list"),
    (#"«»"#, "not JSON: a value is missing"),
    ("{\n  \"failOn\" «\"error\"»\n}".replacing("«\"error\"»", with: "«\"»error\""), "not JSON: “:” is missing"),
    ("{\"failOn\": \"error\" «\"»exclude\": []}", "not JSON: “,” or “}” is missing"),
    ("{\"exclude\": [«\"a]}»\n", "not JSON: the string does not end on its line"),
    ("{\"failOn\": \"«\\x»\"}", "not JSON: unknown escape"),
    ("{\"failOn\": «eror»}", "not JSON: this is neither a number nor true, false or null"),
    ("{} «/*» never closed", "not JSON: the comment does not end"),
    ("{} «x»", "not JSON: nothing may follow the value"),
    ("{'failOn': 1}".replacing("'f", with: "«'»f"), "not JSON: a name in double quotes or “}” is missing"),
  ])
  func isFoundAndExplained(marked: String, message: String) throws {
    let bytes = Array(marked.utf8)
    let pieces = marked.split(separator: "«", omittingEmptySubsequences: false)
    let rest = pieces[1].split(separator: "»", omittingEmptySubsequences: false)
    let start = pieces[0].utf8.count
    let text = String(pieces[0] + rest[0] + rest[1])
    let mistakes = ConfigurationFile(Array(text.utf8)).mistakes
    try #require(mistakes.count == 1, "\(mistakes) in \(bytes.count) bytes")
    #expect(mistakes[0].message == message)
    #expect(mistakes[0].range == start..<(start + rest[0].utf8.count))
  }

  @Test func bracketsInBracketsDoNotExhaustTheStack() {
    let deep = ConfigurationFile(Array(repeating: UInt8(ascii: "["), count: 100_000))
    #expect(deep.mistakes.map(\.message) == ["not JSON: the brackets are nested too deeply"])
  }

  /// Any bytes can be read.
  @Test func cutAnywhere() {
    let whole = Array(
      #"{/* é */"rules": {"time-order": {"severity": "off"}}, "media": "http://\ud83d\udc1d{x}", }"#.utf8)
    #expect(ConfigurationFile(whole).mistakes == [])
    for end in whole.indices { #expect(!ConfigurationFile(Array(whole[..<end])).mistakes.isEmpty) }
  }
}
