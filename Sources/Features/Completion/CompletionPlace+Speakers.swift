import SourceText
import Transcript

extension CompletionPlace {
  /// The speakers who may speak here, the likeliest first, each with a segment that has the label.
  ///
  /// People take turns, so the one before the last speaker comes first and the last speaker behind the others.
  func speakers() -> [(name: String, segment: Int)] {
    let speakers = reading.episode.speakers
    var found: [(id: Speakers.ID, segment: Int)] = []
    func add(_ segments: [Int]) {
      for segment in segments {
        guard let speaker = reading.speaker(of: segment), !found.contains(where: { $0.id == speaker }) else { continue }
        found.append((speaker, segment))
        if found.count == Self.mostSpeakers { return }
      }
    }
    add(above())
    if found.count > 1 { found.append(found.removeFirst()) }
    add(below())
    return found.map { (speakers.label(of: $0.id), $0.segment) }
  }

  /// A longer list is of no use to a person.
  private static let mostSpeakers = 20
}
