import SourceText
import Transcript

/// Puts a slip at WebVTT right.
struct WebVTTMending {
  private let reading: Reading
  private let block: Int
  private let fault: Fault?
  private let range: Range<Int>

  init(_ reading: Reading, _ block: Int, _ part: Part) {
    (self.reading, self.block) = (reading, block)
    fault = part.fault
    range = reading.range(of: part, in: block)
  }

  /// Nil where the slip is not one that can be put right in this way.
  func edits(_ mending: Mending) -> [Edit]? {
    switch mending {
    case .escapeMark: escaping
    case .removeEntry: removing
    case .join: joining
    case .respell: respelling
    default: nil
    }
  }

  private var respelling: [Edit]? {
    switch fault {
    case .signatureMissing: signature
    case .headerText: header
    case .blankLineMissing: blankLine
    case .cueArrow: isBetweenTimes ? [Edit(range, spaced("-->"))] : nil
    case .cueTimeHours: [Edit(range.lowerBound..<range.lowerBound, "0")]
    case .cueTimeIndent: [Edit(range, "")]
    case .cueTimeFormFeed: formFeeds
    case .cueArrowBlank: [Edit(range, spaced("-->"))]
    case .cueSettingsBlank: [Edit(range.lowerBound..<range.lowerBound, " ")]
    case .settingValue: WebVTTOldSetting.edit(reading.text.string(range)).map { [Edit(range, $0)] }
    case .spanNotClosed: closing
    case .classEmpty: emptyClasses
    case .tagLineBreak: [onOneLine]
    case .tagWords: parting
    default: nil
    }
  }

  // MARK: - The frame

  private var lineEnding: String { reading.text.lineEnding(at: reading.text.lineStarts[0]) }

  /// The line WEBVTT stands first, whatever of it is there.
  private var signature: [Edit]? {
    let bytes = reading.text.bytes
    let start = bytes.starts(with: Text.byteOrderMark) ? Text.byteOrderMark.count : 0
    guard let mark = reading.range(.mark, of: block), mark.lowerBound >= start else {
      return [Edit(start..<start, "WEBVTT" + lineEnding + lineEnding)]
    }
    // What stands right behind the word is parted from it.
    let next = mark.upperBound < bytes.count ? bytes[mark.upperBound] : 0x0A
    let isParted = Ascii.isBlank(next) || Ascii.isLineEnd(next)
    return [Edit(start..<mark.upperBound, isParted ? "WEBVTT" : "WEBVTT ")]
  }

  /// What would be a comment or a style sheet below a blank line gets one above it; anything else becomes a comment.
  private var header: [Edit] {
    let line = reading.text.string(range)
    let isBlock = ["NOTE", "STYLE", "REGION"].contains {
      line == $0 || line.hasPrefix($0 + " ") || line.hasPrefix($0 + "\t")
    }
    let end = reading.text.lineEnding(at: range.lowerBound)
    return [Edit(range.lowerBound..<range.lowerBound, isBlock ? end : end + "NOTE ")]
  }

  /// A blank line above a cue: above its number if that was taken for the last line of the cue above.
  private var blankLine: [Edit] {
    let end = reading.text.lineEnding(at: range.lowerBound)
    let line = reading.text.line(at: range.lowerBound)
    if reading.blocks[block].kind == .metadata {
      let content = reading.text.range(ofLine: line)
      let hasEnd = reading.text.content(ofLine: line).upperBound < content.upperBound
      return [Edit(content.upperBound..<content.upperBound, hasEnd ? end : end + end)]
    }
    if line > 1 {
      let above = reading.text.content(ofLine: line - 1)
      let isNumber = !above.isEmpty && reading.text.bytes[above].allSatisfy(Ascii.isDigit)
      let hasTextAbove = !reading.text.content(ofLine: line - 2).isEmpty
      if isNumber, hasTextAbove { return [Edit(above.lowerBound..<above.lowerBound, end)] }
    }
    return [Edit(range.lowerBound..<range.lowerBound, end)]
  }

  /// The blank lines above stray text go.
  private var joining: [Edit]? {
    guard block > 0, reading.blocks[block - 1].kind == .segment else { return nil }
    let line = reading.text.line(at: reading.content(of: block - 1).upperBound)
    let end = reading.text.range(ofLine: line).upperBound
    return end < range.lowerBound ? [Edit(end..<range.lowerBound, "")] : nil
  }

  // MARK: - Times

  /// Whether the fault is all that stands between two times.
  private var isBetweenTimes: Bool {
    guard let start = reading.range(.start, of: block), let end = reading.range(.end, of: block) else { return false }
    return start.upperBound <= range.lowerBound && range.upperBound <= end.lowerBound
  }

  /// With a blank on each side where none is.
  private func spaced(_ arrow: String) -> String {
    func isBlank(_ offset: Int) -> Bool {
      reading.text.bytes.indices.contains(offset) && Ascii.isBlank(reading.text.bytes[offset])
    }
    return (isBlank(range.lowerBound - 1) ? "" : " ") + arrow + (isBlank(range.upperBound) ? "" : " ")
  }

  /// All form feeds of the line.
  private var formFeeds: [Edit] {
    let line = reading.text.content(ofLine: reading.text.line(at: range.lowerBound))
    return line.filter { reading.text.bytes[$0] == 0x0C }.map { Edit($0..<($0 + 1), " ") }
  }

