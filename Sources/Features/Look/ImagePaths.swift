import SourceText
import Transcript

/// An image that a text refers to by a path.
struct ImagePath {
  /// In bytes of the text.
  var range: Range<Int>
  /// As written: relative to the file, or to the root of the site.
  var path: String
}

/// The paths of images, in values such as `image: images/rope.jpg` and in Markdown, `![The rope](rope.jpg)`. Addresses on the
/// web are left out.
func imagePaths(_ reading: Reading) -> [ImagePath] {
  var paths: [ImagePath] = []
  for block in reading.blocks.indices {
    for part in reading.blocks.parts(of: block) {
      guard part.kind == .value, part.quoting.isYAML, part.quoting != .other, part.length <= MarkdownLinks.longest
      else { continue }
      let range = reading.range(of: part, in: block)
      guard endsAsImage(reading.text.bytes[range]) else { continue }
      paths.append(ImagePath(range: range, path: reading.string(of: part, in: block)))
    }
  }
  for destination in MarkdownLinks.destinations(in: reading.text.bytes) where destination.isImage {
    guard endsAsImage(reading.text.bytes[destination.range]) else { continue }
    paths.append(ImagePath(range: destination.range, path: reading.text.string(destination.range)))
  }
  return paths.filter { !$0.path.contains("://") }
}

/// Told by the bytes, since a text has many values and few images.
private func endsAsImage(_ path: ArraySlice<UInt8>) -> Bool {
  guard let dot = path.suffix(longestEnding).lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex else {
    return false
  }
  return MediaEndings.images.contains(String(decoding: path[(dot + 1)...].map(Ascii.lowercased), as: UTF8.self))
}

/// With its full stop, in bytes.
private let longestEnding = 1 + (MediaEndings.images.map(\.utf8.count).max() ?? 0)
