import SourceText
import Transcript

/// How a new start is written in the place of another one.
struct StartSpelling {
  private let reading: Reading
  private let usual: TimeSpelling

  init(_ reading: Reading, usual: TimeSpelling) {
    (self.reading, self.usual) = (reading, usual)
  }

  /// The start as a time.
  ///
  /// - Parameter written: what stands there.
  func time(_ start: BlockFields.Start, at block: Int, over written: ArraySlice<UInt8> = []) -> String {
    guard let like = start.like ?? reading.nearestTime(to: block) else { return usual.string(for: start.time) }
    let spelling = like.spelling(of: start.time)
    // Decimals that say the same stay, as many as there are.
    guard case .time(let old) = Timestamp.read(written), old.style.fractionDigits == like.style.fractionDigits,
      old.time.milliseconds % 1000 == start.time.milliseconds % 1000
    else { return spelling }
    let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
    return String(decoding: Array(spelling.utf8.prefix { !isMark($0) }) + written.drop { !isMark($0) }, as: UTF8.self)
  }

  /// The start as a number of seconds: whole ones beside a time, which has the rest.
  func seconds(_ start: Time, at block: Int, over written: ArraySlice<UInt8> = [], besideTime: Bool) -> String {
    let fraction = start.milliseconds % 1000
    // Decimals that say the same stay, and beside a time all.
    if let old = Time(secondsWrittenAs: written), besideTime || old.milliseconds % 1000 == fraction {
      return String(start.wholeSeconds) + String(decoding: written.drop { $0 != UInt8(ascii: ".") }, as: UTF8.self)
    }
    guard !besideTime, fraction > 0 else { return String(start.wholeSeconds) }
    let digits = TimeSpelling.digits(of: start)
    return String(start.wholeSeconds) + "." + String(String(1000 + fraction).dropFirst().prefix(digits))
  }
}
