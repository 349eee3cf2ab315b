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
      else {
        continue
      }
      paths.append(ImagePath(range: reading.range(of: part, in: block), path: reading.string(of: part, in: block)))
    }
  }
  paths += MarkdownLinks.destinations(in: reading.text.bytes).filter(\.isImage).map {
    ImagePath(range: $0.range, path: reading.text.string($0.range))
  }
  return paths.filter { isImage($0.path) && !$0.path.contains("://") }
}

private func isImage(_ path: String) -> Bool {
  guard let dot = path.lastIndex(of: "."), dot > path.startIndex else { return false }
  return MediaEndings.images.contains(path[path.index(after: dot)...].lowercased())
}
