import JSON
import Rules
import SourceText

extension ConfigurationFile {
  /// The edits that add a pair to the glossary of the file; nil where the file is not a configuration or its glossary
  /// not an object.
  public func adding(_ term: Settings.Term) -> [Edit]? {
    guard let root = try? JSONValue(parsing: text.bytes, as: .configuration), let members = root.members else {
      return nil
    }
    let pair = Self.pair(of: term)
    guard let glossary = members.first(where: { $0.name == "glossary" }) else {
      let member = "\"glossary\": {\(pair)}"
      // The first member of an object gets a line of its own, since more will come.
      return JSONObjectEdit(text, root)?.adding(members.isEmpty ? "\n  \(member)\n" : member)
    }
    guard let terms = glossary.value.members else { return nil }
    if let same = terms.first(where: { $0.name == term.wrong }) {
      return [Edit(same.value.range, JSONValue.string(term.right).text)]
    }
    return JSONObjectEdit(text, glossary.value)?.adding(pair)
  }

  /// The text of a configuration with nothing but a glossary of one pair.
  public static func text(with term: Settings.Term) -> String {
    "{\n  \"glossary\": {\(pair(of: term))}\n}\n"
  }

  private static func pair(of term: Settings.Term) -> String {
    "\(JSONValue.string(term.wrong).text): \(JSONValue.string(term.right).text)"
  }
}
