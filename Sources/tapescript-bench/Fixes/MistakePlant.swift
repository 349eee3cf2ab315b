import Rules
import SourceText
import Transcript

/// Makes the mistake of an example in another notation.
struct MistakePlant {
  private let rule: String
  private let flagged: Reading
  private let format: any Format
  private let findings: (Reading) -> [Finding]

  /// - Parameter findings: finds the findings of the rule in a reading.
  init(_ rule: String, _ text: Text, _ format: any Format, findings: @escaping (Reading) -> [Finding]) {
    (self.rule, self.format, self.findings) = (rule, format, findings)
    flagged = Document(text, format: format).reading
  }

  /// Texts that may contain the mistake, the likeliest first. In the notation of the example it is the example itself.
  /// In another notation, they are the example converted as it is, and the fixed example converted, with the mistake
  /// put in again.
  func texts(in other: any Format) -> [Text] {
    if other.name == format.name { return [flagged.text] }
    let healthy = fixed
    let target = written(healthy, in: other).map { Document($0, format: other).reading }
    return [written(flagged, in: other), target.flatMap { planted(in: $0, healthy) }].compactMap(\.self)
  }

  private func written(_ reading: Reading, in other: any Format) -> Text? {
    let script = reading.script
    var spelling = Spelling(reading).inAnotherNotation
    spelling.hasFrontMatter = !script.metadata.isEmpty
    return script.written(in: other, like: spelling).map { Text($0.bytes) }
  }

  /// The example with the first fix of each finding.
  private var fixed: Reading {
    var reading = flagged
    for _ in 0..<20 {
      guard let fix = findings(reading).lazy.compactMap(\.fixes.first).first else { break }
      reading = Document(fix.applied(to: reading.text), format: format).reading
    }
    return reading
  }

  // MARK: - Slips

  /// Puts the mistakes of the example into the converted text, which has none.
  private func planted(in target: Reading, _ healthy: Reading) -> Text? {
    switch rule {
    case "trailing-space": return Text(changingLine(of: target) { $0 + [0x20] })
    case "line-endings": return Text(changingLine(of: target) { $0 + [0x0D] })
    case "final-newline": return Text(Array(target.text.bytes.reversed().drop { $0 == 0x0A }.reversed()))
    default: break
    }
    let sources = zip(segments(flagged), segments(healthy)).map { ($0, $1) }
    let targets = segments(target)
    guard sources.count == targets.count, segments(flagged).count == segments(healthy).count else { return nil }
    var edits: [Edit] = []
    for ((slip, right), block) in zip(sources, targets) {
      edits += times(from: slip, to: block, target)
      edits += label(from: slip, right, healthy, to: block, target)
    }
    var text = target.text
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { text.apply(edit) }
    return text == target.text ? nil : text
  }

  /// Replaces the second line that is not blank.
  private func changingLine(of target: Reading, _ change: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var lines = target.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if let place = lines.indices.dropFirst().first(where: { !lines[$0].isEmpty }) {
      lines[place] = change(lines[place])
    }
    return Array(lines.joined(separator: [0x0A]))
  }

  private func segments(_ reading: Reading) -> [Int] {
    reading.blocks.indices.filter { reading.kind(of: $0) == .segment }
  }

  /// Edits that write the times as the example spells them.
  private func times(from slip: Int, to block: Int, _ target: Reading) -> [Edit] {
    // As the example spells them, they would be no times of a cue.
    if target.part(.words, of: block)?.quoting.isCue ?? false { return [] }
    let parts = flagged.blocks.parts(of: slip)
    let written =
      parts.first { $0.kind == .start } ?? parts.first { $0.fault?.isOfTime ?? false }
    guard let written, let range = target.range(.start, of: block) else { return [] }
    let time = flagged.text.bytes[flagged.range(of: written, in: slip)].filter { !"()[]".utf8.contains($0) }
    return [Edit(range, Array(time))]
  }

  /// Edits that put the mistake in the label.
  private func label(from slip: Int, _ right: Int, _ healthy: Reading, to block: Int, _ target: Reading) -> [Edit] {
    guard let label = target.range(.speaker, of: block), let words = target.range(.words, of: block) else { return [] }
    let isItem = target.isItem(block)
    let faults = flagged.blocks.parts(of: slip).compactMap(\.fault)
    if faults.contains(.labelEmpty) { return [Edit(label, "")] }
    if faults.contains(.labelSpaceBeforeColon), !isItem { return [Edit(label.upperBound..<label.upperBound, " ")] }
    // In some notations the label stands behind the words.
    let isLeading = label.upperBound <= words.lowerBound
    if faults.contains(.labelNoSpaceAfterColon), !isItem {
      return isLeading ? [Edit((words.lowerBound - 1)..<words.lowerBound, "")] : []
    }
    guard flagged.string(.speaker, of: slip) == nil, let name = healthy.string(.speaker, of: right) else { return [] }
    let hasLostColon = flagged.string(.words, of: slip)?.hasPrefix(name) ?? false
    let between = isLeading ? label.upperBound..<words.lowerBound : words.upperBound..<label.lowerBound
    if hasLostColon { return isItem ? [] : [Edit(between, " ")] }
    if !isItem {
      return [Edit(min(label.lowerBound, between.lowerBound)..<max(label.upperBound, between.upperBound), "")]
    }
    return target.edits(for: [.setSpeaker(block: block, nil)]) ?? []
  }
}
