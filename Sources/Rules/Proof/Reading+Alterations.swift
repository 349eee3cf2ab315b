import SourceText
import Transcript

extension Reading {
  /// The effect of changes on the content of the text; nil if one of them has an effect that no alteration expresses.
  func alterations(of changes: [Change]) -> [Alteration]? {
    var alterations: [Alteration] = []
    for change in changes {
      guard let own = self.alterations(of: change) else { return nil }
      alterations += own
    }
    return alterations
  }

  private func alterations(of change: Change) -> [Alteration]? {
    switch change {
    case .setStart(let block, let time, _): startAlterations(block, time)
    case .completeStart(let block): completion(of: block)
    case .setSpeaker(let block, let name?):
      [
        range(.speaker, of: block).map { .value(at: $0, name) }
          ?? .field(at: content(of: block).upperBound, .speaker, name)
      ]
    case .respellSpeaker, .setLines: []
    case .setText(let block, let stretch, let replacement):
      range(.words, of: block).map { [.text(in: $0, stretch, Array(replacement.utf8), .words)] }
    case .setTitle(let block, let title): range(.title, of: block).map { [.value(at: $0, title)] }
    case .setValue(let value, let text): [.value(at: value.range, text)]
    case .remove(let block, let copy): [.removal(blocks.range(of: block), copyOf: copy.map(blocks.range))]
    // If YAML refuses the entry for another reason, too, its content is not certain.
    case .mend(let block, let fault, let mending): isRefused(block) ? nil : alterations(of: mending, fault, block)
    case .setID(let block, let id):
      [range(.id, of: block).map { .value(at: $0, id) } ?? .field(at: content(of: block).upperBound, .id, id)]
    case .setEnd(let block, let time): range(.end, of: block).map { [.value(at: $0, exact(time))] }
    case .setSpeaker(_, nil), .moveTimes, .unlabel, .setLevel, .setKind, .setEntry, .insert, .split, .join, .move: nil
    }
  }

  private func startAlterations(_ block: Int, _ time: Time) -> [Alteration]? {
    let lost = blocks.parts(of: block).first { $0.fault?.isOfTime ?? false }
    let start = range(.start, of: block) ?? lost.map { range(of: $0, in: block) }
    let seconds = range(.seconds, of: block)
    guard start != nil || seconds != nil else { return nil }
    // If there is a time as well, the decimals of the seconds stay.
    let decimals = seconds.map { range in
      Time(secondsWrittenAs: text.bytes[range]) == nil
        ? "" : text.string(range.drop { text.bytes[$0] != UInt8(ascii: ".") })
    }
    return [
      start.map { .value(at: $0, exact(time)) },
      seconds.map { .value(at: $0, start == nil ? decimal(time) : String(time.wholeSeconds) + (decimals ?? "")) },
    ].compactMap(\.self)
  }

  /// The field that is missing, with the start.
  private func completion(of block: Int) -> [Alteration]? {
    guard let time = episode.rows[block].start else { return nil }
    let missing: Part.Kind = range(.start, of: block).map { $0.isEmpty } ?? true ? .start : .seconds
    let value = missing == .start ? exact(time) : String(time.wholeSeconds)
    return [
      range(missing, of: block).map { .value(at: $0, value) }
        ?? .field(at: content(of: block).upperBound, missing, value)
    ]
  }

  /// Quoting a value leaves its content as it was. A faulty value gets its content only by being quoted, so nothing is
  /// declared for it.
  private func alterations(of mending: Mending, _ fault: Part, _ block: Int) -> [Alteration]? {
    if fault.fault.flatMap(CueFault.init) != nil { return cueAlterations(of: mending, fault, block) }
    switch mending {
    case .quote where fault.kind != .fault || fault.fault == .timeUnquoted: return []
    case .quoteTail:
      let value = blocks.parts(of: block).drop { $0 != fault }.first { ![.fault, .key, .comment].contains($0.kind) }
      return value.map { [.tail(of: range(of: $0, in: block), range(of: fault, in: block))] }
    // What was no time becomes one, and what was no word.
    case .respell where fault.fault == .subRipTimeUnreadable || fault.fault == .subRipTagUnknown: return nil
    case .respell:
      // A time that is written in another way is the same time, and blanks between lines say nothing.
      guard let written = fault.fault, written.isSpelledTime else { return [] }
      let range = range(of: fault, in: block)
      return CueTime(text.bytes[range]).map { [.value(at: range, exact($0.time))] }
    default: return nil
    }
  }

  /// What is said in a cue stays, however it is spelled; of its settings the notation says what becomes of them.
  private func cueAlterations(of mending: Mending, _ fault: Part, _ block: Int) -> [Alteration]? {
    guard let edits = edits(for: [.mend(block: block, fault, mending)]) else { return nil }
    switch fault.fault {
    case .settingMalformed, .settingUnknown, .settingValue, .settingTwice, .lineFraction:
      guard let settings = range(.settings, of: block) else { return nil }
      var value: [UInt8] = []
      var taken = settings.lowerBound
      for edit in edits {
        guard edit.range.lowerBound >= taken, edit.range.upperBound <= settings.upperBound else { return nil }
        value += text.bytes[taken..<edit.range.lowerBound] + edit.replacement
        taken = edit.range.upperBound
      }
      value += text.bytes[taken..<settings.upperBound]
      return [.value(at: settings, String(decoding: value, as: UTF8.self))]
    // A blank line elsewhere makes something else of the lines between.
    case .blankLineMissing:
      return edits.allSatisfy { $0.range.lowerBound == range(of: fault, in: block).lowerBound } ? [] : nil
    case .strayText, .arrowInText, .arrowInComment, .arrowInStyle, .headerText, .tagWords, .wordTimeMalformed,
      .wordTimeOutside, .wordTimeOrder:
      return nil
    default: return []
    }
  }

  private func exact(_ time: Time) -> String { TimeSpelling(.fromTheFirst, fractionDigits: 3).string(for: time) }

  private func decimal(_ time: Time) -> String {
    let digits = TimeSpelling.digits(of: time)
    let thousandths = String(1000 + time.milliseconds % 1000).dropFirst()
    return String(time.wholeSeconds) + (digits > 0 ? "." + thousandths.prefix(digits) : "")
  }
}

extension Fault {
  /// Whether it is a time that can be read, and has to be written in another way.
  fileprivate var isSpelledTime: Bool {
    switch self {
    case .subRipTimeImpossible, .subRipHoursMissing, .subRipTimeSpelling, .subRipFraction: true
    default: false
    }
  }
}
