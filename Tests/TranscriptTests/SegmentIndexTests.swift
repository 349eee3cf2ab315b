import Formats
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct SegmentIndexTests {
  @Test("Which segments there are, and whose, is what going through all blocks tells, after any edits")
  func index() throws {
    let format = try #require(Notations.builtIn.format(named: "page"))
    var document = Document(
      Text("Ada: One. (0:01)\n\nBo: Two. (0:02)\n\nand so on\n\nTitle\n\nAda: Three. (0:03)\n"), format: format)
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let reading = document.reading
      let segments = reading.blocks.indices.filter { reading.kind(of: $0) == .segment }
      #expect(reading.segments() == segments)
      for speaker in reading.episode.speakers.all {
        #expect(reading.segments(of: speaker) == segments.filter { reading.speaker(of: $0) == speaker })
      }
      for block in reading.blocks.indices {
        #expect(reading.segment(above: block) == segments.last { $0 < block })
        #expect(reading.segment(below: block) == segments.first { $0 > block })
        #expect(reading.labelledSegment(above: block) == segments.last { $0 < block && reading.speaker(of: $0) != nil })
      }
      document.apply(.random(in: reading.text, using: &generator))
    }
  }

  @Test("The same in every notation, when words change again and again", arguments: Notations.tried.names)
  func words(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    var document = Document(Notations.talk(in: format), format: format)
    var generator = SeededGenerator(seed: 8)
    var reworded = 0
    for step in 0..<200 {
      let reading = document.reading
      let segments = reading.blocks.indices.filter { reading.kind(of: $0) == .segment }
      #expect(reading.segments() == segments)
      for speaker in reading.episode.speakers.all {
        #expect(reading.segments(of: speaker) == segments.filter { reading.episode.rows[$0].speaker == speaker })
      }
      // What else is kept while words change.
      let fresh = Document(reading.text, format: format).reading
      #expect(Spelling(reading) == Spelling(fresh))
      #expect(reading.episode.spoken == fresh.episode.spoken)
      #expect(reading.episode.timed == fresh.episode.timed)
      guard let segment = segments.randomElement(using: &generator), step % 5 > 0,
        let words = reading.range(.words, of: segment), words.count > 4
      else {
        document.apply(.random(in: reading.text, using: &generator))
        continue
      }
      let place = Int.random(in: (words.lowerBound + 2)..<words.upperBound, using: &generator)
      if document.apply(Edit(place..<place, ["e", " ", ": "].randomElement(using: &generator)!)).rewording != nil {
        reworded += 1
      }
    }
    #expect(reworded > 20)
  }
}
