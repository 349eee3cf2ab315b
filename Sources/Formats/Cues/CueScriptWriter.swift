import SourceText
import Transcript

/// Writes a script in cues.
struct CueScriptWriter {
  private let notation: any CueNotation
  private let spelling: Spelling
  private(set) var losses: [Loss] = []

  init(_ notation: any CueNotation, _ spelling: Spelling) {
    (self.notation, self.spelling) = (notation, spelling)
  }

  mutating func write(_ script: Script) -> WrittenScript {
    let script = fitted(script)
    var page = ScriptLayout.Page()
    if spelling.hasByteOrderMark { page.bytes += Text.byteOrderMark }
    append(notation.head, to: &page)
    var speaker: String?
    var number = 0
    for (index, element) in script.elements.enumerated() {
      page.starts.append(index == 0 && notation.head.isEmpty ? 0 : page.bytes.count)
      switch element.content {
      case .unit(let unit):
        number += 1
        append(written(unit, number, after: speaker), to: &page)
        speaker = unit.speaker
      case .comment(let text): append(notation.comment(text) ?? "", to: &page)
      case .title, .prose: break
      }
      append(index + 1 < script.elements.count ? "\n\n" : "\n", to: &page)
    }
    page.end = page.bytes.count
    let proof = ScriptProof(script, page, notation)
    return WrittenScript(bytes: page.bytes, losses: losses + proof.losses)
  }

  private func append(_ text: String, to page: inout ScriptLayout.Page) {
    guard spelling.lineEnding != "\n" else {
      page.bytes += text.utf8
      return
    }
    for byte in text.utf8 { if byte == 0x0A { page.bytes += spelling.lineEnding.utf8 } else { page.bytes.append(byte) } }
  }

  // MARK: - One cue

  private func written(_ unit: Script.Unit, _ number: Int, after speaker: String?) -> String {
    let (start, end) = (unit.start ?? Time(seconds: 0), unit.end ?? Time(seconds: 0))
    let label = label(of: unit, after: speaker)
    let indent = notation.usualLabel == .colon ? label.count : 0
    let lines = spelling.cues.broken(unit.text, indent: indent).map { Scalar.escaped($0, in: notation.quoting) }
    let text = label + lines.joined(separator: "\n")
    return (notation.isNumbered ? "\(number)\n" : "") + "\(written(start)) --> \(written(end))"
      + (text.isEmpty ? "" : "\n" + text)
  }

  private func written(_ time: Time) -> String {
    spelling.times?.string(for: time) ?? notation.written(time, like: nil)
  }

  /// A tag is for one cue. A label in words is shown once a turn, so a cue without one goes on with the turn above.
  private func label(of unit: Script.Unit, after speaker: String?) -> String {
    switch notation.usualLabel {
    case .voice: return unit.speaker.flatMap { notation.label($0, .voice) } ?? ""
    case .colon:
      guard let name = unit.speaker else { return speaker == nil ? "" : ">> " }
      return name == speaker && !beginsLikeLabel(unit.text) ? "" : notation.label(name, .colon) ?? ""
    }
  }

  private func beginsLikeLabel(_ text: String) -> Bool {
    Text(text).withLines { lines in lines.next().map { lines.cueLabel($0) != nil } ?? false }
  }

  // MARK: - What cues hold

  /// What cues have no place for is left out, and noted.
  private mutating func fitted(_ script: Script) -> Script {
    var fitted = script
    // The line that says that a transcript begins says nothing else.
    let preamble = ScriptFitting.isAnnouncement(script.preamble) ? "" : script.preamble
    for (kind, text) in [(Loss.Kind.preamble, preamble), (.footer, script.footer), (.body, script.body)] {
      if !text.isEmpty { losses.append(Loss(kind, text, at: Script.Place())) }
    }
    (fitted.preamble, fitted.footer, fitted.body) = ("", "", "")
    for entry in script.metadata { losses.append(Loss(.metadata, entry.key ?? entry.source, at: entry.place)) }
    fitted.metadata = []
    fitted.elements = []
    for element in timed(script).elements {
      switch element.content {
      case .title(let title, _, _): losses.append(Loss(.title, title, at: element.place))
      case .comment(let text):
        if notation.comment(text) == nil {
          losses.append(Loss(.comment, text, at: element.place))
        } else {
          fitted.elements.append(element)
        }
      case .prose(let text): losses.append(Loss(.prose, text, at: element.place))
      case .unit(let unit): if let cue = cue(unit, at: element.place) { fitted.elements.append(cue) }
      }
    }
    return fitted
  }

  /// With times for the segments that lack one, as far as those around them tell.
  private mutating func timed(_ script: Script) -> Script {
    let untimed = script.elements.filter {
      if case .unit(let unit) = $0.content { unit.start == nil || unit.end == nil } else { false }
    }
    guard !untimed.isEmpty else { return script }
    var cuts = 0
    guard let timed = CueCutting(.one, showsLabels: false).cut(script, cuts: &cuts) else { return script }
    for case let (.unit(unit), place) in untimed.map({ ($0.content, $0.place) }) {
      losses.append(Loss(.estimate, unit.text, at: place))
    }
    return timed
  }

  private mutating func cue(_ unit: Script.Unit, at place: Script.Place) -> Script.Element? {
    guard unit.start != nil, unit.end != nil else {
      // Nobody knows when to show it.
      losses.append(Loss(.segment, unit.text, at: place))
      return nil
    }
    var unit = unit
    for entry in unit.entries { losses.append(Loss(.entry, entry.key ?? entry.source, at: entry.place)) }
    unit.entries = []
    let text = unit.text.split(whereSeparator: \.isWhite).joined(separator: " ")
    if !unit.text.utf8.elementsEqual(text.utf8) {
      let isBroken = unit.text.utf8.contains(where: Ascii.isLineEnd)
      losses.append(Loss(isBroken ? .lineBreak : .blanks, unit.text, at: place))
      unit.text = text
    }
    return Script.Element(.unit(unit), place: place)
  }
}
