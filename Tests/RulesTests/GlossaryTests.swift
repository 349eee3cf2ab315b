import Formats
import Rules
import SourceText
import Support
import Testing
import Transcript

struct GlossaryTests {
  /// What a text becomes when each finding of the glossary is fixed.
  private func fixed(_ text: String, _ terms: [(String, String)]) throws -> String {
    var settings = Settings()
    settings.glossary = terms.map { .init(wrong: $0.0, right: $0.1) }
    let text = Text("Ada: \(text) (0:01)\n\nBo: Yes. (0:02)\n")
    let format = try #require(Notations.builtIn.format(named: "page"))
    var fixes = FixSet()
    for finding in Judge.findings(in: Document(text, format: format).reading, settings) where finding.rule == "glossary"
    {
      #expect(fixes.add(try #require(finding.fixes.first)))
    }
    let result = Changes(fixes.edits).applied(to: text)
    let line = result.string(result.content(ofLine: 0))
    return String(line.dropFirst(5).dropLast(7))
  }

  @Test(
    "Whole words, the longest first, in the case that is meant",
    arguments: [
      ("github and Github and GITHUB and GitHub", "GitHub and GitHub and GitHub and GitHub"),
      ("githubs, my-github, github's", "githubs, my-GitHub, GitHub's"),
      ("git hub, Git  hub", "GitHub, GitHub"),
      ("pie torch is pie", "PyTorch is pi"),
      ("Pie is round. pie is flat.", "Pi is round. pi is flat."),
      // A word with a capital letter stands for itself.
      ("Jon and jon and JON", "John and jon and JON"),
      // What is right already.
      ("John Doe and Jon Doe", "John Doe and John Doe"),
      ("the postgres database, postgres", "the postgres database, postgres database"),
      ("C sharp, c sharp, C sharper", "C#, C#, C sharper"),
      ("zürich, a zurich", "Zürich, a Zürich"),
      ("“github”—github…github", "“GitHub”—GitHub…GitHub"),
      // Addresses, code, files.
      (
        "github.com, https://x.org/github, `github`, a@github.io, ./github, github.",
        "github.com, https://x.org/github, `github`, a@github.io, ./github, GitHub."
      ),
      ("[github](github) <b title=github>github</b>", "[GitHub](github) <b title=github>GitHub</b>"),
      ("www.x.org/github? x.org/github, and/or github", "www.x.org/github? x.org/github, and/or GitHub"),
    ])
  func matching(text: String, expected: String) throws {
    let terms = [
      ("github", "GitHub"), ("git hub", "GitHub"), ("pie", "pi"), ("pie torch", "PyTorch"), ("Jon", "John"),
      ("postgres", "postgres database"), ("c sharp", "C#"), ("zurich", "Zürich"), ("zürich", "Zürich"),
    ]
    #expect(try fixed(text, terms) == expected)
  }

  @Test("Words of one letter, words that begin or end with a sign, and words that are empty")
  func odd() throws {
    #expect(try fixed("r and r, rr", [("r", "R")]) == "R and R, rr")
    #expect(
      try fixed("use cpp++ or .net or .netx", [("cpp++", "C++"), (".net", ".NET")]) == "use C++ or .NET or .netx")
    #expect(try fixed("a b", [("", "x"), ("b", "b")]) == "a b")
    #expect(try fixed("we are at the end of line wo", [("wo", "we")]) == "we are at the end of line we")
  }
}
