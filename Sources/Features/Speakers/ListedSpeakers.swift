import Transcript

extension Reading {
  /// The values of the metadata that name speakers, in the order of the text.
  var listedSpeakers: [MetadataValue] {
    entries(RosterKey.all.map(\.name)).values.sorted().flatMap(names)
  }
}
