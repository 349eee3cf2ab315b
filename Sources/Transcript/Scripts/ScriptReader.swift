import SourceText

extension Reading {
  /// The content of the text.
  public var script: Script {
    var losses: [Loss] = []
    return script(losses: &losses)
  }

  /// The content of the text. Content that a script cannot hold is added to `losses`.
  public func script(losses: inout [Loss]) -> Script {
    var reader = ScriptReader(self)
    reader.read()
    losses += reader.losses
    return reader.script
  }
}

/// Makes the script of a text from its blocks.
private struct ScriptReader {
  private let reading: Reading
  private(set) var script = Script()
  private(set) var losses: [Loss] = []

  /// Whether the transcript's key in the front matter has been passed.
  private var isInFrontMatter = false
  /// The speaker of the next segment, if it has no label.
  private var speaker: String?
  /// Whether the last label of a cue was a tag.
  private var isBehindVoice = false
  private var above: Range<Int>?
  private var below: Range<Int>?

  /// What cues say that repeat each other, once.
  private var rolling: [Int: Rolling.Step] = [:]

  init(_ reading: Reading) { self.reading = reading }

  mutating func read() {
    let isTranscript = reading.blocks.indices.map { [.segment, .header].contains(reading.kind(of: $0)) }
    if let steps = Rolling(reading)?.steps {
      rolling = Dictionary(uniqueKeysWithValues: steps.map { ($0.block, $0.step) })
    }
    guard var first = isTranscript.firstIndex(of: true), let last = isTranscript.lastIndex(of: true) else { return }
    // A comment directly above the first segment belongs to it.
    while first > 0, reading.blocks[first - 1].kind == .prose, isComment(first - 1) { first -= 1 }
    for index in reading.blocks.indices {
      switch reading.kind(of: index) {
      case .segment, .header: readElement(index)
      case .metadata: readMetadata(index, isBelow: index > last)
      // Around cues there is nothing but comments, and lines that belong to none.
      case .prose where isCue(first) || isCue(last): readProse(index)
      case .prose where index < first, .conflict where index < first && above != nil: above = joined(above, index)
      case .prose where index > last, .conflict where index > last && below != nil: below = joined(below, index)
      case .prose: readProse(index)
      case .conflict: lose(.conflict, reading.content(of: index), in: index)
      }
      noteFaults(of: index)
    }
    script.preamble = above.map(source) ?? ""
    if isInFrontMatter { script.body = below.map(source) ?? "" } else { script.footer = below.map(source) ?? "" }
  }

  private func isCue(_ index: Int) -> Bool {
    reading.blocks.parts(of: index).contains { $0.kind == .words && $0.quoting.isCue }
  }

  private func joined(_ range: Range<Int>?, _ index: Int) -> Range<Int> {
    let content = reading.content(of: index)
    return (range?.lowerBound ?? content.lowerBound)..<content.upperBound
  }

  // MARK: - Around the transcript

  private mutating func readMetadata(_ index: Int, isBelow: Bool) {
    let content = reading.content(of: index)
    // The blank lines behind an entry belong to it.
    let source = source(content.lowerBound..<reading.blocks.range(of: index).upperBound)
    if content.isEmpty || isFence(source) { return }
    let place = Script.Place(content.lowerBound)
    if readCueMetadata(index) { return }
    guard let key = reading.string(.key, of: index) else {
      if let comment = reading.string(.comment, of: index), isInFrontMatter, !isBelow {
        script.elements.append(Script.Element(.comment(inside(comment)), place: place))
      } else {
        script.metadata.append(Script.Entry(key: nil, source: source, isBelow: isBelow, place: place))
      }
      return
    }
    if source.utf8.first == UInt8(ascii: "-") {
      // An item of the list that is neither a segment nor a header cannot be kept.
      lose(.entry, content, in: index)
    } else if !isInFrontMatter, !isBelow, key == "transcript", reading.string(.value, of: index)?.isEmpty ?? true {
      isInFrontMatter = true
      readComments(index)
    } else {
      script.metadata.append(Script.Entry(key: key, source: source, isBelow: isBelow, place: place))
    }
  }

  /// What makes a file one of cues is no metadata. How cues are to be shown has no place in a script.
  private mutating func readCueMetadata(_ index: Int) -> Bool {
    if let settings = reading.range(.settings, of: index) {
      lose(.settings, reading.range(.mark, of: index) ?? settings, in: index)
      return true
    }
    guard reading.part(.mark, of: index) != nil else { return false }
    if let comment = reading.range(.comment, of: index) { lose(.metadata, comment, in: index) }
    return true
  }

  private func isFence(_ source: String) -> Bool { source.hasPrefix("---") || source.hasPrefix("...") }

