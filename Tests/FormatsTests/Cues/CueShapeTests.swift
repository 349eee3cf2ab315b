import Formats
import Foundation
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

/// What holds when turns become cues, and cues turns, in all examples and samples.
struct CueShapeTests {
  private static let shapes =
    CueProfile.all + [CueProfile(lines: 2, lineLength: 32), CueProfile(lines: 1, lineLength: 20)]

  /// All examples, and some files of each archive.
  private static func texts() -> [URL] {
    let examples = Repository.files(in: "docs/examples", endings: ["md", "txt", "srt", "vtt"])
    let samples = Repository.hasSamples ? Repository.allSamples() : []
    let archives = Dictionary(grouping: samples) { $0.deletingLastPathComponent().path() }
    return examples.map { Repository.root.appending(path: $0) } + archives.values.flatMap { $0.prefix(3) }
  }

  /// The transcripts with times among them.
  private static func scripts() throws -> [(name: String, script: Script)] {
    try texts().compactMap { url in
      let text = try url.text()
      guard let format = Detection.detect(text, path: url.path()).format else { return nil }
      let script = Document(text, format: format).reading.script
      return script.units.contains { $0.start != nil } ? (url.lastPathComponent, script) : nil
    }
  }

  @Test("The samples are there", .enabled(if: Repository.hasSamples, "needs ../shared/samples"))
  func samples() throws { #expect(try Self.scripts().count > 25) }

  @Test("Cues say what the turns said, in their order, fit into their lines, and are shown while their turn lasts")
  func laws() throws {
    for (name, script) in try Self.scripts() {
      let shape = Self.shapes[name.utf8.count % Self.shapes.count]
      let cutting = CueCutting(shape, showsLabels: true)
      var cuts = 0
      let cut = try #require(cutting.cut(script, cuts: &cuts), "\(name)")
      let (turns, cues) = (script.units, cut.units)
      #expect(words(turns) == words(cues), "\(name)")
      let hasNoEnds = turns.allSatisfy { $0.end == nil }
      var above: (place: Int?, speaker: String?, start: Time)?
      for element in cut.elements {
        guard case .unit(let cue) = element.content else { continue }
        let start = try #require(cue.start)
        let end = try #require(cue.end)
        // Times of a transcript may be wrong; those of one turn are in order.
        // Of several who speak in one cue each has its times.
        if let above, above.place == element.place.offset, above.speaker == cue.speaker {
          #expect(above.start <= start, "\(name): \(cue)")
        }
        // The label of a turn stands in its first cue.
        let label = above?.place != element.place.offset ? cue.speaker.map { $0.count + 2 } ?? 0 : 0
        above = (element.place.offset, cue.speaker, start)
        if hasNoEnds { #expect(start <= end, "\(name): \(cue)") }
        let lines = cutting.breaking.broken(cue.text, indent: label)
        let isOneWord = !cue.text.contains(" ")
        #expect(lines.count <= cutting.breaking.lines || isOneWord, "\(name): \(lines)")
        #expect(
          lines.enumerated().allSatisfy { index, line in
            line.count + (index == 0 ? label : 0) <= cutting.breaking.length || !line.contains(" ")
              || index == 0 && line.count <= cutting.breaking.length
          }, "\(name): \(lines)")
      }
    }
  }

  @Test("Cues that were cut from turns become these turns again")
  func back() throws {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<40 {
      var script = Script()
      var start = 0
      for number in 0..<12 {
        let count = Int.random(in: 1...60, using: &generator)
        let text = (0..<count).map { _ in
          ["the", "tide,", "boats", "are", "out.", "a", "harbour"].randomElement(using: &generator)!
        }
        .joined(separator: " ")
        let end = start + count * 400
        script.elements.append(
          .init(
            .unit(
              .init(
                speaker: number % 2 == 0 ? "Ida" : "Bo", start: Time(milliseconds: start),
                end: Time(milliseconds: end), text: text))))
        start = end + Int.random(in: 0...900, using: &generator)
      }
      var cuts = 0
      let cut = try #require(
        CueCutting(Self.shapes[round % Self.shapes.count], showsLabels: round % 2 == 0).cut(script, cuts: &cuts))
      #expect(cut.units.count > script.units.count)
      var losses: [Loss] = []
      let joined = CueJoining(pause: 2).join(cut, losses: &losses)
      #expect(joined.units.map(\.text) == script.units.map(\.text))
      #expect(joined.units.map(\.speaker) == script.units.map(\.speaker))
      #expect(joined.units.map(\.start) == script.units.map(\.start))
      #expect(losses.count == cut.units.count - script.units.count)
    }
  }

