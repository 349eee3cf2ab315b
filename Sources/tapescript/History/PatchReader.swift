/// Reads from the output of `git diff -U0` which lines of which files are new. Source: git-diff(1), "Generating patch
/// text".
struct PatchReader {
  private var rest: ArraySlice<UInt8>

  /// The new lines by path. Where lines were only removed, the two lines around them count as changed.
  static func lines(in patch: [UInt8]) -> [String: [ClosedRange<Int>]] {
    var reader = PatchReader(rest: patch[...])
    var changed: [String: [ClosedRange<Int>]] = [:]
    var name: String?
    while let line = reader.nextLine() {
      if line.starts(with: "diff ".utf8) {
        name = nil
      } else if line.starts(with: "+++ ".utf8) {
        name = path(line.dropFirst(4))
        if let name { changed[name] = [] }
      } else if line.starts(with: "rename to ".utf8) {
        // For a file that was only renamed nothing else follows.
        changed[written(line.dropFirst(10))] = []
      } else if let hunk = Hunk(line) {
        if let name { changed[name]!.append(hunk.changed) }
        // A line of the file may look like a header of the patch, so lines are counted.
        for _ in 0..<(hunk.removed + hunk.added) { reader.skipContent() }
      }
    }
    return changed
  }

  private mutating func nextLine() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    return line
  }

  private mutating func skipContent() {
    _ = nextLine()
    // `\ No newline at end of file` belongs to the line before it.
    if rest.first == UInt8(ascii: "\\") { _ = nextLine() }
  }

  private struct Hunk {
    var removed: Int
    var added: Int
    var changed: ClosedRange<Int>

    /// `@@ -12,3 +12,0 @@`; a count of one is left out.
    init?(_ line: ArraySlice<UInt8>) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 3).map { String(decoding: $0, as: UTF8.self) }
      guard words.count > 3, words[0] == "@@", let old = Self.numbers(words[1]), let new = Self.numbers(words[2]) else {
        return nil
      }
      (removed, added) = (old.count, new.count)
      changed = added > 0 ? new.start...(new.start + added - 1) : new.start...(new.start + 1)
    }

    private static func numbers(_ word: String) -> (start: Int, count: Int)? {
      let numbers = word.dropFirst().split(separator: ",").map { Int($0) }
      guard let start = numbers.first ?? nil else { return nil }
      return (start, numbers.count > 1 ? numbers[1] ?? 1 : 1)
    }
  }

  /// `b/ferry.md`. A name with blanks has a tab behind it, and one with unusual characters stands in quotes. Nil for a
  /// file that was deleted.
  private static func path(_ line: ArraySlice<UInt8>) -> String? {
    let name = written(line)
    return name.hasPrefix("b/") ? String(name.dropFirst(2)) : nil
  }

  private static func written(_ name: ArraySlice<UInt8>) -> String {
    var name = name
    if name.last == UInt8(ascii: "\t") { name.removeLast() }
    if name.first == UInt8(ascii: "\"") { name = unquoted(name.dropFirst().dropLast())[...] }
    return String(decoding: name, as: UTF8.self)
  }

  private static func unquoted(_ quoted: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = quoted
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let escape = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      if (0x30...0x37).contains(escape) {
        let digits = [escape] + rest.prefix(2)
        rest = rest.dropFirst(2)
        bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }))
      } else {
        bytes.append(escapes[escape] ?? escape)
      }
    }
    return bytes
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "v"): 11,
    UInt8(ascii: "f"): 12, UInt8(ascii: "r"): 13,
  ]
}
