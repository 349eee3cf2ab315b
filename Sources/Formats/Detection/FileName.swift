/// What the name of a file and the language id of an editor say about what is in it.
struct FileName {
  /// `page` in `episode.page.txt`; nil where nothing stands between the name and its ending.
  let innerEnding: String?
  /// The notation in a language id such as `transcript-page`.
  let notation: String?
  /// Whether it holds data for programs: the same lines that are front matter in a page are a record here.
  let isData: Bool
  /// Whether blanks at the beginning of a line mean nothing: neither Markdown nor the code of a program.
  let isPlainText: Bool

  init(_ path: String, languageID: String?) {
    let pieces = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    let ending = pieces.count > 1 ? pieces[pieces.count - 1].lowercased() : ""
    innerEnding = pieces.count > 2 ? String(pieces[pieces.count - 2]) : nil
    notation = languageID.flatMap { $0.hasPrefix("transcript-") ? String($0.dropFirst(11)) : nil }
    isData = ["yml", "yaml"].contains(ending) || languageID == "yaml"
    isPlainText = ["", "txt", "text"].contains(ending) && languageID != "markdown"
  }
}