  private mutating func readProse(_ index: Int) {
    if isComment(index) { return readComments(index) }
    let content = reading.content(of: index)
    if reading.blocks[index].isSpeechAnyway, let said = words(behindNoLabel: index) {
      let unit = Script.Unit(speaker: speaker, text: said)
      script.elements.append(Script.Element(.unit(unit), place: Script.Place(content.lowerBound)))
      return
    }
    script.elements.append(Script.Element(.prose(source(content)), place: Script.Place(content.lowerBound)))
  }

  /// What is said in a paragraph whose first words look like a label and are none.
  private func words(behindNoLabel index: Int) -> String? {
    guard let words = reading.part(.words, of: index) else { return nil }
    // The marks around what looks like a label are marks of emphasis then.
    let said = reading.content(of: index).lowerBound..<reading.range(of: words, in: index).upperBound
    return Scalar.decode(reading.text.string(said), words.quoting)
  }

  /// Whether a block is a comment and nothing else.
  private func isComment(_ index: Int) -> Bool {
    let parts = reading.blocks.parts(of: index)
    return parts.count == 1 && parts.first?.kind == .comment
  }

  // MARK: - The transcript

  private mutating func readElement(_ index: Int) {
    let entries = entries(of: index)
    readComments(index, except: entries.map(\.range))
    let place = Script.Place(reading.content(of: index).lowerBound)
    if reading.kind(of: index) == .header {
      for entry in entries { losses.append(Loss(.entry, entry.entry.key ?? "", at: place)) }
      let title = text(of: .title, in: index)
      script.elements.append(
        Script.Element(
          .title(title ?? "", level: Int(reading.blocks[index].level), start: titleStart(of: index)), place: place))
      speaker = nil
      return
    }
    if isCue(index) { return readCue(index, at: place) }
    let label = text(of: .speaker, in: index)
    if label != nil || !reading.blocks[index].continuesSpeaker { speaker = label.flatMap { $0.isEmpty ? nil : $0 } }
    let unit = Script.Unit(
      speaker: speaker, start: start(of: index), end: reading.episode.rows[index].end,
      text: text(of: .words, in: index) ?? "", entries: entries.map(\.entry))
    script.elements.append(Script.Element(.unit(unit), place: place))
  }

  /// A cue is a segment for each voice in it. One without a label goes on with the speaker above if that was named in words and
  /// not by a tag, since a tag is for one cue.
  private mutating func readCue(_ index: Int, at place: Script.Place) {
    let step = rolling[index]
    if step == .drop { return }
    let parts = reading.blocks.parts(of: index)
    let isLabel = reading.speaker(of: index) != nil || !reading.blocks[index].hasDoubtfulLabel
    let start = start(of: index)
    var label: Part?
    for part in parts {
      switch part.kind {
      case .speaker: label = part
      case .settings: lose(.settings, reading.range(of: part, in: index), in: index)
      case .markup where !isVoice(reading.range(of: part, in: index)), .inlineTime:
        lose(.markup, reading.range(of: part, in: index), in: index)
      case .id where !isNumber(reading.range(of: part, in: index)):
        lose(.id, reading.range(of: part, in: index), in: index)
      case .words:
        var text = reading.string(of: part, in: index)
        if let label, isLabel {
          let name = reading.string(of: label, in: index)
          speaker = name.isEmpty ? nil : name
        } else if let label {
          // What could be a label was said.
          let said = reading.range(of: label, in: index).lowerBound..<reading.range(of: part, in: index).upperBound
          text = Scalar.decode(reading.text.string(said), part.quoting)
        } else if isBehindVoice {
          speaker = nil
        }
        isBehindVoice = label.map { $0.quoting.isCue } ?? isBehindVoice
        var end = reading.episode.rows[index].end
        if case .cut(let count) = step { text = String(decoding: text.utf8.dropFirst(count), as: UTF8.self) }
        if case .extend(let last) = step { end = reading.episode.rows[last].end }
        let unit = Script.Unit(speaker: speaker, start: start, end: end, text: text)
        script.elements.append(Script.Element(.unit(unit), place: place))
        label = nil
      default: break
      }
    }
  }

  /// `<v Name>` and its end tag, which say who speaks.
  private func isVoice(_ tag: Range<Int>) -> Bool {
    let bytes = reading.text.bytes[tag]
    return bytes.starts(with: "<v".utf8) || bytes.starts(with: "</v".utf8)
  }

  private func isNumber(_ range: Range<Int>) -> Bool { reading.text.bytes[range].allSatisfy(Ascii.isDigit) }

  private mutating func text(of kind: Part.Kind, in index: Int) -> String? {
    let parts = reading.blocks.parts(of: index).filter { $0.kind == kind }
    guard let part = parts.first else { return nil }
    if parts.count > 1 { lose(.repeated, reading.range(of: parts[1], in: index), in: index) }
    guard part.quoting == .other else { return reading.string(of: part, in: index) }
    let source = source(reading.range(of: part, in: index))
    if let text = Scalar.decodeBlock(source) { return text }
    // The decoded text of such values is not known.
    lose(.syntax, reading.range(of: part, in: index), in: index)
    return source
  }

