import Formats
import Foundation
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// Slips of the keys anywhere in real transcripts: nothing crashes, and what was kept is what would be read afresh.
///
/// `TAPESCRIPT_EDITS=100000 swift test -c release --filter TortureTests` makes it long.
struct TortureTests {
  @Test(
    "After any slip in any real transcript, reading and findings are those of a text read afresh",
    .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func slips() throws {
    let edits = ProcessInfo.processInfo.environment["TAPESCRIPT_EDITS"].flatMap(Int.init) ?? 60
    let files = Repository.allSamples()
    try #require(!files.isEmpty)
    var generator = SeededGenerator(seed: 20_26)
    var made = 0
    for (number, file) in files.enumerated() {
      let original = try file.text()
      let share = (edits - made) / (files.count - number)
      made += share
      let format = try #require(
        Detection.detect(original).format ?? Notations.builtIn.formats[number % Notations.builtIn.formats.count]
          as (any Format)?)
      var document = Document(original, format: format)
      var judge = Judge(document.reading, .everything)
      for step in 0..<share {
        if step % 40 == 0 {
          document = Document(original, format: format)
          judge = Judge(document.reading, .everything)
        }
        let edit = Edit.random(in: document.reading.text, using: &generator)
        judge.update(document.apply(edit), document.reading)
        let fresh = Document(document.reading.text, format: format).reading
        try #require(document.reading.blocks == fresh.blocks, "\(file.lastPathComponent), \(edit)")
        let agrees = judge.agrees(with: fresh, on: document.reading, .everything)
        try #require(agrees, "\(file.lastPathComponent), \(edit)")
        _ = Detection.detect(document.reading.text)
      }
    }
    print("\(made) slips in \(files.count) real transcripts")
  }
}
