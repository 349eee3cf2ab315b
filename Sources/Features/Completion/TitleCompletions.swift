import SourceText
import Transcript

/// At the title of a section, the titles in a list of chapters that no section has yet, those nearest in time first. Nil if
/// the cursor is at no title, or there is no list.
func titleCompletions(_ place: CompletionPlace, _ chapters: [(title: String, start: Time)]) -> [Completion]? {
  let reading = place.reading
  guard !chapters.isEmpty, let block = place.block, reading.kind(of: block) == .header,
    let title = reading.range(.title, of: block), title.touches(place.offset) || title.isEmpty && place.isAtEnd
  else { return nil }
  let typed = reading.text.string(min(title.lowerBound, place.offset)..<place.offset).lowercased()
  let own = reading.string(.title, of: block)
  let used = Set(
    reading.blocks.indices.lazy.filter { $0 != block && reading.kind(of: $0) == .header }
      .compactMap { reading.string(.title, of: $0) })
  let start = (place.below().prefix(20) + place.above().prefix(20)).lazy.compactMap(reading.episode.start).first
  let near = start ?? Time(seconds: 0)
  func distance(_ chapter: (title: String, start: Time)) -> Int32 {
    abs(chapter.start.milliseconds - near.milliseconds)
  }
  return chapters.filter {
    $0.title != own && !used.contains($0.title) && $0.title.lowercased().contains(typed)
  }
  .sorted { distance($0) < distance($1) }
  .compactMap { chapter in
    place.completion(.title, chapter.title, by: .setTitle(block: block, chapter.title)).map { completion in
      var completion = completion
      completion.detail = chapter.start.description
      return completion
    }
  }
}
