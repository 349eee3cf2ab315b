import Rules
import SourceText
import Testing

/// A reminder is a value as a whole, and a sentence that has the word in it is none.
struct FrontMatterTodoTests {
  private func found(_ value: String) throws -> [String] {
    let text = Text("---\ntitle: Lamp\nshort: \(value)\ntranscript:\n- line: One.\n  time: '0:01'\n  who: Ida\n---\n")
    return try #require(findings(in: text, as: "front-matter")).findings.filter { $0.rule == "front-matter-todo" }
      .map { text.string($0.range) }
  }

  private static let shout = "TO" + "DO"

  @Test(
    "Reminders",
    arguments: [
      "todo", "tba", "(TBD)", "'[tbd]'", "TBD.", "???", "\"todo: ask Bo\"", "TBD (Bo knows)", "TBD – ask Bo",
      "TBD - ask Bo", "\(shout) ask Bo for the address", "\(shout)", "<\(shout)>", "**\(shout)**",
    ])
  func reminders(value: String) throws {
    #expect(try found(value).count == 1)
  }

  @Test(
    "Titles and sentences",
    arguments: [
      "A talk about winter (with the meaning of “long” TBD by whoever listens).", "TBD by the river",
      "The Lock Keeper (TBD)", "My todo list", "What is next?", "Todo lists of the great", "tba band live",
      "The \(shout) that nobody did", "images/todo.jpg", "TBDs of the week", "xxx and the city", "'tk is a command'",
      "Is it? TBD? Who knows?",
    ])
  func sentences(value: String) throws {
    #expect(try found(value) == [])
  }
}
