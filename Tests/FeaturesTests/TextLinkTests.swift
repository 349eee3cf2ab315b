import Features
import Formats
import Support
import Testing
import Transcript

struct TextLinkTests {
  private func links(_ text: String, as name: String = "page", media: String? = nil) throws -> [String] {
    let reading = try read(text, as: name)
    return textLinks(reading, recording: media.map { RecordingAddress($0, stem: "fog") }).map {
      "\(reading.text.string($0.range)) \($0.target)"
    }
  }

  @Test(
    "Where an address ends",
    arguments: [
      ("see https://a.example/b.", "https://a.example/b"),
      ("(http://a.example/b_(c))", "http://a.example/b_(c)"),
      ("[a](https://a.example?x=1&y)", "https://a.example?x=1&y"),
      ("„https://a.example“, he said", "https://a.example"),
      ("'HTTPS://a.example'", "HTTPS://a.example"),
      ("<https://a.example/~b/>", "https://a.example/~b/"),
      ("**https://a.example**", "https://a.example"),
    ])
  func ends(text: String, address: String) throws {
    #expect(try links("Ada: \(text)\n", as: "labels") == ["\(address) \(address)"])
  }

  @Test(
    "No address", arguments: ["https://", "https:// a", "xhttp://a.example", "http:/a", "https://a.example谢谢", "://"])
  func none(text: String) throws { #expect(try links("Ada: \(text)\n", as: "labels") == []) }

  private static let page = "Ada: One. (0:05)\n\nBo: Two. (1:02:05)\n\nAda: Three. (1:99)\n"

  @Test("Every time leads to its second; one that cannot be read leads nowhere")
  func times() throws {
    #expect(
      try links(Self.page, media: "https://m.example/{stem}?t={seconds}s") == [
        "0:05 https://m.example/fog?t=5s", "1:02:05 https://m.example/fog?t=3725s",
      ])
    #expect(try links(Self.page) == [])
    #expect(try links(Self.page, media: "https://m.example/{show}/{seconds}") == [])
  }

  @Test("A file that the metadata names is played at that second")
  func file() throws {
    #expect(
      try links("---\nmedia: https://m.example/a (1).mp3\n---\n\n" + Self.page).suffix(2) == [
        "0:05 https://m.example/a%20%281%29.mp3#t=5", "1:02:05 https://m.example/a%20%281%29.mp3#t=3725",
      ])
    #expect(try links("---\naudio: https://m.example/feed.xml\n---\n\n" + Self.page).count == 1)
  }

  @Test("In every notation each start leads to the recording", arguments: Notations.tried.names)
  func notations(name: String) throws {
    let format = try #require(Notations.tried.format(named: name))
    let reading = Document(Notations.talk(in: format), format: format).reading
    let links = textLinks(reading, recording: RecordingAddress("https://m.example/#t={seconds}", stem: ""))
    for block in reading.segments() {
      guard let start = reading.episode.start(of: block),
        let place = reading.range(.start, of: block) ?? reading.range(.seconds, of: block)
      else { continue }
      #expect(links.contains { $0.range == place && $0.target == "https://m.example/#t=\(start.wholeSeconds)" })
    }
    #expect(links.contains { $0.target == "https://buoy.example/7" })
    #expect(zip(links, links.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
  }
}
