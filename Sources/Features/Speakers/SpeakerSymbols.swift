import SourceText
import Transcript

/// The speaker whose label, or whose name in the metadata, is at an offset. The place right behind the name counts, too,
/// since a caret stands there.
public func speakerSymbol(_ reading: Reading, at offset: Int) -> SpeakerSymbol? {
  guard let block = reading.blocks.index(at: offset) else { return nil }
  if let label = label(reading, at: offset, in: block) {
    let name = reading.string(of: label, in: block)
    return SpeakerSymbol(
      origin: reading.range(of: label, in: block), names: [name], labels: allLabels(reading, of: name).map(\.range),
      entry: Cast(reading).entry(for: name)?.range)
  }
  guard reading.blocks[block].kind == .metadata else { return nil }
  let cast = Cast(reading)
  guard let entry = cast.entry(at: offset) else { return nil }
  let speakers = reading.episode.speakers
  let names = speakersInOrder(reading).map(speakers.label).filter { cast.entry(for: $0)?.range == entry.range }
  let labels = labels(reading, of: names)
  return labels.isEmpty ? nil : SpeakerSymbol(origin: entry.range, names: names, labels: labels, entry: entry.range)
}

/// The labels with one of some names, in order, in bytes of the text.
public func labels(_ reading: Reading, of names: [String]) -> [Range<Int>] {
  names.flatMap { allLabels(reading, of: $0).map(\.range) }.sorted { $0.lowerBound < $1.lowerBound }
}

/// The labels that change together with the one at an offset, because they are written alike, in bytes of the text.
/// Empty if there is no label, or only this one.
public func linkedLabels(_ reading: Reading, at offset: Int) -> [Range<Int>] {
  guard let block = reading.blocks.index(at: offset), let label = label(reading, at: offset, in: block) else {
    return []
  }
  let written = reading.text.bytes[reading.range(of: label, in: block)]
  // In other quotes, the same characters mean something else.
  let linked = allLabels(reading, of: reading.string(of: label, in: block)).filter {
    $0.quoting == label.quoting && reading.text.bytes[$0.range].elementsEqual(written)
  }.map(\.range)
  return linked.count > 1 ? linked : []
}

private func label(_ reading: Reading, at offset: Int, in block: Int) -> Part? {
  guard reading.speaker(of: block) != nil else { return nil }
  return reading.blocks.parts(of: block).first { part in
    let range = reading.range(of: part, in: block)
    return part.kind == .speaker && !range.isEmpty && reading.isAt(offset, range)
  }
}

/// All labels with a name, in bytes of the text.
private func allLabels(_ reading: Reading, of name: String) -> [(range: Range<Int>, quoting: Quoting)] {
  labelPlaces(reading, of: name).map { (reading.range(of: $0.part, in: $0.block), $0.part.quoting) }
}
