import SourceText
import Transcript

extension Rule {
  static let yamlUnknownKey = Rule(
    "yaml-unknown-key", .hint, repair: .offered,
    summary: "An item of the transcript has a key that no page looks at.",
    why: "The page looks for other keys, so what stands under this one is not shown.",
    options: [furtherKeys],
    looks: .atBlock { reading, block, report in
      let hasUnknown = reading.blocks.parts(of: block).contains { $0.kind == .value }
      guard hasUnknown, reading.isItem(block) else { return }
      let pairs = reading.pairs(of: block).map { (name: reading.string(of: $0.key, in: block), $0.key, $0.value) }
      let known = itemKeys + report.words(furtherKeys)
      for (name, key, value) in pairs where value.kind == .value && !known.contains(name) {
        let range = reading.range(of: key, in: block)
        let missing = itemKeys.filter { key in !pairs.contains { $0.name == key } }
        let meant = nearestWord(to: name, among: missing)
        report(
          range, meant.map { "“\(name)” is no key of an item; “\($0)” is." } ?? "“\(name)” is no key of an item.",
          fixes: meant.map { [Fix("Change to \($0)", Edit(range, $0))] } ?? [])
      }
    })
}

private let itemKeys = ["line", "sec", "time", "who", "header"]
private let furtherKeys = Rule.Option("keys", .words([]), "Further keys that an item may have.")
