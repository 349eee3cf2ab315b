import Transcript

/// Leaves out of a script what a notation has no place for, and notes it.
struct ScriptFitting {
  private let format: TranscriptFormat
  private let spelling: Spelling
  private(set) var script = Script()
  private(set) var losses: [Loss] = []

  init(_ format: TranscriptFormat, _ spelling: Spelling) {
    (self.format, self.spelling) = (format, spelling)
  }

  mutating func fit(_ script: Script) {
    self.script = script
    self.script.elements.removeAll()
    fitSurroundings()
    for element in script.elements {
      guard let fitted = fitted(element) else { continue }
      self.script.elements.append(fitted)
    }
    announce()
  }

  /// Leaves out what stands around the transcript and would be read as part of it; returns whether there was any.
  mutating func leaveOut(preamble: Bool, footer: Bool) -> Bool {
    let isAnything = preamble && !script.preamble.isEmpty || footer && !script.footer.isEmpty
    if preamble, !script.preamble.isEmpty {
      if !Self.isAnnouncement(script.preamble) { losses.append(Loss(.preamble, script.preamble, at: Script.Place())) }
      script.preamble = ""
      announce()
    }
    if footer, !script.footer.isEmpty {
      losses.append(Loss(.footer, script.footer, at: Script.Place()))
      script.footer = ""
    }
    return isAnything
  }

  // MARK: - Around the transcript

  /// The line above a transcript that says that it begins.
  private static let announcement = "Transcript"

  private mutating func fitSurroundings() {
    if format.notation == nil {
      if !script.preamble.isEmpty, !Self.isAnnouncement(script.preamble) {
        losses.append(Loss(.preamble, script.preamble, at: Script.Place()))
      }
      if !script.footer.isEmpty { losses.append(Loss(.footer, script.footer, at: Script.Place())) }
      (script.preamble, script.footer) = ("", "")
      // The transcript takes the key whose value may say where one is.
      script.metadata.removeAll { entry in
        guard entry.key == "transcript" else { return false }
        losses.append(Loss(.metadata, entry.source, at: entry.place))
        return true
      }
      return
    }
    if !script.body.isEmpty { losses.append(Loss(.body, script.body, at: Script.Place())) }
    script.body = ""
    guard !spelling.hasFrontMatter else { return }
    for entry in script.metadata { losses.append(Loss(.metadata, entry.key ?? entry.source, at: entry.place)) }
    script.metadata = []
  }

  static func isAnnouncement(_ text: String) -> Bool {
    let words = text.drop { $0 == "#" || $0 == " " }
    return ["Transcript", "Transcript:", "Transcription", "Transcription:"].contains { $0 == words }
  }

  private mutating func announce() {
    guard let notation = format.notation, needsAnnouncement(notation) else { return }
    script.preamble += (script.preamble.isEmpty ? "" : "\n\n") + Self.announcement
  }

  /// Whether a reader could take the first lines for something that stands above the transcript.
  private func needsAnnouncement(_ notation: Notation) -> Bool {
    guard notation.traits.headings == .bare, !script.preamble.hasSuffix(Self.announcement) else { return false }
    func isComment(_ content: Script.Content) -> Bool { if case .comment = content { true } else { false } }
    let contents = script.elements.lazy.map(\.content).filter { !isComment($0) }.prefix(2)
    func isCertain(_ content: Script.Content?) -> Bool {
      guard case .unit(let unit) = content else { return false }
      return unit.speaker != nil && unit.start != nil
    }
    if case .title = contents.first { return !isCertain(contents.dropFirst().first) }
    return !isCertain(contents.first)
  }

  // MARK: - The transcript

  private mutating func fitted(_ element: Script.Element) -> Script.Element? {
    var element = element
    switch element.content {
    case .title(let title, let level, let start):
      guard format.notation.map({ $0.traits.headings != .none }) ?? true else {
        losses.append(Loss(.title, title, at: element.place))
        return nil
      }
      let kept = start.flatMap { format.notation?.holdsTitleTime(title, level: level) ?? false ? $0 : nil }
      if let start, kept == nil { losses.append(Loss(.start, start.description, at: element.place)) }
      guard format.notation == nil else {
        element.content = .title(onOneLine(title, at: element.place), level: level, start: kept)
        return element
      }
      if level > 1 { losses.append(Loss(.level, title, at: element.place)) }
      element.content = .title(title, level: 1, start: kept)
    case .unit(let unit):
      element.content = .unit(fitted(unit, at: element.place))
    case .comment: break
    case .prose(let text):
      guard format.notation == nil else { break }
      // What stands among the segments was probably said, so it stays among what was said.
      losses.append(Loss(.prose, text, at: element.place))
      element.content = .unit(Script.Unit(text: text))
    }
    return element
  }

  private mutating func fitted(_ unit: Script.Unit, at place: Script.Place) -> Script.Unit {
    var unit = unit
    let holdsEnd = format.notation?.holds(.end) ?? false
    if let end = unit.end, !holdsEnd || unit.start == nil {
      losses.append(Loss(.end, end.description, at: place))
      unit.end = nil
    }
    guard let notation = format.notation else { return unit }
    for entry in unit.entries { losses.append(Loss(.entry, entry.key ?? entry.source, at: entry.place)) }
    unit.entries = []
    unit.text = onOneLine(unit.text, at: place)
    if let start = unit.start, !notation.holds(.time) {
      losses.append(Loss(.start, start.description, at: place))
      unit.start = nil
    }
    guard let speaker = unit.speaker else { return unit }
    if notation.holds(.speaker) {
      unit.speaker = onOneLine(speaker, at: place)
      // Where labels are in capitals, so is a name.
      let name = unit.speaker ?? speaker
      if !notation.forms.contains(where: { $0.allows(name) }) {
        let capitals = name.uppercased()
        losses.append(Loss(.speaker, speaker, at: place))
        unit.speaker = notation.forms.contains { $0.allows(capitals) } ? capitals : nil
      }
    } else {
      losses.append(Loss(.speaker, speaker, at: place))
      unit.speaker = nil
    }
    return unit
  }

  /// A paragraph is one line, and blanks at its ends are nothing.
  private mutating func onOneLine(_ text: String, at place: Script.Place) -> String {
    var bytes = Array(text.utf8)
    if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      losses.append(Loss(.lineBreak, text, at: place))
      var isBehindBreak = false
      bytes = bytes.compactMap { byte in
        let isBreak = byte == 0x0A || byte == 0x0D
        defer { isBehindBreak = isBreak }
        return !isBreak ? byte : isBehindBreak ? nil : 0x20
      }
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard bytes.first.map(isBlank) ?? false || bytes.last.map(isBlank) ?? false else {
      return bytes.count == text.utf8.count ? text : String(decoding: bytes, as: UTF8.self)
    }
    if losses.last != Loss(.lineBreak, text, at: place) { losses.append(Loss(.blanks, text, at: place)) }
    let trimmed = bytes.drop(while: isBlank)
    let end = trimmed.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? trimmed.startIndex
    return String(decoding: trimmed[..<end], as: UTF8.self)
  }
}
