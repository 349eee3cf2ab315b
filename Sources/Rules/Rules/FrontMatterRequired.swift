import Transcript

extension Rule {
  /// Only the site knows which keys these are, so none are required unless the configuration names them.
  static let frontMatterRequired = Rule(
    "front-matter-required", .warning,
    summary: "The front matter lacks a key that the site needs.",
    why: "The page is built without it: a title, a picture or a link is missing, and no program says so.",
    options: [keys],
    looks: .atDocument(.frame) { reading, report in
      let required = report.words(keys)
      guard !required.isEmpty, reading.blocks.count(of: .metadata) > 0, reading.blocks.count(of: .segment) > 0 else {
        return
      }
      let entries = reading.entries(required)
      guard let first = reading.blocks.indices.first(where: { reading.blocks[$0].kind == .metadata }) else { return }
      var missing: [String] = []
      for key in required {
        guard let entry = entries[key] else {
          missing.append(key)
          continue
        }
        let parts = reading.blocks.parts(of: entry)
        // The items below `transcript:` are blocks of their own and not part of this entry.
        let isEmpty = parts.allSatisfy { $0.kind == .key || $0.length == 0 } && parts.count { $0.kind == .key } == 1
        if isEmpty, key != "transcript", let range = reading.range(.key, of: entry) {
          report(range, "“\(key)” says nothing.")
        }
      }
      guard !missing.isEmpty else { return }
      let content = reading.content(of: first)
      let line = content.clamped(to: reading.text.content(ofLine: reading.text.line(at: content.lowerBound)))
      report(line, "The front matter has no \(missing.joined(separator: ", no ")).")
    })
}

private let keys = Rule.Option("keys", .words([]), "The keys that every transcript must have.")