  @Test("A turn ends where somebody else speaks, and where nobody does for long enough")
  func joining() {
    func unit(_ speaker: String?, _ start: Int, _ end: Int, _ text: String) -> Script.Element {
      .init(.unit(.init(speaker: speaker, start: Time(milliseconds: start), end: Time(milliseconds: end), text: text)))
    }
    var script = Script()
    script.elements = [
      unit("Ida", 0, 1_000, "The tide"), unit("Ida", 2_999, 4_000, "is in."), unit("Ida", 6_000, 7_000, "Now."),
      unit("Bo", 7_000, 8_000, "And the boats"), unit(nil, 8_000, 9_000, "are out."),
    ]
    var losses: [Loss] = []
    let turns = CueJoining(pause: 2).join(script, losses: &losses).units
    #expect(turns.map(\.text) == ["The tide is in.", "Now.", "And the boats", "are out."])
    #expect(losses.map(\.kind) == [.start])
    #expect(CueJoining(pause: 2.001).join(script, losses: &losses).units.first?.text == "The tide is in. Now.")
  }

  @Test("A talk without labels and pauses is divided at ends of sentences, and somewhere where there are none")
  func paragraphs() {
    for ending in [".", ""] {
      var script = Script()
      script.elements = (0..<400).map { number in
        .init(
          .unit(
            .init(
              start: Time(seconds: number * 3), end: Time(seconds: number * 3 + 3),
              text: "the boats are out" + (number % 7 == 6 ? ending : ""))))
      }
      var losses: [Loss] = []
      let turns = CueJoining(pause: 2).join(script, losses: &losses).units
      #expect((6...20).contains(turns.count), "\(turns.count)")
      if ending == "." { #expect(turns.dropLast().allSatisfy { $0.text.hasSuffix(".") }) }
    }
  }

  @Test("No cue of a turn is gone before it is read", arguments: [42, 32])
  func stubs(length: Int) throws {
    let sentence = "The tide came in over the sand and the boats were lifted one after the other"
    for rest in ["so.", "so it was.", "out there in the bay."] {
      for count in 1...6 {
        let text = Array(repeating: sentence, count: count).joined(separator: ", and ") + ". " + rest
        var script = Script()
        // Three words a second.
        let end = Time(milliseconds: text.split(separator: " ").count * 333)
        script.elements = [.init(.unit(.init(speaker: "Ida", start: Time(seconds: 0), end: end, text: text)))]
        var cuts = 0
        let cutting = CueCutting(CueProfile(lines: 2, lineLength: length), showsLabels: false)
        for cue in try #require(cutting.cut(script, cuts: &cuts)).units {
          let (start, end) = (try #require(cue.start), try #require(cue.end))
          #expect(end.milliseconds - start.milliseconds >= 800, "\(cue.text)")
        }
      }
    }
  }

  @Test("Without any time nothing can be shown")
  func untimed() {
    var script = Script()
    script.elements = [.init(.unit(.init(speaker: "Ida", text: "The tide is in.")))]
    var cuts = 0
    #expect(CueCutting(CueProfile(lines: 2, lineLength: 42), showsLabels: true).cut(script, cuts: &cuts) == nil)
  }

  @Test("Work grows with the length of a turn", arguments: ["boats ", "boats, ", "b", "船"])
  func linear(word: String) {
    func time(_ count: Int) -> Duration {
      var script = Script()
      script.elements = [
        .init(
          .unit(
            .init(
              speaker: "Ida", start: Time(seconds: 1), end: Time(seconds: 900),
              text: String(repeating: word, count: count))))
      ]
      return (0..<2).map { _ in
        processorTime {
          var (cuts, losses) = (0, [Loss]())
          let cut = CueCutting(CueProfile(lines: 2, lineLength: 42), showsLabels: true).cut(script, cuts: &cuts)
          _ = CueJoining(pause: 2).join(cut ?? script, losses: &losses)
        }
      }.min()!
    }
    // A turn sixteen times as long takes sixteen times as long; were it the square, it would be 256 times.
    #expect(time(16_000) < time(1_000) * 64)
  }
}

private func words(_ units: [Script.Unit]) -> [Substring] {
  // Scripts without blanks are cut between any two letters.
  units.flatMap { $0.text.filter { !$0.isWhitespace }.map { Substring(String($0)) } }
}
