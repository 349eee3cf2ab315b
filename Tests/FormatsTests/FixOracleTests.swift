import Formats
import Foundation
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript
import Yams

/// What safe fixes make of front matter, seen by a reader of YAML that knows nothing of them.
struct FixOracleTests {
  @Test(
    "A reader of YAML finds the same items, keys and values, but for blanks, marks and times", arguments: UInt64(1)...40
  )
  func slips(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let source = try Repository.text("docs/examples/front-matter.md")
    let original = Text(Array(source.bytes.prefix(2_200)) + Array("\n---\n".utf8))
    var fixed = 0
    for _ in 0..<25 {
      var text = original
      for _ in 0..<Int.random(in: 1...3, using: &generator) { text.apply(.random(in: text, using: &generator)) }
      guard let result = mend(text), result.made > 0 else { continue }
      fixed += 1
      guard let before = tree(text) else {
        // What no reader of YAML can read is not for a safe fix to reinterpret: all its letters are still there.
        #expect(letters(text) == letters(result.reading.text), "\(show(text))\n=>\n\(show(result.reading.text))")
        continue
      }
      let after = tree(result.reading.text)
      #expect(after != nil, "\(show(text))\n=>\n\(show(result.reading.text))")
      #expect(
        Tree(before).isKept(in: Tree(after ?? [:])), "\(show(text))\n=>\n\(show(result.reading.text))")
    }
    #expect(fixed > 0)
  }

  private func mend(_ text: Text) -> FixLoop.Result? {
    guard let format = Detection.detect(text).format, format.name == "front-matter" else { return nil }
    let loop = FixLoop(.safe) {
      Detection.detect($0).format?.name == format.name ? Document($0, format: format).reading : nil
    } judge: {
      Judge.findings(in: $0)
    }
    return loop.run(Document(text, format: format).reading)
  }

  private func show(_ text: Text) -> String { text.string(0..<text.count) }

  /// Without the keys that a fix may add, and without the comments that it may take away.
  private func letters(_ text: Text) -> String {
    let lines = show(text).split(whereSeparator: \.isNewline).filter { !$0.contains("tapescript-ignore") }
    return lines.joined().replacing("sec", with: "").replacing("time", with: "").filter(\.isLetter)
  }

  /// The front matter, where there is one that can be read.
  private func tree(_ text: Text) -> [String: Any]? {
    let lines = show(text).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" }) else { return nil }
    return try? Yams.load(yaml: lines[1..<end].joined(separator: "\n")) as? [String: Any]
  }
}

/// What must be the same in two trees.
private struct Tree {
  typealias Entries = [String: String]

  /// What stands outside of the transcript.
  var metadata: Entries
  /// What the items say, without their times.
  var items: [Entries]

  init(_ tree: [String: Any]) {
    metadata = tree.filter { $0.key != "transcript" }.mapValues(Self.spelled)
    items = (tree["transcript"] as? [Any] ?? []).map { item in
      guard let entries = item as? [String: Any] else { return ["": Self.letters(Self.spelled(item))] }
      return entries.filter { $0.key != "sec" && $0.key != "time" }.reduce(into: [:]) { result, entry in
        let value = Self.spelled(entry.value)
        result[entry.key] = ["line", "header", "who"].contains(entry.key) ? Self.letters(value) : value
      }
    }
  }

  /// Whether all is there, in order; an item may be gone where the one before or behind it says as much.
  func isKept(in other: Tree) -> Bool {
    guard Self.isKept(metadata, in: other.metadata) else { return false }
    var rest = other.items[...]
    for (index, item) in items.enumerated() {
      if let next = rest.first, Self.isKept(item, in: next) {
        rest.removeFirst()
        continue
      }
      let neighbours = [index - 1, index - 2, index + 1, index + 2].filter(items.indices.contains).map { items[$0] }
      guard neighbours.contains(where: { neighbour in item.allSatisfy { neighbour[$0.key] == $0.value } }) else {
        return false
      }
    }
    return rest.isEmpty
  }

  /// Whether the keys are the same and say the same; more only where a comment has become a part of the value.
  private static func isKept(_ entries: Entries, in other: Entries) -> Bool {
    entries.count == other.count
      && entries.allSatisfy { key, value in
        other[key].map { $0 == value || !value.isEmpty && isLengthened(letters(value), to: letters($0)) } ?? false
      }
  }

  /// Whether one stretch more makes one text of another: at its end, or inside where the value of a mapping was lengthened.
  private static func isLengthened(_ text: String, to other: String) -> Bool {
    let common = text.commonPrefix(with: other)
    return other.hasSuffix(text.dropFirst(common.count))
  }

  /// Mappings have no order, so their keys are sorted.
  private static func spelled(_ value: Any) -> String {
    switch value {
    case let entries as [AnyHashable: Any]:
      "{" + entries.map { "\($0.key): \(spelled($0.value))" }.sorted().joined(separator: ", ") + "}"
    case let items as [Any]: "[" + items.map(spelled).joined(separator: ", ") + "]"
    default: "\(value)"
    }
  }

  private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}
