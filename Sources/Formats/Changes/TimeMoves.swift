import SourceText
import Transcript

/// Moves the times of blocks. Each time keeps its spelling; digits that it does not show are those of the other times of
/// the file.
struct TimeMoves {
  private let reading: Reading
  private let starts: StartSpelling
  /// Writes a time of a cue like another one; nil in texts without cues.
  private let writeCue: ((Time, Timestamp) -> String)?
  /// How the times of the text are written; read when it is first needed.
  private lazy var usual = Spelling(reading).times

  init(_ reading: Reading, writeCue: ((Time, Timestamp) -> String)? = nil) {
    (self.reading, self.writeCue) = (reading, writeCue)
    starts = StartSpelling(reading, usual: TimeSpelling(.fromTheFirst))
  }

  /// - Parameter offset: times before it stay.
  /// - Returns: nil if there is no such block, or if one of its times would be before the recording or beyond what can
  ///   be written.
  mutating func edits(to block: Int, from offset: Int, _ move: TimeMove) -> [Edit]? {
    guard reading.blocks.indices.contains(block), [.segment, .header].contains(reading.kind(of: block)) else {
      return nil
    }
    var edits: [Edit] = []
    let parts = reading.blocks.parts(of: block)
    let hasTime = parts.contains { $0.kind == .start && $0.length > 0 }
    for part in parts {
      let range = reading.range(of: part, in: block)
      guard range.lowerBound >= offset else { continue }
      let written = reading.text.bytes[range]
      switch part.kind {
      case .start, .end, .inlineTime, .title:
        guard part.kind != .title || isTimeAlone(written), let time = time(written) else { continue }
        guard let moved = move.time(of: time), let spelling = spelling(of: moved, at: block, over: written, part)
        else { return nil }
        edits.append(Edit(range, spelling))
      case .seconds:
        guard let time = Time(secondsWrittenAs: written) else { continue }
        guard let moved = move.time(of: time) else { return nil }
        edits.append(Edit(range, starts.seconds(moved, at: block, over: written, besideTime: hasTime)))
      case .mark:
        guard let start = reading.episode.rows[block].start, written.elementsEqual(start.inWords.utf8) else { continue }
        guard let moved = move.time(of: start) else { return nil }
        edits.append(Edit(range, moved.inWords))
      default: break
      }
    }
    if let start = reading.episode.rows[block].start, edits.contains(where: { $0.range.lowerBound >= offset }) {
      edits += linkEdits(block, leadingTo: start, move).filter { link in
        link.range.lowerBound >= offset && !edits.contains { $0.range.overlaps(link.range) }
      }
    }
    return edits
  }

  // MARK: - Times

  /// A title that is nothing but a time, as some notations have every few minutes.
  private func isTimeAlone(_ title: ArraySlice<UInt8>) -> Bool {
    if case .time = Timestamp.read(title) { true } else { false }
  }

  /// What is only known to be meant as a time, like one of a cue with a digit too many, stays as it is.
  private func time(_ written: ArraySlice<UInt8>) -> Time? {
    if case .time(let stamp) = Timestamp.read(written) { stamp.time } else { nil }
  }

  /// Nil where the spelling would not be read as the time.
  private mutating func spelling(
    of time: Time, at block: Int, over written: ArraySlice<UInt8>, _ part: Part
  ) -> String? {
    guard case .time(let stamp) = Timestamp.read(written) else { return nil }
    if let writeCue {
      // What the notation would write differently keeps its spelling: that is another mistake, and not to be mended here.
      return writeCue(stamp.time, stamp).utf8.elementsEqual(written) ? writeCue(time, stamp) : stamp.spelling(of: time)
    }
    let spelling = starts.time(.init(time: time, like: completed(stamp)), at: block, over: written)
    guard case .time(let read) = Timestamp.read(spelling.utf8), read.time.wholeSeconds == time.wholeSeconds else {
      return nil
    }
    return spelling
  }

  /// A time with the digits of hours and minutes that it does not show.
  private mutating func completed(_ stamp: Timestamp) -> Timestamp {
    guard let usual else { return stamp }
    var stamp = stamp
    let isBelowAnHour = stamp.time.milliseconds < 3_600_000
    if !stamp.showsMinuteWidth { stamp.minuteWidth = usual.minuteDigits }
    if isBelowAnHour, stamp.style.hourDigits == 0 {
      stamp.hourWidthAboveAnHour = usual.hours == .never ? 0 : usual.hourDigits
    }
    if !isBelowAnHour, stamp.style.hourDigits > 0 {
      stamp.hourWidthBelowAnHour = usual.hours == .always ? Int(stamp.style.hourDigits) : 0
    }
    return stamp
  }

  // MARK: - Links

  /// Links to the recording at the start of the block: `?t=724`, `&t=724s`, `#t=12m4s`.
  private func linkEdits(_ block: Int, leadingTo start: Time, _ move: TimeMove) -> [Edit] {
    let range = reading.content(of: block)
    let bytes = reading.text.bytes
    var edits: [Edit] = []
    var index = range.lowerBound
    while index + 3 < range.upperBound {
      defer { index += 1 }
      guard bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "#"),
        bytes[index + 1] == UInt8(ascii: "t"), bytes[index + 2] == UInt8(ascii: "=")
      else { continue }
      let value = ((index + 3)..<range.upperBound).prefix { Ascii.isDigit(bytes[$0]) || Ascii.isLetter(bytes[$0]) }
      guard let offset = LinkOffset(bytes[value]), offset.seconds == start.wholeSeconds,
        let moved = move.time(of: start)
      else { continue }
      edits.append(Edit(value, offset.spelling(of: moved.wholeSeconds)))
    }
    return edits
  }
}

/// The offset in a link to a recording, as written: `724`, `724s`, `12m4s`, `1h2m3s`.
private struct LinkOffset {
  let seconds: Int
  private let hasUnits: Bool
  private let hasMark: Bool

  /// Nil where it is none.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= 12, !bytes.isEmpty else { return nil }
    var total = 0
    var number: Int?
    var units: [UInt8] = []
    for byte in bytes {
      if Ascii.isDigit(byte) {
        number = min((number ?? 0) * 10 + Int(byte - 0x30), Time.latest)
        continue
      }
      guard let value = number, let place = Array("hms".utf8).firstIndex(of: byte), !units.contains(byte) else {
        return nil
      }
      total += value * [3600, 60, 1][place]
      units.append(byte)
      number = nil
    }
    seconds = total + (number ?? 0)
    hasMark = units == [UInt8(ascii: "s")]
    hasUnits = !units.isEmpty && !hasMark
  }

  func spelling(of seconds: Int) -> String {
    guard hasUnits else { return String(seconds) + (hasMark ? "s" : "") }
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    return (hours > 0 ? "\(hours)h" : "") + (hours > 0 || minutes > 0 ? "\(minutes)m" : "") + "\(rest)s"
  }
}