  /// The time that stands beside a title.
  private func titleStart(of index: Int) -> Time? {
    guard let range = reading.range(.start, of: index),
      case .time(let stamp) = Timestamp.read(reading.text.bytes[range])
    else { return nil }
    return stamp.time
  }

  /// The start of a segment. Where the time and the seconds differ, the time counts.
  private mutating func start(of index: Int) -> Time? {
    var start = reading.episode.rows[index].start
    for part in reading.blocks.parts(of: index) where part.kind == .start {
      let range = reading.range(of: part, in: index)
      guard case .time(let stamp) = Timestamp.read(reading.text.bytes[range]) else { continue }
      if start == nil {
        lose(.contradiction, reading.range(.seconds, of: index) ?? range, in: index)
        start = stamp.time
      }
      if Int(stamp.style.fractionDigits) > 3 { lose(.unreadable, range, in: index) }
    }
    return start
  }

  /// The entries of an item that the model does not know, and their places.
  private func entries(of index: Int) -> [(entry: Script.Entry, range: Range<Int>)] {
    let parts = reading.blocks.parts(of: index).filter { $0.fault == nil && $0.kind != .comment }
    let end = reading.content(of: index).upperBound
    return parts.indices.compactMap { position in
      guard parts[position].kind == .key else { return nil }
      if position + 1 < parts.count, parts[position + 1].kind != .key, parts[position + 1].kind != .value { return nil }
      let rest = parts[(position + 1)...]
      let key = reading.range(of: parts[position], in: index)
      let next = rest.first { $0.kind == .key }.map { reading.range(of: $0, in: index).lowerBound } ?? end
      let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
      let last = reading.text.bytes[key.lowerBound..<next].lastIndex { !blanks.contains($0) } ?? key.lowerBound
      let range = key.lowerBound..<(last + 1)
      let entry = Script.Entry(
        key: reading.text.string(key), source: source(range), place: Script.Place(key.lowerBound))
      return (entry, range)
    }
  }

  /// Adds the comments in a block. They come before the block, which does not change their meaning.
  ///
  /// - Parameter ranges: parts that are kept as they stand, with their comments, in order.
  private mutating func readComments(_ index: Int, except ranges: [Range<Int>] = []) {
    var kept = ranges[...]
    for part in reading.blocks.parts(of: index) where part.kind == .comment {
      let range = reading.range(of: part, in: index)
      while let first = kept.first, first.upperBound <= range.lowerBound { kept.removeFirst() }
      if let first = kept.first, first.overlaps(range) { continue }
      let comment = Script.Content.comment(inside(reading.text.string(range)))
      script.elements.append(Script.Element(comment, place: Script.Place(range.lowerBound)))
    }
  }

  /// A comment without its marks.
  private func inside(_ comment: String) -> String {
    var text = Substring(comment)
    if text.hasPrefix("NOTE") {
      text = text.dropFirst(4)
    } else if text.hasPrefix("<!--") {
      text = text.dropFirst(4).dropLast(3)
    } else {
      text = text.drop { $0 == "#" }
    }
    while text.first?.isWhite ?? false { text.removeFirst() }
    while text.last?.isWhite ?? false { text.removeLast() }
    return String(text)
  }

  // MARK: - What cannot be read

  private mutating func noteFaults(of index: Int) {
    let block = reading.blocks[index]
    if !block.isValidUTF8 { lose(.encoding, reading.content(of: index), in: index) }
    guard block.hasFault else { return }
    for part in reading.blocks.parts(of: index) {
      guard let fault = part.fault else { continue }
      switch fault {
      case .timeMalformed, .timeOutOfRange, .secondsMalformed, .subRipTimeUnreadable:
        lose(.unreadable, reading.range(of: part, in: index), in: index)
      case _ where fault.isOfCueTimes:
        if reading.episode.rows[index].start == nil || reading.episode.rows[index].end == nil {
          lose(.unreadable, reading.range(of: part, in: index), in: index)
        }
      case _ where fault.isYAML || fault == .hashTruncates:
        lose(.syntax, reading.range(of: part, in: index), in: index)
      default: break
      }
    }
  }

  private mutating func lose(_ kind: Loss.Kind, _ range: Range<Int>, in index: Int) {
    losses.append(Loss(kind, reading.text.string(range.prefix(200)), at: Script.Place(range.lowerBound)))
  }

  /// A part of the text with `\n` as line end and without the byte order mark.
  private func source(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    let isMarked = range.lowerBound == 0 && reading.text.bytes.starts(with: Text.byteOrderMark)
    var isBehindReturn = false
    for byte in reading.text.bytes[range].dropFirst(isMarked ? 3 : 0) {
      if byte == 0x0D || byte != 0x0A || !isBehindReturn { bytes.append(byte == 0x0D ? 0x0A : byte) }
      isBehindReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
