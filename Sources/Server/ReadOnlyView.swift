import Features
import LSP
import SourceText
import Transcript

/// A text that is made from a transcript, for reading only.
enum ReadOnlyView: String, CaseIterable {
  case readingCopy = "reading-copy"
  case webVTT = "webvtt"
  case subRip = "srt"
  case chapters
  case statistics

  /// For people.
  var title: String {
    switch self {
    case .readingCopy: "reading copy"
    case .webVTT: "captions as WebVTT"
    case .subRip: "captions as SubRip"
    case .chapters: "chapters"
    case .statistics: "statistics"
    }
  }

  /// The ending of a name that tells an editor how to show it.
  var ending: String {
    switch self {
    case .readingCopy, .chapters: "txt"
    case .webVTT: "vtt"
    case .subRip: "srt"
    case .statistics: "md"
    }
  }

  /// Why there is nothing to show, for people.
  var obstacle: String {
    switch self {
    case .webVTT, .subRip: "This transcript cannot be shown as captions: it has no times."
    case .chapters: "This transcript has no sections with times, so there are no chapters."
    case .readingCopy, .statistics: "There is no transcript in this document."
    }
  }
}

extension OpenDocument {
  /// The text of a view; nil if there is nothing to show.
  mutating func text(of view: ReadOnlyView) -> [UInt8]? {
    guard let reading else { return nil }
    switch view {
    case .readingCopy: return reading.segments().isEmpty ? nil : Array(readingCopy(reading).utf8)
    case .webVTT, .subRip: return notation == view.rawValue ? text.bytes : converted(to: view.rawValue)?.bytes
    case .chapters:
      let list = chapterList(reading)
      return list.isEmpty ? nil : Array(list.utf8)
    case .statistics: return Array(statisticsSheet(reading, uncertain: uncertainPassages).utf8)
    }
  }
}
