import JSON
import LSP
import SeededRandom
import SourceText
import Support
import Testing

@testable import Server

@Suite struct OpenDocumentTests {
  private func document(
    _ text: String, language: String = "plaintext", name: String = "a.txt"
  ) throws -> OpenDocument {
    let json = JSONValue.object([
      (
        "textDocument",
        .object([
          ("uri", .string("file:///\(name)")), ("languageId", .string(language)), ("text", .string(text)),
        ])
      )
    ])
    return OpenDocument(try DidOpenParams(json))
  }

  /// A document becomes a transcript, another one, and none again, as it is typed, and always as if it were new.
  @Test func theNotationFollowsTheText() throws {
    let blog = "[00:00] Ann: Good evening to all.\n\n[00:04] Bob: Good evening, too.\n"
    let captions = "0:00 good evening to all\n0:04 good evening too\n"
    var edited = try document("Nothing to see.\n")
    #expect(edited.reading == nil)
    for text in [blog, captions, "Nothing.\n", captions, blog, ""] {
      let changed = edited.replaceText(with: Array(text.utf8))
      #expect(changed != nil)
      var fresh = try document(text)
      #expect(edited.text == fresh.text)
      let (findings, blocks) = (edited.findings, edited.reading?.blocks)
      #expect(findings == fresh.findings)
      #expect(blocks == fresh.reading?.blocks)
    }
  }

  /// Work beside the session gets the text as it is, also from a client that counts no versions, and the same copy until
  /// the next edit.
  @Test func snapshotsFollowTheText() throws {
    var edited = try document("Nothing to see.\n")
    let first = edited.snapshot
    #expect(edited.snapshot.revision == first.revision)
    edited.apply(Edit(0..<7, "Much"))
    #expect(edited.snapshot.revision != first.revision)
    #expect(edited.snapshot.bytes == Array("Much to see.\n".utf8))
    #expect(first.bytes == Array("Nothing to see.\n".utf8))
  }

  /// Words that come into an empty file of captions, and cues that go out of a full one.
  @Test(arguments: ["a.srt", "a.vtt", "a.yml", "a.txt"])
  func theNameOfAFileIsNotAllThatCounts(name: String) throws {
    let cue = "1\n00:00:01,000 --> 00:00:04,000\nGood evening to all.\n"
    let steps: [(at: Int, text: String)] = [
      (1, "Ann: Good evening. (0:04)\n\nBob: And to you. (0:09)\n"), (0, "\n"), (3, cue), (5, "WEBVTT\n\n"),
      (1, "WEBVT\n\n"),
      (6, "T"),
    ]
    for (at, text) in steps {
      for start in ["\n\n\n\n\n\n\n\n", cue, "WEBVT\n\n" + cue] {
        var edited = try document(start, name: name)
        _ = edited.reading
        edited.apply(Edit(at..<edited.text.count, Array(text.utf8)))
        var fresh = try document(edited.text.string(0..<edited.text.count), name: name)
        let blocks = edited.reading?.blocks
        #expect(blocks == fresh.reading?.blocks, "\(start.debugDescription) \(at) \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: ["a.txt", "a.srt", "a.vtt"], 1...30 as ClosedRange<UInt64>)
  func editedIsAsAfresh(name: String, seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "[00:00] Ann: ", "[00:75] Bob: ", "0:04 ", "words\n", "\n\n", "\r\n", "🐝", "---\n", "transcript:\n",
      "Ann: one (0:09)\n", "1\n00:00:01,000 --> 00:00:02,000\n", "WEBVTT\n\n",
    ]
    var edited = try document("[00:00] Ann: Good.\n\n[00:04] Bob: Evening.\n", name: name)
    for _ in 0..<60 {
      let count = edited.text.count
      let start = Int.random(in: 0...count, using: &generator)
      let end = min(count, start + Int.random(in: 0...12, using: &generator))
      edited.apply(Edit(start..<end, Array(pieces.randomElement(using: &generator)!.utf8)))
      guard Bool.random(using: &generator) else { continue }
      var fresh = try document(String(decoding: edited.text.bytes, as: UTF8.self), name: name)
      // An edit may have cut a character; what is no UTF-8 does not come from an editor.
      guard fresh.text == edited.text else { continue }
      let (findings, blocks) = (edited.findings, edited.reading?.blocks)
      #expect(findings == fresh.findings)
      #expect(blocks == fresh.reading?.blocks)
    }
  }

  @Test(arguments: [
    ("", "a", 0..<0, "a"), ("abc", "abXc", 2..<2, "X"), ("aXbc", "abc", 1..<2, ""), ("aaaa", "aaa", 3..<4, ""),
    ("abcabc", "abc", 3..<6, ""), ("one two", "one 2", 4..<7, "2"), ("x", "", 0..<1, ""),
  ])
  func theSmallestEdit(old: String, new: String, range: Range<Int>, replacement: String) {
    #expect(Edit(from: Array(old.utf8), to: Array(new.utf8)) == Edit(range, replacement))
    #expect(Edit(from: Array(new.utf8), to: Array(new.utf8)) == nil)
  }
}
