import SourceText

extension Reading {
  /// The title of the episode: the one in its metadata, or else a heading of Markdown above the transcript, if the text begins with
  /// one.
  public var title: String? { metadata("title") ?? firstHeading }

  /// In bytes; what is longer is a paragraph above a line.
  private static let longestTitle = 120

  /// `# The lamp shop`, or the same underlined.
  private var firstHeading: String? {
    guard let block = blocks.indices.first(where: { blocks[$0].kind != .metadata && !content(of: $0).isEmpty }),
      kind(of: block) == .prose
    else { return nil }
    let number = text.line(at: content(of: block).lowerBound)
    let line = text.content(ofLine: number)
    let isMarked = line.lowerBound == 0 && text.bytes.starts(with: Text.byteOrderMark)
    var title = text.string(line.dropFirst(isMarked ? Text.byteOrderMark.count : 0))[...]
    if title.hasPrefix("# ") {
      title = title.dropFirst(2)
    } else {
      guard line.count <= Self.longestTitle, number + 1 < text.lineCount, isUnderline(text.content(ofLine: number + 1))
      else { return nil }
    }
    while title.first?.isWhite ?? false { title.removeFirst() }
    while title.last?.isWhite ?? false { title.removeLast() }
    return title.isEmpty ? nil : String(title)
  }

  /// Whether a line is nothing but `===` or `---`.
  private func isUnderline(_ line: Range<Int>) -> Bool {
    guard line.count >= 3, let mark = line.first.map({ text.bytes[$0] }) else { return false }
    return (mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-")) && line.allSatisfy { text.bytes[$0] == mark }
  }
}
