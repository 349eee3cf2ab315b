import Testing

@testable import Workspace

/// How a path is written when one of its ends moves.
@Suite struct RelativePathTests {
  /// - Parameters:
  ///   - written: a link in a file of the folder.
  private func redirected(
    _ written: String, _ folder: (String, String), _ target: (String, String), _ spelling: LinkSpelling
  ) throws -> String? {
    let path = try #require(spelling.path(written.utf8))
    let new = path.redirected(
      from: (names(of: folder.0), names(of: folder.1)), to: (names(of: target.0), names(of: target.1))
    ) { spelling.spell($0, like: path) }
    return new.map { String(decoding: $0.spelling, as: UTF8.self) }
  }

  @Test(arguments: [
    // The target moves.
    ("a.md", "/t", "/t", "/t/a.md", "/t/b.md", "b.md"),
    ("./a.md", "/t", "/t", "/t/a.md", "/t/b.md", "./b.md"),
    ("./a.md", "/t", "/t", "/t/a.md", "/u/a.md", "../u/a.md"),
    ("../t/a.md", "/t", "/t", "/t/a.md", "/t/b.md", "../t/b.md"),
    ("../t/./a.md", "/t", "/t", "/t/a.md", "/t/b.md", "../t/./b.md"),
    ("../u/a.md", "/t", "/t", "/u/a.md", "/t/a.md", "a.md"),
    ("../u/", "/t", "/t", "/u", "/v/w", "../v/w/"),
    ("the%20fog.md", "/t", "/t", "/t/the fog.md", "/t/a b/the fog.md", "a%20b/the%20fog.md"),
    ("caf%C3%A9.md", "/t", "/t", "/t/café.md", "/t/thé.md", "th%C3%A9.md"),
    ("café.md", "/t", "/t", "/t/café.md", "/t/thé.md", "thé.md"),
    ("a.md", "/t", "/t", "/t/a.md", "/t/50% (1)#2?.md", "50%25%20%281%29%232%3F.md"),
    ("rope_(wet).md", "/t", "/t", "/t/rope_(wet).md", "/t/u/rope_(wet).md", "u/rope_(wet).md"),
    ("rope\\_1.md", "/t", "/t", "/t/rope_1.md", "/u/rope_1.md", "../u/rope\\_1.md"),
    ("a&amp;b.md", "/t", "/t", "/t/a&b.md", "/u/a&b.md", "../u/a&amp;b.md"),
    ("a.md", "/t", "/t", "/t/a.md", "/t/a&b.md", "a%26b.md"),
    // The text moves.
    ("a.md", "/t", "/u", "/t/a.md", "/t/a.md", "../t/a.md"),
    ("../img/a.png", "/r/t", "/r", "/r/img/a.png", "/r/img/a.png", "img/a.png"),
    ("../img/a.png", "/r/t", "/r/t/u", "/r/img/a.png", "/r/img/a.png", "../../img/a.png"),
    // Both do.
    ("../t/a.md", "/t", "/u", "/t/a.md", "/u/a.md", "../u/a.md"),
    ("a.md", "/t", "/u", "/t/a.md", "/u/b.md", "b.md"),
    ("../t", "/t", "/t", "/t", "/t", nil),
    ("a.md", "/t", "/u", "/t/a.md", "/u/a.md", nil),
  ])
  func links(written: String, old: String, new: String, target: String, newTarget: String, expected: String?) throws {
    let found = try redirected(written, (old, new), (target, newTarget), .markdown(inAngles: false))
    #expect(found == expected)
  }

  @Test func inAngles() throws {
    let angles = LinkSpelling.markdown(inAngles: true)
    #expect(
      try redirected("the fog.md", ("/t", "/t"), ("/t/the fog.md", "/t/the (1) bog.md"), angles) == "the (1) bog.md")
    #expect(try redirected("the%20fog.md", ("/t", "/t"), ("/t/the fog.md", "/t/the bog.md"), angles) == "the%20bog.md")
    #expect(try redirected("a.md", ("/t", "/t"), ("/t/a.md", "/t/<b>.md"), angles) == "%3Cb%3E.md")
    #expect(try redirected("a.md", ("/t", "/t"), ("/t/a.md", "/t/b:c.md"), angles) == "./b:c.md")
  }

  @Test func values() throws {
    #expect(try redirected("a b%20.vtt", ("/t", "/t"), ("/t/a b%20.vtt", "/u/50% a.vtt"), .value) == "../u/50% a.vtt")
  }

  @Test(arguments: [
    "", "/a.md", "//host/a.md", "https://a.example/b.md", "mailto:a@b.example", "a//b.md", "%2Fa.md", "%FF",
  ])
  func noRelativePath(written: String) {
    #expect(LinkSpelling.markdown(inAngles: false).path(written.utf8) == nil)
  }
}
