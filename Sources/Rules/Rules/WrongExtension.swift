import SourceText
import Transcript

extension Rule {
  /// What is in the file tells what it is, and it is read as that.
  static let wrongExtension = Rule(
    "wrong-extension", .warning,
    summary: "The name of the file says that it is in another notation than it is.",
    why: "Players and editors go by the ending of the name, and read nothing or something else.",
    looks: .atDocument(.frame) { reading, report in
      guard report.surroundings.ending == "srt", let signature = reading.signature else { return }
      report(signature, "This is WebVTT, and the name says SubRip; rename the file so that it ends in .vtt.")
    })
}

extension Reading {
  /// The first line of a file that says itself what it is.
  fileprivate var signature: Range<Int>? {
    guard blocks.count > 0, blocks[0].kind == .metadata, let mark = range(.mark, of: 0), text.string(mark) == "WEBVTT"
    else {
      return nil
    }
    return mark
  }
}
