import Formats
import Foundation
import Rules
import SeededRandom
import SourceText
import Support
import Testing
import Transcript

struct JudgeTests {
  @Test(
    "After any edits the findings are those of a text read afresh", arguments: Notations.kinds)
  func incrementalEqualsAfresh(name: String) throws {
    let format = try #require(Notations.builtIn.format(named: name))
    for path in Repository.files(in: "docs/examples", endings: ["md", "txt"]) {
      var generator = SeededGenerator(seed: UInt64(path.utf8.count))
      let text = Text(Array(try Repository.text(path).bytes.prefix(3_000)))
      var document = Document(text, format: format)
      var judge = Judge(document.reading, .everything)
      for step in 0..<60 {
        let edit = Edit.random(in: document.reading.text, using: &generator)
        judge.update(document.apply(edit), document.reading)
        let fresh = Document(document.reading.text, format: format).reading
        let agrees = judge.agrees(with: fresh, on: document.reading, .everything)
        try #require(agrees, "\(path) step \(step): \(edit)")
      }
    }
  }

  @Test("What is said of a line follows an edit of the line above it")
  func lineAbove() throws {
    let text = Text(
      "---\ntitle: Lamp\ntranscript:\n- line: 'One.'\n  sec: 4\n    and the rest of it\n  who: Ida\n---\n")
    let format = try #require(Notations.builtIn.format(named: "front-matter"))
    let quoted = text.string(0..<text.count).replacing("sec: 4", with: "sec: '4'")
    var document = Document(text, format: format)
    var judge = Judge(document.reading)
    let place = try #require(quoted.utf8.firstIndex(of: UInt8(ascii: "4"))).utf16Offset(in: quoted) - 1
    for edit in [Edit((place + 1)..<(place + 1), "'"), Edit(place..<place, "'")] {
      judge.update(document.apply(edit), document.reading)
      let fresh = Document(document.reading.text, format: format).reading
      let agrees = judge.agrees(with: fresh, on: document.reading)
      #expect(agrees)
    }
    #expect(document.reading.text == Text(quoted))
  }

  @Test("Bytes that are no UTF-8: the first is named, the file is read")
  func encoding() throws {
    let bytes = Array("Ada: caf".utf8) + [0xE9, 0xE8] + Array(" (0:01)\n\nBo: yes (0:02)\n".utf8)
    let (found, reading) = try #require(findings(in: Text(bytes), as: "page"))
    #expect(found.map(\.rule) == ["encoding"])
    #expect(found.map(\.range) == [8..<9])
    #expect(reading.segments().count == 2)
  }

  @Test(
    "Findings lie inside the text, on whole scalars, and are never empty where there is text",
    arguments: UInt64(1)...120
  )
  func ranges(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for format in Notations.builtIn.formats {
      // With what rules look for among letters of more than a byte: lookalikes, wrong decoding, marks that nobody sees.
      var text = Text(
        "é🎙: x (0:1)\n\nÉa: p\u{430}ge caf\u{C3}\u{A9} a\u{200B}b… “c (0:2)\n\n---\ntitle: \"a\" b\ntranscript:\n- line: [é\n  time: 1:40\n"
      )
      for _ in 0..<30 { text.apply(.random(in: text, using: &generator)) }
      for finding in Judge.findings(in: Document(text, format: format).reading, .everything) {
        #expect(finding.range.upperBound <= text.count && !finding.range.isEmpty, "\(finding)")
        guard finding.rule != "encoding" else { continue }
        let scalars = scalarStarts(text.bytes)
        #expect(scalars.contains(finding.range.lowerBound) && scalars.contains(finding.range.upperBound), "\(finding)")
      }
    }
  }

  /// Where scalars begin, and the end; what is no UTF-8 counts in the stretches that a decoder replaces (Unicode 16, 3.9).
  private func scalarStarts(_ bytes: [UInt8]) -> Set<Int> {
    var starts: Set<Int> = [0]
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): offset += scalar.count
      case .error(let length): offset += length
      case .emptyInput: return starts
      }
      starts.insert(offset)
    }
  }

  @Test(
    "The healthy examples have no finding",
    arguments: [
      ("docs/examples/page.txt", "page"), ("docs/examples/captions.txt", "captions"),
      ("docs/examples/blog.txt", "blog"),
      ("docs/examples/front-matter.md", "front-matter"),
    ])
  func healthy(path: String, notation: String) throws {
    let (found, _) = try #require(findings(in: try Repository.text(path), as: notation))
    #expect(found.isEmpty, "\(found)")
  }
}
