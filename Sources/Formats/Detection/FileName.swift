/// What the name of a file and the language id of an editor say about what is in it.
struct FileName {
  /// `page` in `episode.page.txt`; nil where nothing stands between the name and its ending, and where the ending itself says it,
  /// as in `episode.srt.vtt`.
  let innerEnding: String?
  /// `webvtt` for a name that ends in `.vtt`; nil for an ending that says nothing about the notation.
  let endingNotation: String?
  /// The notation in a language id such as `transcript-page`.
  let notation: String?
  /// Endings of files that are written in one notation only.
  private static let notations = ["vtt": "webvtt", "srt": "srt"]
  /// Language ids that editors have for notations of cues.
  private static let cueLanguages: Set<String> = ["webvtt", "vtt", "srt", "subrip"]

  private static let synonyms = ["vtt": "webvtt", "subrip": "srt"]

  /// Whether it holds data for programs: the same lines that are front matter in a page are a record here.
  let isData: Bool
  /// Whether blanks at the beginning of a line mean nothing: neither Markdown nor the code of a program.
  let isPlainText: Bool

  init(_ path: String, languageID: String?) {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path[...]
    let (stem, last) = Self.split(name)
    let ending = last?.lowercased() ?? ""
    innerEnding = last == nil || Self.notations[ending] != nil ? nil : Self.split(stem).ending.map(String.init)
    let language = languageID.map { $0.hasPrefix("transcript-") ? String($0.dropFirst(11)) : Self.synonyms[$0] ?? $0 }
    let isNotation = languageID.map { $0.hasPrefix("transcript-") || Self.cueLanguages.contains($0) } ?? false
    notation = isNotation ? language : nil
    endingNotation = Self.notations[ending]
    isData = ["yml", "yaml"].contains(ending) || languageID == "yaml"
    isPlainText = ["", "txt", "text"].contains(ending) && languageID != "markdown"
  }

  /// What stands before the last point, and behind it.
  private static func split(_ name: Substring) -> (stem: Substring, ending: Substring?) {
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return (name, nil) }
    return (name[..<point], name[name.utf8.index(after: point)...])
  }
}