  // MARK: - Text

  private var escaping: [Edit]? {
    switch fault {
    case .ampersand: return [Edit(range, "&amp;")]
    case .tagUnknown, .tagNotClosed: return [Edit(range.prefix(1), "&lt;")]
    case .arrowInText, .arrowInComment, .arrowInStyle:
      let line = reading.text.content(ofLine: reading.text.line(at: range.lowerBound))
      var edits: [Edit] = []
      for index in line.dropFirst(2) where reading.text.bytes[(index - 2)...index].elementsEqual("-->".utf8) {
        edits.append(Edit(index..<(index + 1), "&gt;"))
      }
      return edits
    default: return nil
    }
  }

  private var removing: [Edit]? {
    switch fault {
    case .settingMalformed, .settingUnknown, .settingValue, .settingTwice, .lineFraction:
      guard let settings = reading.range(.settings, of: block) else { return nil }
      // With the blanks before it, or behind the first one.
      let bytes = reading.text.bytes
      var removed = range
      if removed.lowerBound > settings.lowerBound {
        while removed.lowerBound > settings.lowerBound, bytes[removed.lowerBound - 1] <= 0x20 {
          removed = (removed.lowerBound - 1)..<removed.upperBound
        }
      } else {
        while removed.upperBound < settings.upperBound, bytes[removed.upperBound] <= 0x20 {
          removed = removed.lowerBound..<(removed.upperBound + 1)
        }
      }
      return [Edit(removed, "")]
    case .endTagSurplus, .wordTimeMalformed, .wordTimeOrder, .wordTimeOutside: return [Edit(range, "")]
    default: return nil
    }
  }

  /// End tags for all tags that are open where the cue ends, the innermost first.
  private var closing: [Edit]? {
    var open: [CueText.Tag] = []
    let words = reading.blocks.parts(of: block).filter { $0.kind == .words }
    guard let first = words.first, let last = words.last else { return nil }
    let text = reading.range(of: first, in: block).lowerBound..<reading.content(of: block).upperBound
    reading.text.bytes.withUnsafeBufferPointer { bytes in
      CueText.forEachToken(in: bytes, text, .cue) { token in
        guard case .tag(let tag) = token, tag.isMarkup, tag.name != .time else { return }
        if !tag.isEnd {
          open.append(tag)
        } else if open.last?.name == tag.name {
          open.removeLast()
        }
      }
    }
    // The voice of the whole cue needs no end tag, and may have one behind the words.
    open.removeAll { $0.name == .v && $0.range.lowerBound == text.lowerBound }
    guard !open.isEmpty else { return nil }
    let end = reading.range(of: last, in: block).upperBound
    return [Edit(end..<end, open.reversed().map { "</\(reading.text.string($0.written))>" }.joined())]
  }

  private var emptyClasses: [Edit]? {
    var edits: [Edit] = []
    let bytes = reading.text.bytes
    for index in range where bytes[index] == UInt8(ascii: ".") {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next <= 0x20 || next == UInt8(ascii: ".") || next == UInt8(ascii: ">") {
        edits.append(Edit(index..<(index + 1), ""))
      }
    }
    return edits.isEmpty ? nil : edits
  }

  private var onOneLine: Edit {
    var written: [UInt8] = []
    for byte in reading.text.bytes[range] {
      if !Ascii.isLineEnd(byte) { written.append(byte) } else if written.last != 0x20 { written.append(0x20) }
    }
    return Edit(range, written)
  }

  /// The tag ends behind its name and classes, and the words follow it.
  private var parting: [Edit]? {
    let bytes = reading.text.bytes
    guard let gap = range.first(where: { bytes[$0] <= 0x20 }), let close = range.last,
      bytes[close] == UInt8(ascii: ">")
    else { return nil }
    let words = (gap..<close).drop { bytes[$0] <= 0x20 }
    // `<b loud words</b>`: what was swallowed is the beginning of the end tag.
    if let tag = words.last(where: { bytes[$0] == UInt8(ascii: "<") }) {
      return bytes[tag + 1] == UInt8(ascii: "/") ? [Edit(gap..<words.lowerBound, ">")] : nil
    }
    let next = close + 1 < bytes.count ? bytes[close + 1] : 0x0A
    return [Edit(gap..<words.lowerBound, ">"), Edit(close..<(close + 1), next <= 0x20 ? "" : " ")]
  }
}

/// Settings of old drafts and what they are called today.
enum WebVTTOldSetting {
  /// Nil where it is not known what was meant.
  static func edit(_ setting: String) -> String? {
    let pieces = setting.split(separator: ":", maxSplits: 1).map(String.init)
    guard pieces.count == 2 else { return nil }
    let value = pieces[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    switch (pieces[0], value.count) {
    case ("align", 1): return value[0] == "middle" ? "align:center" : nil
    case ("position", 2): return positions[value[1]].map { "position:\(value[0]),\($0)" }
    case ("line", 2): return value[1] == "middle" ? "line:\(value[0]),center" : nil
    default: return nil
    }
  }

  private static let positions = ["start": "line-left", "middle": "center", "end": "line-right"]
}
