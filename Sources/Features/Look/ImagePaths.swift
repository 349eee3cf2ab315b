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
      guard part.kind == .value, part.quoting.isYAML, part.quoting != .other, part.length <= longest else { continue }
      let range = reading.range(of: part, in: block)
      guard hasImageEnding(reading.text.bytes[range]) else { continue }
      paths.append(ImagePath(range: range, path: reading.string(of: part, in: block)))
    }
  }
  paths += imageTargets(in: reading.text.bytes).map { ImagePath(range: $0, path: reading.text.string($0)) }
  return paths.filter { !$0.path.contains("://") }
}

/// In bytes. No file has a longer path.
private let longest = 1_000

private let endings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"].map { Array($0.utf8) }

private func hasImageEnding(_ path: ArraySlice<UInt8>) -> Bool {
  endings.contains { ending in
    path.count > ending.count && path.suffix(ending.count).map(Ascii.lowercased) == ending
  }
}

/// Where the targets of `![…](…)` stand, in bytes. Source: CommonMark 0.31, 6.4.
private func imageTargets(in bytes: [UInt8]) -> [Range<Int>] {
  bytes.withUnsafeBufferPointer { bytes in
    var found: [Range<Int>] = []
    var from = 0
    while let mark = bytes[from...].firstIndex(of: UInt8(ascii: "!")) {
      from = mark + 1
      guard from < bytes.count, bytes[from] == UInt8(ascii: "["),
        let close = bytes[from..<min(bytes.count, from + longest)].firstIndex(where: {
          $0 == UInt8(ascii: "]") || Ascii.isLineEnd($0)
        }), close + 1 < bytes.count, bytes[close] == UInt8(ascii: "]"), bytes[close + 1] == UInt8(ascii: "(")
      else { continue }
      let rest = bytes[(close + 2)..<min(bytes.count, close + 2 + longest)]
      let isEnclosed = rest.first == UInt8(ascii: "<")
      let path = rest.dropFirst(isEnclosed ? 1 : 0).prefix { byte in
        isEnclosed ? byte != UInt8(ascii: ">") && !Ascii.isLineEnd(byte) : byte > 0x20 && byte != UInt8(ascii: ")")
      }
      from = path.endIndex
      if hasImageEnding(Array(path)[...]) { found.append(path.startIndex..<path.endIndex) }
    }
    return found
  }
}
