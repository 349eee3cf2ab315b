import SourceText
import Support
import Testing

@testable import tapescript_bench

/// Known mistakes, planted in healthy transcripts of every notation, are named for what they are.
struct MutationTests {
  private static let healthy = ["page.txt", "captions.txt", "blog.txt", "front-matter.md", "webvtt.vtt", "srt.srt"]

  private static let specimens =
    Specimen.invented
    + healthy.compactMap { name in
      (try? Repository.text("docs/examples/\(name)")).flatMap { Specimen(name, $0) }
    }

  @Test("There are healthy transcripts in every notation")
  func specimens() {
    #expect(
      Set(Self.specimens.map(\.notation)) == ["page", "captions", "blog", "front-matter", "webvtt", "srt"])
    #expect(Self.specimens.count == 12)
  }

  @Test(
    "Each planted mistake has one finding, in its place, with the way back", arguments: MutationKind.all.map(\.name))
  func mistakes(name: String) throws {
    let kind = try #require(MutationKind.all.first { $0.name == name })
    let score = Score(kind, Self.specimens, count: 12, seed: 2026)
    #expect(score.planted > 0)
    #expect(score.misses.isEmpty, "\(score.misses.joined(separator: "\n"))")
  }
}
