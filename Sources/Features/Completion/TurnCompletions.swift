import SourceText
import Transcript

/// Where a new segment may begin: the speakers who may speak, each with what stands before their words, and whole turns.
func turnCompletions(_ place: CompletionPlace) -> [Completion] {
  let reading = place.reading
  guard place.isAtEnd, place.block.map({ reading.kind(of: $0) != .metadata }) ?? false,
    place.before.lowerBound == place.line.lowerBound
  else { return [] }
  let typed = reading.text.string(place.before)
  guard typed.utf8.count <= 60 else { return [] }
  let speakers = place.speakers().filter { speaker in
    typed.isEmpty || speaker.name.lowercased().hasPrefix(typed.lowercased()) && speaker.name != typed
  }
  let time = place.nextTime()
  let isApart = place.isBelowBlank
  var labels: [Completion] = []
  var turns: [Completion] = []
  for (name, segment) in speakers {
    guard let model = place.model(of: segment), isApart || !model.isSpread,
      let written = model.written(place.filling(segment, time))
    else { continue }
    let lead = String(decoding: written.text.utf8.prefix(written.words.lowerBound), as: UTF8.self)
    let start = time.map { $0.like.spelling(of: $0.time) }
    if !lead.isEmpty, lead.utf8.count > name.utf8.count {
      let saysTime = start.map(lead.contains) ?? false
      labels.append(
        Completion(
          kind: .speaker, label: visible(name), detail: saysTime ? start : nil, filter: name, range: place.before,
          text: lead))
    }
    guard written.words.upperBound < written.text.utf8.count || lead.isEmpty, turns.count < 2 else { continue }
    turns.append(
      Completion(
        kind: .turn, label: visible(name) + ": " + Completion.words, detail: start.map { "at " + $0 }, filter: name,
        range: place.before, text: written.text, placeholder: written.words))
  }
  return labels + turns
}

extension Completion {
  /// What stands in the place of the words that are not typed yet.
  static let words = "…"
}

extension CompletionPlace {
  /// The nearest segment that can be copied, one with a time if there is one.
  func model(of segment: Int) -> TurnModel? {
    let near = [segment] + above().prefix(20) + below().prefix(20)
    let models = near.lazy.compactMap { TurnModel(reading, $0) }.filter(\.hasLabel)
    return models.first(where: \.hasTime) ?? models.first
  }

  func filling(_ segment: Int, _ time: (time: Time, like: Timestamp)?) -> TurnModel.Filling {
    let label = reading.part(.speaker, of: segment).map { reading.text.bytes[reading.scalar($0, in: segment)] }
    return TurnModel.Filling(speaker: label.map { Array($0) }, time: time, words: Completion.words)
  }
}
