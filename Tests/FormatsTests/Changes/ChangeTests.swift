import SeededRandom
import SourceText
import Support
import Testing
import Transcript

@testable import Formats

/// A change makes of a transcript what it says, and nothing else, in every notation.
struct ChangeTests {
  /// Cues have an end, too, and tests of their own.
  private static let notations = Notations.builtIn.formats.filter { !$0.hasCues }.map(\.name)

  /// A transcript with what each of its elements is, and where it stands.
  private struct Subject {
    let reading: Reading
    let format: any Format
    let script: Script
    /// By element: its block.
    let blocks: [Int]

    init?(_ text: Text, _ format: any Format) {
      self.format = format
      reading = Document(text, format: format).reading
      script = reading.script
      let reading = reading
      blocks = script.elements.compactMap { $0.place.offset.flatMap(reading.blocks.index) }
      guard blocks.count == script.elements.count else { return nil }
    }

    /// Whether an element goes on with the turn above it, whoever speaks there.
    func continues(_ element: Int) -> Bool {
      guard blocks.indices.contains(element), case .unit = script.elements[element].content else { return false }
      return reading.blocks[blocks[element]].continuesSpeaker
    }

    func units() -> [Int] {
      script.elements.indices.filter { if case .unit = script.elements[$0].content { true } else { false } }
    }

    /// What changes make of it, read again; nil where the notation cannot say them.
    func changed(_ changes: [Change]) throws -> Script? {
      guard let edits = reading.edits(for: changes) else { return nil }
      for (edit, next) in zip(edits, edits.dropFirst()) { #expect(edit.range.upperBound <= next.range.lowerBound) }
      var text = reading.text
      for edit in edits.reversed() { text.apply(edit) }
      return Document(text, format: format).reading.script
    }

    /// What is to be expected of a change of one segment.
    func expected(_ element: Int, _ change: (inout Script.Unit) -> Void) -> Script {
      var script = script
      guard case .unit(var unit) = script.elements[element].content else { return script }
      let speaker = unit.speaker
      change(&unit)
      script.elements[element].content = .unit(unit)
      guard unit.speaker != speaker else { return script }
      for next in script.elements.indices[(element + 1)...] {
        if case .comment = script.elements[next].content { continue }
        guard continues(next), case .unit(var other) = script.elements[next].content else { break }
        other.speaker = unit.speaker
        script.elements[next].content = .unit(other)
      }
      return script
    }
  }

  private func subject(_ script: Script, _ name: String) throws -> Subject? {
    let format = try #require(Notations.builtIn.format(named: name))
    guard let written = script.written(in: format) else { return nil }
    return Subject(Text(written.bytes), format)
  }

  /// Tries one change of a segment; whether it could be said.
  private func holds(
    _ subject: Subject, _ element: Int, _ change: Change, _ expected: (inout Script.Unit) -> Void
  ) throws -> Bool {
    guard let changed = try subject.changed([change]) else { return false }
    let wanted = subject.expected(element, expected)
    #expect(
      changed == wanted,
      "\(change) in \(subject.format.name):\n\(subject.reading.text.string(0..<subject.reading.text.count))")
    return true
  }

  @Test(
    "A segment gets another time, another label, another text", arguments: notations,
    UInt64(1)...3)
  func fields(name: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var said = 0
    for round in 0..<60 {
      guard let subject = try subject(Script.calm(8, using: &generator), name),
        let element = subject.units().dropFirst().dropLast().randomElement(using: &generator),
        case .unit(let unit) = subject.script.elements[element].content
      else { continue }
      let block = subject.blocks[element]
      let time = Time(seconds: Int.random(in: 0...9_000, using: &generator))
      let label = ["Ida", "Bo", "O'Hara", "yes", "0:12", "Tove: Lund", "#1", ""].randomElement(using: &generator)!
      let text = NastyText.random(wild: round % 3 == 0, using: &generator)
      if try holds(subject, element, .setStart(block: block, time), { $0.start = time }) { said += 1 }
      if try holds(subject, element, .setSpeaker(block: block, label), { $0.speaker = label.isEmpty ? nil : label }) {
        said += 1
      }
      if try holds(subject, element, .setSpeaker(block: block, nil), { $0.speaker = nil }) { said += 1 }
      let words = 0..<unit.text.utf8.count
      if try holds(subject, element, .setText(block: block, words, text), { $0.text = text }) { said += 1 }
    }
    // A notation without times cannot say one of the four.
    let holdsTimes = Notations.builtIn.all.first { $0.name == name }?.holds(.time) ?? true
    #expect(said > (holdsTimes ? 60 : 45), "\(said)")
  }

