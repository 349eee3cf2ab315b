import Features
import SourceText
import Support
import Testing
import Transcript

/// What a glossary can learn at a place.
struct GlossaryPairTests {
  /// - Parameter text: said by somebody; the place is between the marks `‹` and `›`, and what stood there before behind a
  ///   bar: `‹new|old›`.
  private func pair(_ text: String, as notation: String = "page") throws -> String? {
    let source =
      notation == "page"
      ? "Ada: \(text) (0:10)\n\nBo: Yes. (0:20)\n"
      : "---\ntranscript:\n- line: '\(text)'\n  sec: 10\n  time: '0:10'\n  who: Ada\n---\n"
    let open = source.place(of: "‹")
    let close = source.place(of: "›")
    let pieces = source[open.upperBound..<close.lowerBound].split(
      separator: "|", omittingEmptySubsequences: false)
    let clean = source[..<open.lowerBound] + pieces[0] + source[close.upperBound...]
    let start = source[..<open.lowerBound].utf8.count
    let range = start..<(start + pieces[0].utf8.count)
    let reading = try read(String(clean), as: notation)
    let corrected = pieces.count > 1 ? (range: range, original: Array(pieces[1].utf8)) : nil
    return glossaryPair(reading, at: range, corrected: corrected).map { "\($0.wrong) > \($0.right)" }
  }

  @Test(
    "What was typed over something else is right, and the other wrong",
    arguments: [
      ("She sold ‹lamp oil|lamb oyl› there.", "lamb oyl > lamp oil"), ("She sold lamp ‹oi|oy›l.", "oyl > oil"),
      ("She knows ‹Kubernetes|Cooper Netties›.", "Cooper Netties > Kubernetes"),
      ("She knows ‹K|k›ubernetes.", "kubernetes > Kubernetes"), ("I do‹n'|n›t know.", "dont > don't"),
      ("She is ‹|not ›there.", nil), ("She is ‹never |›there.", nil), ("She said ‹|b›elle.", "belle > elle"),
      ("Kub‹|b›ernetes", "Kubbernetes > Kubernetes"), ("‹One two three four five six|One›", nil),
      ("She sold ‹lamp oil|lamp oil›.", nil),
    ])
  func corrected(text: String, expected: String?) throws {
    #expect(try pair(text) == expected)
  }

  @Test(
    "A word with a capital letter is right as it is written",
    arguments: [
      ("She uses Kuber‹›netes now.", "kubernetes > Kubernetes"),
      ("She uses ‹Allan Keeper› now.", "allan keeper > Allan Keeper"),
      ("‹Belle› rings.", "belle > Belle"), ("She uses ‹“Lokal”›.", "lokal > Lokal"), ("I like ‹C++›.", "c++ > C++"),
      // Every sentence begins with one.
      ("Be‹›lle rings.", nil), ("She did. Be‹›lle rang.", nil), ("Git‹›Hub is down.", "github > GitHub"),
      ("She ‹uses› it.", nil), ("She us‹›es it.", nil), ("‹One Two Three Four Five Six›", nil),
    ])
  func asItIsWritten(text: String, expected: String?) throws {
    #expect(try pair(text) == expected)
  }

  @Test("In a value of YAML the text counts, not its quotes")
  func quoting() throws {
    #expect(try pair("I do‹n''|n›t know.", as: "front-matter") == "dont > don't")
  }

  @Test("Where nobody speaks there is nothing to learn")
  func elsewhere() throws {
    let reading = try read("Ada: How are they? (0:10)\n\nBo: Well. (0:20)\n", as: "page")
    #expect(glossaryPair(reading, at: 0..<3) == nil)
    #expect(glossaryPair(reading, at: 19..<23) == nil)
  }
}

extension String {
  fileprivate func place(of mark: Character) -> Range<Index> {
    let place = firstIndex(of: mark)!
    return place..<index(after: place)
  }
}
