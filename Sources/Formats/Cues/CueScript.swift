import SourceText
import Transcript

/// A format whose segments are cues, and how it writes a transcript.
protocol CueFormat: Format {
  /// Whether the label of a segment is shown with its words.
  var showsLabels: Bool { get }
  /// How times are usually written.
  var usualTimes: TimeSpelling { get }
  /// What stands above the first cue, with the blank line behind it.
  var header: String { get }

  /// One cue, without the blank line behind it.
  ///
  /// - Parameters:
  ///   - number: counted from 1.
  ///   - speaker: who speaks in the cue above.
  func written(_ unit: Script.Unit, number: Int, after speaker: String?, _ spelling: CueSpelling) -> String

  /// A comment in lines of its own; nil where the notation has none.
  func comment(_ text: String) -> String?
}

extension CueFormat {
  func comment(_ text: String) -> String? { nil }
}

/// What the text of cues may look like where their notation leaves a choice.
struct CueSpelling {
  var times: TimeSpelling
  var breaking: LineBreaking
}

/// Writes a script in cues.
struct CueScriptWriter {
  private let format: any CueFormat
  private let spelling: Spelling
  private(set) var losses: [Loss] = []

  init(_ format: any CueFormat, _ spelling: Spelling) {
    (self.format, self.spelling) = (format, spelling)
  }

  /// What cues have no place for is left out, and noted.
  private mutating func fitted(_ script: Script) -> Script {
    var fitted = script
    func lose(_ kind: Loss.Kind, _ text: String) {
      if !text.isEmpty { losses.append(Loss(kind, text, at: Script.Place())) }
    }
    // The line that says that a transcript begins says nothing else.
    if !ScriptFitting.isAnnouncement(script.preamble) { lose(.preamble, script.preamble) }
    lose(.footer, script.footer)
    lose(.body, script.body)
    (fitted.preamble, fitted.footer, fitted.body) = ("", "", "")
    for entry in script.metadata { losses.append(Loss(.metadata, entry.key ?? entry.source, at: entry.place)) }
    fitted.metadata = []
    fitted.elements = []
    for element in timed(script).elements {
      switch element.content {
      case .title(let title, _, _): losses.append(Loss(.title, title, at: element.place))
      case .comment(let text):
        if format.comment(text) != nil {
          fitted.elements.append(element)
        } else {
          losses.append(Loss(.comment, text, at: element.place))
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
    var cuts = 0
    guard !untimed.isEmpty, let timed = CueCutting(.one, showsLabels: false).cut(script, cuts: &cuts) else {
      return script
    }
    for case (.unit(let unit), let place) in untimed.map({ ($0.content, $0.place) }) {
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

  mutating func write(_ script: Script) -> WrittenScript {
    let script = fitted(script)
    var page = ScriptLayout.Page()
    if spelling.hasByteOrderMark { page.bytes += Text.byteOrderMark }
    append(format.header, to: &page)
    let own = CueSpelling(times: spelling.times ?? format.usualTimes, breaking: spelling.cues)
    var speaker: String?
    for (index, element) in script.elements.enumerated() {
      page.starts.append(index == 0 && format.header.isEmpty ? 0 : page.bytes.count)
      switch element.content {
      case .unit(let unit):
        append(format.written(unit, number: index + 1, after: speaker, own) + "\n", to: &page)
        speaker = unit.speaker
      case .comment(let text): append((format.comment(text) ?? "") + "\n", to: &page)
      case .title, .prose: continue
      }
      if index + 1 < script.elements.count { append("\n", to: &page) }
    }
    page.end = page.bytes.count
    let proof = ScriptProof(script, page, format)
    return WrittenScript(bytes: page.bytes, losses: losses + proof.losses)
  }

  private func append(_ text: String, to page: inout ScriptLayout.Page) {
    if spelling.lineEnding == "\n" {
      page.bytes += text.utf8
    } else {
      for byte in text.utf8 {
        if byte == 0x0A { page.bytes += spelling.lineEnding.utf8 } else { page.bytes.append(byte) }
      }
    }
  }
}