  @Test("Segments come, go, move, part and join", arguments: notations, UInt64(1)...3)
  func structure(name: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var said = 0
    for _ in 0..<60 {
      guard let subject = try subject(Script.calm(8, using: &generator), name) else { continue }
      let units = subject.units()
      guard units.count > 2, let element = units.dropLast().randomElement(using: &generator) else { continue }
      let block = subject.blocks[element]
      func expect(_ change: Change, _ wanted: (inout [Script.Element]) -> Void) throws {
        guard let changed = try subject.changed([change]) else { return }
        said += 1
        var expected = subject.script
        wanted(&expected.elements)
        #expect(
          changed.elements == expected.elements && changed.metadata == expected.metadata,
          "\(change) in \(name):\n\(subject.reading.text.string(0..<subject.reading.text.count))")
      }
      // What goes on with a turn says who speaks only by where it stands.
      if !subject.continues(element + 1), !subject.continues(element) {
        if block == 0 || subject.reading.kind(of: block - 1) != .prose {
          try expect(.remove(block: block)) { $0.remove(at: element) }
        }
        let target = units[0]
        if element > target + 1, !subject.continues(target) {
          try expect(.move(block: block, before: subject.blocks[target])) {
            $0.insert($0.remove(at: element), at: target)
          }
        }
      }
      let fresh = Script.Unit(speaker: "Ida", start: Time(seconds: 4_000), text: "And so it was.")
      if !subject.continues(element) {
        try expect(.insert(.unit(fresh), before: block)) { $0.insert(.init(.unit(fresh)), at: element) }
      }
      guard case .unit(let unit) = subject.script.elements[element].content, !subject.continues(element + 1),
        let cut = unit.text.utf8.firstIndex(of: 0x20)
      else { continue }
      let place = unit.text.utf8.distance(from: unit.text.startIndex, to: cut)
      let rest = unit.text[cut...].drop { $0 == " " }
      guard !rest.isEmpty, rest.first?.isWhitespace == false else { continue }
      let part = Script.Unit(speaker: "Bo", start: unit.start, text: "")
      try expect(.split(block: block, at: place, part)) { elements in
        var first = unit
        first.text = String(unit.text[..<cut])
        elements[element].content = .unit(first)
        var second = part
        second.text = String(rest)
        elements.insert(.init(.unit(second)), at: element + 1)
      }
    }
    #expect(said > 40, "\(said)")
  }

  @Test("What notations cannot say is not said")
  func unsayable() throws {
    var generator = SeededGenerator(seed: 1)
    for format in Notations.builtIn.formats where !format.hasCues {
      let subject = try #require(try subject(Script.calm(4, using: &generator), format.name))
      let unit = subject.units()[0]
      let block = subject.blocks[unit]
      #expect(subject.reading.edits(for: [.setEnd(block: block, Time(seconds: 3))]) == nil)
      #expect(subject.reading.edits(for: [.setStart(block: 99, Time(seconds: 3))]) == nil)
      #expect(subject.reading.edits(for: [.setText(block: block, 3..<9_999, "x")]) == nil)
      #expect(subject.reading.edits(for: [.setTitle(block: block, "x")]) == nil)
      #expect(
        subject.reading.edits(for: [.setSpeaker(block: block, "A"), .setSpeaker(block: block, "B")]) == nil,
        "two changes that contradict each other")
      #expect(subject.reading.edits(for: []) == [])
      if format.name == "captions" { #expect(subject.reading.edits(for: [.setSpeaker(block: block, "Ida")]) == nil) }
      if format.name != "front-matter" {
        #expect(subject.reading.edits(for: [.setText(block: block, 0..<0, "two\nlines ")]) == nil)
      }
    }
  }

  private static let item = """
    ---
    title: Lamp # the old one
    guests: [ida, "bo"]
    transcript:
      # by hand
      - line: >
          One
          and two
        sec: 10
        time: '0:10'
        note: {tape: 2} # kept
        who: Ida # of the lighthouse
      - {line: Three, sec: 20, who: Bo}
      - line: A long sentence of which nobody thought that it would ever end, which goes
          on and on in the next line and does not care
        time: "0:30"
        who: # nobody knows
    ---

    """

  private func changed(_ changes: Change...) throws -> String {
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let reading = Document(Text(Self.item), format: format).reading
    let edits = try #require(reading.edits(for: changes))
    var text = reading.text
    for edit in edits.reversed() { text.apply(edit) }
    return text.string(0..<text.count)
  }

  private func item(_ old: String, _ new: String) -> String { Self.item.replacing(old, with: new) }

  private func block(_ word: String) throws -> Int {
    let reading = Document(Text(Self.item), format: try #require(Notations.builtIn.format(named: "front-matter")))
      .reading
    return try #require(
      reading.blocks.indices.first { reading.text.string(reading.blocks.range(of: $0)).contains(word) })
  }

  @Test("In front matter everything that a change does not concern stays as it is")
  func frontMatter() throws {
    let (one, three, long) = (try block("One"), try block("Three"), try block("A long"))
    #expect(try changed(.setSpeaker(block: one, "Ines")) == item("Ida #", "Ines #"))
    #expect(try changed(.setSpeaker(block: one, "no")) == item("Ida #", "'no' #"))
    #expect(try changed(.setSpeaker(block: long, "Bo")) == item("who: # nobody", "who: Bo # nobody"))
    #expect(try changed(.setSpeaker(block: three, "A, B")) == item("who: Bo}", "who: 'A, B'}"))
    #expect(
      try changed(.setStart(block: one, Time(seconds: 75)))
        == item("sec: 10", "sec: 75").replacing("'0:10'", with: "'1:15'"))
    #expect(try changed(.completeStart(block: three)) == item("sec: 20,", "sec: 20, time: '0:20',"))
    #expect(try changed(.completeStart(block: long)) == item("    time: \"0:30\"", "    sec: 30\n    time: \"0:30\""))
    #expect(try changed(.remove(block: three)) == item("  - {line: Three, sec: 20, who: Bo}\n", ""))
    #expect(
      try changed(.setText(block: long, 2..<6, "short")) == item("A long sentence", "A short sentence"),
      "what stands in other lines stays there")
    #expect(
      try changed(.setText(block: long, 0..<0, "So: "))
        == item(
          "A long sentence of which nobody thought that it would ever end, which goes\n      on and on in the next line and does not care",
          "'So: A long sentence of which nobody thought that it would ever end, which\n      goes on and on in the next line and does not care'"
        ),
      "quotes as PyYAML would write them, over lines where it was")
    #expect(try changed(.setEntry("title", "Tide: two")) == item("title: Lamp #", "title: 'Tide: two' #"))
    #expect(try changed(.setEntry("season", "2")) == item("transcript:", "season: '2'\ntranscript:"))
    #expect(
      try changed(.insert(.unit(.init(speaker: "Bo", start: Time(seconds: 15), text: "Hm: yes.")), before: three))
        == item("  - {line", "  - line: 'Hm: yes.'\n    sec: 15\n    time: '0:15'\n    who: Bo\n  - {line"))
    #expect(try changed(.insert(.comment("by ear"), before: three)) == item("  - {line", "  # by ear\n  - {line"))
    #expect(
      try changed(.move(block: three, before: one)).contains("    who: Ida # of the lighthouse\n  - line: A long"))
  }
}
