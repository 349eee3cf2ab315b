import Formats
import Rules
import SourceText
import Testing
import Transcript

struct UncertainPassagesTests {
  @Test(
    "They are listed whether or not the rule is wanted, and silenced ones are not",
    arguments: [
      ("Ada: We met in [inaudible] or (??). (0:10)\n", ["[inaudible]", "(??)"]),
      ("Ada: We met in [mumbling]. (0:10)\n", ["[mumbling]"]),
      ("<!-- tapescript-ignore uncertain-passage: a bleep -->\n\nAda: We met in [inaudible]. (0:10)\n", []),
    ])
  func listed(text: String, wanted: [String]) throws {
    let format = try #require(Notations.builtIn.format(named: "page"))
    let reading = Document(Text(text + "\nBo: Four. (0:12)\n"), format: format).reading
    var settings = Settings()
    settings.choices["uncertain-passage"] = .init(isOn: false, options: ["also": .words(["mumbling"])])
    #expect(reading.uncertainPassages(settings).map { reading.text.string($0) } == wanted)
  }
}
