import Features
import Testing
import Transcript

struct FoldingTests {
  @Test("Sections, long turns and front matter can be folded; single lines cannot")
  func folding() throws {
    let reading = try read(
      """
      ---
      title: Hives
      season: 1
      transcript:
      - header: The bees
      - line: One two
          three
        who: Ada
      - line: Four
        who: Bo
      ---

      Links
      """, as: "front-matter")
    let folded = folds(reading).map { fold in
      let first = reading.text.line(at: fold.range.lowerBound) + 1
      let last = reading.text.line(at: fold.range.upperBound - 1) + 1
      return "\(first)-\(last) \(fold.kind) \(fold.collapsedText)"
    }
    #expect(
      folded == [
        "1-4 frontMatter Hives", "5-10 section The bees", "6-8 turn Ada: One two three", "9-10 turn Bo: Four",
      ])
  }
}
