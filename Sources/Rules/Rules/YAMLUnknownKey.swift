import SourceText
import Transcript

extension Rule {
  static let yamlUnknownKey = Rule(
    "yaml-unknown-key", .hint, fix: .offered,
    summary: "An item of the transcript has a key that pages do not use.",
    why: "Pages look for other keys, so the value of this one is not shown.",
    options: [furtherKeys],
    looks: .atBlock { reading, block, report in
      let hasUnknown = reading.blocks.parts(of: block).contains { $0.kind == .value }
      guard hasUnknown, reading.isItem(block) else { return }
      reading.forEachStrayKey(of: block, besides: report.words(furtherKeys)) { stray in
        // If one of these keys is misspelt, the segment has no words, no time or no speaker.
        let isNeeded = stray.meant.map { $0 != "header" } ?? false
        let hint = stray.meant.map { "; “\($0)” is" } ?? ""
        report(
          stray.range, "“\(stray.name)” is no key of an item\(hint).", atLeast: isNeeded ? .error : .hint,
          fixes: stray.kind.map { kind in
            [Fix("Change to \(stray.meant ?? "")", [.mend(block: block, stray.key, .renameKey(kind))], in: reading)]
          } ?? [])
      }
    })
}

private let furtherKeys = Rule.Option("keys", .words([]), "Further keys that an item may have.")

extension Report {
  /// Whether an item lacks a key because another word stands in its place. This is one mistake, which is reported at
  /// the word.
  func isMisspelt(_ key: String, in block: Int, of reading: Reading) -> Bool {
    guard settings.isOn(.yamlUnknownKey),
      case .words(let further) = settings.value(of: furtherKeys, of: .yamlUnknownKey)
    else { return false }
    var isMeant = false
    reading.forEachStrayKey(of: block, besides: further) { if $0.meant == key { isMeant = true } }
    return isMeant
  }
}
