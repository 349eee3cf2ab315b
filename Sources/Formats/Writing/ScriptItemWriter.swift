import Transcript

/// Writes the items of `transcript:` in front matter.
struct ScriptItemWriter {
  private let spelling: Spelling
  private let times: TimeSpelling

  init(_ spelling: Spelling, _ times: TimeSpelling) {
    (self.spelling, self.times) = (spelling, times)
  }

  func write(title: String) -> String {
    item([("header", scalar(title))])
  }

  func write(_ unit: Script.Unit) -> String {
    var entries = [("line", scalar(unit.text))]
    if let start = unit.start {
      if spelling.hasSeconds { entries.append(("sec", .literal(seconds(start)))) }
      if spelling.hasTimes {
        let time = times.string(for: start)
        entries.append(("time", spelling.leavesTimesPlain ? .text(time) : .quoted(time, .single)))
      }
    }
    if let speaker = unit.speaker { entries.append(("who", scalar(speaker))) }
    entries += unit.entries.map { ($0.key ?? "", .entry($0.source)) }
    // As PyYAML sorts keys, by their scalars; those of one name keep their order.
    let sorted = entries.enumerated().sorted { a, b in
      a.element.0 == b.element.0
        ? a.offset < b.offset : a.element.0.utf8.lexicographicallyPrecedes(b.element.0.utf8)
    }
    return item(sorted.map(\.element))
  }

  /// Whole seconds, as the time beside them has the rest; by themselves as many decimals as there are.
  private func seconds(_ start: Time) -> String {
    let whole = String(start.wholeSeconds)
    let digits = TimeSpelling.digits(of: start)
    guard !spelling.hasTimes, digits > 0, start.milliseconds > 0 else { return whole }
    let thousandths = String(1000 + Int(start.milliseconds) % 1000).dropFirst()
    return whole + "." + thousandths.prefix(digits)
  }

  /// What PyYAML writes as an end of line inside quotes is one to some readers and none to others: it is written as an escape.
  private func scalar(_ text: String) -> YAMLValue {
    let isAmbiguous = text.unicodeScalars.contains { $0.isYAMLBreak && $0 != "\n" }
    return isAmbiguous ? .quoted(text, .double) : .text(text)
  }

  private func item(_ entries: [(key: String, value: YAMLValue)]) -> String {
    String(decoding: YAMLEmitter.item(.mapping(entries)), as: UTF8.self)
  }
}
