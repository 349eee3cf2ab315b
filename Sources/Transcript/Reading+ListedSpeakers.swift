extension Reading {
  /// The values of the metadata that name speakers, in the order of the text.
  public var listedSpeakers: [MetadataValue] {
    entries(RosterKey.all.map(\.name)).values.sorted().flatMap(names)
  }
}
