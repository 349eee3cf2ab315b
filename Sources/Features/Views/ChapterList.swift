import SourceText
import Transcript

/// The sections as a list that platforms for recordings read as chapters: a line for each, its time and its title.
/// Sections without a time are left out, since nobody could go there.
public func chapterList(_ reading: Reading) -> String {
  let timeline = Timeline(reading)
  return reading.sections().compactMap { section in
    guard let title = section.title, let start = timeline.span(of: section)?.start else { return nil }
    let name = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return name.isEmpty ? nil : "\(start.description) \(visible(name))\n"
  }.joined()
}
