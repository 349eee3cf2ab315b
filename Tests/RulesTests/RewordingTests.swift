import Formats
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// Keys that change nothing but words, the ones that are struck most: what was kept through them is what would be found
/// afresh.
struct RewordingTests {
  private static let pieces = [
    "a", "Z", "7", " ", "? ", "(", ")", "[", "]", "é", "*", ": ", "pause", "[laughs]", "0:12 x",
  ]

  /// An edit inside the words of a segment or at their ends.
  private func edit(_ reading: Reading, _ random: inout SeededGenerator) -> Edit? {
    guard let block = reading.segments().randomElement(using: &random), let words = reading.range(.words, of: block),
      words.count > 2
    else { return nil }
    let start = Int.random(in: words.lowerBound...words.upperBound, using: &random)
    let end = min(words.upperBound, start + [0, 0, 0, 1, 4].randomElement(using: &random)!)
    return Edit(start..<end, Bool.random(using: &random) ? Self.pieces.randomElement(using: &random)! : "")
  }

  @Test(
    "After any edits of words the findings are those of a text read afresh",
    arguments: Notations.kinds + Notations.tried.own.map(\.name), UInt64(1)...3)
  func findings(name: String, seed: UInt64) throws {
    let format = try #require(Notations.tried.format(named: name))
    var kept = 0
    for path in Repository.files(in: "docs/examples", endings: ["md", "txt", "srt", "vtt"]) {
      var random = SeededGenerator(seed: seed)
      var document = Document(Text(Array(try Repository.text(path).bytes.prefix(3_000))), format: format)
      var judge = Judge(document.reading, .everything)
      for step in 0..<80 {
        if step % 8 == 7 {
          judge.update(document.apply(.random(in: document.reading.text, using: &random)), document.reading)
        }
        guard let edit = edit(document.reading, &random) else { break }
        let change = document.apply(edit)
        if change.rewording != nil { kept += 1 }
        judge.update(change, document.reading)
        if Bool.random(using: &random) { continue }
        let fresh = Document(document.reading.text, format: format).reading
        let agrees = judge.agrees(with: fresh, on: document.reading, .everything)
        try #require(agrees, "\(path) step \(step): \(edit)")
      }
    }
    #expect(kept > 50)
  }
}
