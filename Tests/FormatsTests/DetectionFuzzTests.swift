import Formats
import SeededRandom
import SourceText
import Testing

/// Thousands of invented texts of either kind.
struct DetectionFuzzTests {
  /// Writes texts that have times in them.
  struct Writer {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    mutating func choice<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &random)! }

    /// Some words with the marks of a sentence, more often few than many.
    mutating func sentence(_ most: Int) -> String {
      let words = [
        "the", "ferry", "fog", "and", "rope", "is", "we", "landing", "a", "lantern", "of", "never", "who", "water",
        "in",
      ]
      let count = max(1, number(1...most) * number(1...most) / most)
      return (0..<count).map { _ in choice(words) }.joined(separator: " ") + choice([".", "?", ".", ", yes.", "!"])
    }

    /// `09:05`.
    func clock(_ minutes: Int, _ isPadded: Bool) -> String {
      let hours = minutes / 60 % 24
      return (isPadded && hours < 10 ? "0" : "") + "\(hours):" + two(minutes % 60)
    }

    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

    /// Minutes until somebody says something again.
    mutating func silence(_ most: Int) -> Int { number(0...5) == 0 ? number(0...most * 10) : number(0...most) }
  }

  /// - Parameter most: how many may be taken for transcripts.
  private func expectNone(_ seeds: ClosedRange<UInt64>, most: Int = 0, _ write: (inout Writer) -> String) {
    var taken: [String] = []
    for seed in seeds {
      var writer = Writer(seed: seed)
      let text = write(&writer)
      for path in ["log.txt", "log.md"] {
        guard let name = Detection.detect(Text(text), path: path).format?.name else { continue }
        taken.append("seed \(seed) is taken for \(name):\n\(text.prefix(600))")
      }
    }
    #expect(taken.count <= most, "\(taken.count): \(taken.first ?? "")")
  }

  @Test("Chats with nicknames in brackets, however many lines, at whatever time of day")
  func chats() {
    expectNone(1...1_500) { writer in
      var minutes = writer.number(0...1_439)
      let isPadded = writer.number(0...1) == 0
      let most = writer.choice([0, 1, 3, 20])
      let form = writer.choice(["%t <%n> ", "%t < %n> ", "%t <@%n> ", "[%t] <%n> ", "%t:07 <%n> "])
      return (0..<writer.number(3...80)).map { _ in
        minutes += writer.silence(most)
        if writer.number(0...9) == 0 { return "\(writer.clock(minutes, isPadded)) -!- bram has joined" }
        let name = writer.choice(["odile", "bram", "ines_", "tom-k", "Odile", "o"])
        let mark = form.replacing("%t", with: writer.clock(minutes, isPadded)).replacing("%n", with: name)
        return mark + writer.sentence(20)
      }.joined(separator: "\n")
    }
  }

  @Test("Nearly all chats with plain names that are long enough to be told from speech")
  func plainChats() {
    expectNone(1...1_500, most: 30) { writer in
      var minutes = writer.number(360...1_300)
      let most = writer.choice([0, 1, 3, 20])
      let form = writer.choice(["%t %n: ", "[%t] %n: ", "%t %n "])
      return (0..<writer.number(40...80)).map { _ in
        minutes += writer.silence(most)
        let name = writer.choice(["Odile", "Bram", "Ines"])
        return form.replacing("%t", with: writer.clock(minutes, true)).replacing("%n", with: name)
          + writer.sentence(20)
      }.joined(separator: "\n")
    }
  }

  @Test("Logs of programs with levels, in seconds")
  func logs() {
    expectNone(1...1_000) { writer in
      var seconds = writer.number(0...86_000)
      let most = writer.choice([0, 1, 5, 60, 600])
      let form = writer.choice(["%t %l ", "%t [%l] ", "[%t] %l: ", "%t %l: "])
      return (0..<writer.number(3...80)).map { _ in
        seconds += writer.silence(most)
        let time = writer.clock(seconds / 60, true) + ":" + writer.two(seconds % 60)
        let level = writer.choice(["INFO", "DEBUG", "WARN", "ERROR"])
        return form.replacing("%t", with: time).replacing("%l", with: level) + writer.sentence(14)
      }.joined(separator: "\n")
    }
  }

  @Test("Verses, of whatever length, from whatever verse on")
  func verses() {
    expectNone(1...1_500, most: 4) { writer in
      var (chapter, verse) = (writer.number(1...40), writer.number(1...30))
      let isBracketed = writer.number(0...3) == 0
      let length = writer.choice([8, 14, 30])
      return (0..<writer.number(24...90)).map { _ in
        verse += 1
        if verse > 28, writer.number(0...9) == 0 { (chapter, verse) = (chapter + 1, 1) }
        let words = (0..<3).map { _ in writer.sentence(length) }.joined(separator: " ")
        return isBracketed ? "And he said: \(words) (\(chapter):\(verse))" : "\(chapter):\(verse) \(words)"
      }.joined(separator: "\n")
    }
  }

  @Test("Programmes and timetables")
  func timetables() {
    expectNone(1...1_500) { writer in
      var minutes = writer.number(300...720)
      let steps = writer.choice([[5, 10, 15, 20], [15, 30, 45], [30, 60], [20, 25, 40]])
      let length = writer.choice([3, 8, 16])
      let form = writer.choice(["%t ", "%t - %e ", "%t – "])
      minutes -= minutes % 5
      return (0..<writer.number(4...60)).map { _ in
        let begin = writer.clock(minutes, false)
        minutes += writer.choice(steps)
        return form.replacing("%t", with: begin).replacing("%e", with: writer.clock(minutes, false))
          + writer.sentence(length)
      }.joined(separator: "\n")
    }
  }

  @Test("Lists whose times are lengths: laps, tracks, results, processes")
  func lengths() {
    expectNone(1...1_000) { writer in
      let (least, most) = writer.choice([(60, 130), (120, 400), (0, 3_000)])
      let isTrailing = writer.number(0...2) == 0
      return (0..<writer.number(24...60)).map { _ in
        let seconds = writer.number(least...most)
        let time = "\(seconds / 60):" + writer.two(seconds % 60)
        return isTrailing ? "The Band: \(writer.sentence(6)) (\(time))" : "\(time) \(writer.sentence(6))"
      }.joined(separator: "\n")
    }
  }

  @Test("Transcripts at any pace, cut into lines of any length, of any length themselves, from any time on")
  func transcripts() {
    var lost: [String] = []
    for seed in UInt64(1)...3_000 {
      var writer = Writer(seed: seed)
      let notation = writer.choice(["page", "blog", "captions"])
      let isWithHours = notation == "blog" && writer.number(0...1) == 0
      // Words a second.
      let pace = Double(writer.number(18...40)) / 10
      let length = writer.choice([12, 30, 80, 200])
      let count = writer.number(5...90)
      // From the beginning, from the middle, or from where no clock can be.
      var time = Double(writer.choice([0, 0, writer.number(0...40), writer.number(1_440...3_000)]))
      if count > 20, length > 12, writer.number(0...3) == 0 { time = Double(writer.number(300...1_400)) }
      if isWithHours, count > 20, length > 12, writer.number(0...3) == 0 { time += 35_000 }
      var lines: [String] = []
      let wrong = writer.number(0...count * 2)
      for index in 0..<count {
        let text = writer.sentence(length)
        let shown = index == wrong ? writer.number(0...3_599) : Int(time)
        let stamp =
          isWithHours || shown >= 3_600
          ? "\(shown / 3_600):" + writer.two(shown / 60 % 60) + ":" + writer.two(shown % 60)
          : "\(shown / 60):" + writer.two(shown % 60)
        let name = writer.choice(["Odile", "Bram"])
        switch notation {
        case "page": lines.append("\(name): \(text) (\(stamp))\n")
        case "blog": lines.append("[\(stamp)] \(name): \(text)\n")
        default: lines.append("\(stamp) \(text)")
        }
        let words = text.split(separator: " ").count
        // Somebody thinks, or a bell rings.
        time += Double(words) / pace + Double(writer.number(0...10) == 0 ? writer.number(0...8) : 0)
      }
      let text = lines.joined(separator: "\n") + "\n"
      let detection = Detection.detect(Text(text), path: "a.txt")
      if detection.format?.name != notation {
        lost.append("seed \(seed), \(notation): \(detection.reason ?? "")\n\(text.prefix(600))")
      }
    }
    // Short answers in a row with a wrong time among them can be told from nothing.
    #expect(lost.count <= 6, "\(lost.count): \(lost.joined(separator: "\n\n"))")
  }
}
