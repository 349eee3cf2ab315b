import Testing
import Transcript

@testable import Formats

/// A segment is written as the template of its notation says, and a field without a value goes with its marks.
struct ScriptUnitWriterTests {
  @Test(
    "Templates",
    arguments: [
      ("{speaker}: {text} ({time})", "Ida: Yes. (1:05)", "Ida: Yes.", "Yes. (1:05)", "Yes."),
      ("[{time}] {speaker}: {text}", "[1:05] Ida: Yes.", "Ida: Yes.", "[1:05] Yes.", "Yes."),
      ("{time} {text}", "1:05 Yes.", "Yes.", "1:05 Yes.", "Yes."),
      ("<{speaker}> {text} @{time}", "<Ida> Yes. @1:05", "<Ida> Yes.", "Yes. @1:05", "Yes."),
      ("**{speaker}:** {text}", "**Ida:** Yes.", "**Ida:** Yes.", "Yes.", "Yes."),
    ])
  func templates(template: String, whole: String, untimed: String, unlabelled: String, bare: String) throws {
    let writer = ScriptUnitWriter(try Template(template), continues: true, TimeSpelling(.fromTheFirst))
    let time = Time(seconds: 65)
    #expect(writer.write(Script.Unit(speaker: "Ida", start: time, text: "Yes."), after: nil) == whole)
    #expect(writer.write(Script.Unit(speaker: "Ida", text: "Yes."), after: nil) == untimed)
    #expect(writer.write(Script.Unit(start: time, text: "Yes."), after: nil) == unlabelled)
    #expect(writer.write(Script.Unit(speaker: "Ida", text: "Yes."), after: "Ida") == bare)
  }
}
