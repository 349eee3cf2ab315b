import Configuration
import Formats
import SourceText
import Transcript

/// A relative path that stands in a text: the destination of a link, or a value of metadata.
struct PathInText {
  let path: RelativePath
  let spelling: LinkSpelling
  /// In bytes of the text.
  let range: Range<Int>
  /// Nil for a link.
  let value: MetadataValue?

  /// All of a text that is a transcript or may have links by its name; empty for others.
  static func all(in file: TranscriptFile, at path: String) -> [PathInText] {
    guard file.reading != nil || TextFile.promises(path) else { return [] }
    let links = MarkdownLinks.destinations(in: file.text.bytes).compactMap { destination -> PathInText? in
      let spelling = LinkSpelling.markdown(inAngles: destination.isInAngles)
      return spelling.path(file.text.bytes[destination.range]).map {
        PathInText(path: $0, spelling: spelling, range: destination.range, value: nil)
      }
    }
    let values = file.metadata?.allValues.compactMap { value -> PathInText? in
      guard let path = LinkSpelling.value.path(value.text.utf8), path.namesFile else { return nil }
      return PathInText(path: path, spelling: .value, range: value.range, value: value)
    }
    return links + (values ?? [])
  }
}

extension TranscriptFile {
  /// The text read for its metadata; nil where it has none.
  var metadata: Reading? {
    if let reading, reading.blocks.count(of: .metadata) > 0 { return reading }
    // A page without a transcript has metadata, too.
    guard text.bytes.starts(with: "---".utf8) else { return nil }
    return Notations.builtIn.format(named: Notations.frontMatter).map { Document(text, format: $0).reading }
  }
}

extension Reading {
  /// All values of the metadata, in the order of the text.
  fileprivate var allValues: [MetadataValue] {
    blocks.indices.filter { blocks[$0].kind == .metadata }.flatMap { values(of: $0) }
  }
}

extension RelativePath {
  /// Whether it ends in the name of a file with an ending. Another word of metadata may be the name of a folder by chance.
  fileprivate var namesFile: Bool {
    guard !endsWithSlash, let name = steps.last?.name, let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")),
      dot > name.startIndex
    else { return false }
    let ending = name.utf8[dot...].dropFirst()
    return !ending.isEmpty && ending.allSatisfy { Ascii.isLetter($0) || Ascii.isDigit($0) }
  }
}
