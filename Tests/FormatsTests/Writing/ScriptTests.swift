import SeededRandom
import SourceText
import Testing
import Transcript

@testable import Formats

/// What is written is read as what was to be written, or the difference is among the losses.
struct ScriptTests {
  private func read(_ bytes: [UInt8], as name: String) throws -> Script {
    Document(Text(bytes), format: try #require(Detection.format(named: name))).reading.script
  }

  @Test("No text is silently read as another one", arguments: Detection.formats.map(\.name), UInt64(1)...6)
  func nastyTexts(name: String, seed: UInt64) throws {
    let format = try #require(Detection.format(named: name))
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let script = Script.random(using: &generator)
      let written = try #require(script.written(in: format))
      let read = try read(written.bytes, as: name)
      let shown = String(decoding: written.bytes, as: UTF8.self)
      if written.losses.isEmpty {
        // The line above a transcript that says that it begins belongs to the notation.
        var expected = script
        if read.preamble.hasSuffix("Transcript") || script.preamble == "Transcript" {
          expected.preamble = read.preamble
        }
        #expect(read == expected, "\(shown)")
        continue
      }
      // Whatever no loss speaks of is there, in its order, as it was.
      let touched = Set(written.losses.compactMap(\.place.offset))
      var rest = read.elements[...]
      for (number, element) in script.elements.enumerated() where !touched.contains(number) {
        guard let place = rest.firstIndex(of: element) else {
          Issue.record(
            "\(element.content) is gone without a word in \(name):\n\(shown)\nlosses: \(written.losses)\nread: \(read.elements)"
          )
          break
        }
        rest = rest[(place + 1)...]
      }
      let kinds = Set(written.losses.map(\.kind))
      if !kinds.contains(.metadata) { #expect(read.metadata == script.metadata) }
      if !kinds.contains(.footer) { #expect(read.footer == script.footer, "\(shown)") }
      if !kinds.contains(.body) { #expect(read.body == script.body) }
    }
  }
}
