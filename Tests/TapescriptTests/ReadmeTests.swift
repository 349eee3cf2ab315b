import Support
import Testing

/// What the README shows of the tool is what the tool writes.
@Suite struct ReadmeTests {
  @Test func examples() throws {
    let readme = try Repository.text("README.md")
    let block = try #require(readme.string(0..<readme.count).split(separator: "```").dropFirst().first)
    var output = ""
    var commands = 0
    for line in block.split(separator: "\n") {
      if line.hasPrefix("$ tapescript ") {
        output = try Tool.run(line.split(separator: " ").dropFirst(2).map(String.init)).output
        commands += 1
      } else if line != "…" {
        #expect(output.split(separator: "\n").contains(line), "\(line)")
      }
    }
    #expect(commands == 2)
  }
}
