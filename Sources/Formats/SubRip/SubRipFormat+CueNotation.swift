import SourceText
import Transcript

/// How SubRip is written.
extension SubRipFormat: CueNotation {
  var quoting: Quoting { .subtitle }
  var isNumbered: Bool { true }
  var usualLabel: CueLabelStyle { .colon }

  func written(_ time: Time, like: Timestamp?) -> String {
    // What is odd about another time is a slip, and not a style.
    guard let like, like.isASCII, like.style.hourDigits > 0, like.style.fractionDigits > 0 else {
      return time.writtenInSubRip
    }
    return like.spelling(of: time)
  }

  func edits(mending fault: Part, _ mending: Mending, of block: Int, in reading: Reading) -> [Edit]? {
    SubRipMending(reading, block, fault).edits(mending)
  }
}
