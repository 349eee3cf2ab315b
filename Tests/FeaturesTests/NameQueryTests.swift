import Features
import Testing

/// How names are found.
@Suite struct NameQueryTests {
  private func found(_ query: String, in names: [String]) -> [String] {
    let query = NameQuery(query)
    return names.enumerated().compactMap { index, name in query.rank(of: name).map { ($0, index, name) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  @Test func theBestComesFirst() {
    let names = ["The mill", "A windmill", "Mills and smiles", "Mill", "Milo all", "Mind the fallen wall", "Bell"]
    #expect(
      found("mill", in: names) == [
        "Mill", "Mills and smiles", "The mill", "A windmill", "Milo all", "Mind the fallen wall",
      ])
  }

  @Test func caseAccentsAndMarksDoNotCount() {
    #expect(found("oskars", in: ["Oskar’s first hive", "ÓSKAR’S", "Oska"]) == ["ÓSKAR’S", "Oskar’s first hive"])
    #expect(found("Élan", in: ["elan"]) == ["elan"])
    #expect(found("o-s k", in: ["Osk"]) == ["Osk"])
  }

  @Test func everythingFitsNothing() {
    #expect(found("", in: ["b", "a", ""]) == ["b", "a", ""])
    #expect(found("…", in: ["b"]) == ["b"])
    #expect(found("x", in: ["", "abc"]) == [])
  }

  /// The letters that are left out are counted where there are fewest of them.
  @Test func theTightestStretchCounts() {
    #expect(NameQuery("abc").rank(of: "xa a ab xc") == NameQuery("abc").rank(of: "xa bxc"))
  }

  @Test func longNamesAndQueries() {
    let long = String(repeating: "ab", count: 100_000)
    #expect(NameQuery(long).rank(of: long) == 0)
    #expect(NameQuery("z").rank(of: long + "z") == nil)
  }
}
