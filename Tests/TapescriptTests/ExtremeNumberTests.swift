import Support
import Testing

/// Times at the ends of what numbers can be, in every command that counts with them.
@Suite struct ExtremeNumberTests {
  private static let numbers = ["-2000000", "2000000", "99999999999999999999", "-9223372036854775808", "1e300"]

  @Test(arguments: [
    ["check", "--exit-zero"], ["outline"], ["outline", "--format", "json"], ["stats"], ["stats", "--format", "json"],
    ["stats", "--svg", "picture.svg"],
  ])
  func commands(arguments: [String]) throws {
    let items = Self.numbers.flatMap { first in Self.numbers.flatMap { [first, $0] } }
      .map { "- line: one two\n  sec: \($0)\n  who: Ida\n" }
    let times = ["0:01", "0:02", "0:03", "0:04", "0:05", "499:59:59", "0:06", "99999999999999999999:00:00", "0:07"]
    let folder = try Folder([
      "seconds.md": "---\ntranscript:\n- line: one\n  sec: 3\n  who: Bo\n\(items.joined())---\n",
      "times.txt": times.map { "Ida: one two (\($0))\n\n" }.joined(),
    ])
    for file in ["seconds.md", "times.txt"] {
      let result = try Tool.run(arguments + [file], in: folder.root)
      #expect(result.code == 0, "\(file): \(result.complaints)")
    }
  }
}
