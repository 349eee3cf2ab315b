import Rules
import SourceText

extension ConfigurationFile {
  /// The edits after which the glossary of the file has a pair; nil where the file is no configuration, or its glossary none.
  public func adding(_ term: Settings.Term) -> [Edit]? {
    guard case .success(let root) = NodeReader.read(text.bytes), case .object(let members) = root.value else {
      return nil
    }
    let pair = "\(quoted(term.wrong)): \(quoted(term.right))"
    guard let glossary = members.first(where: { $0.name == "glossary" }) else {
      let member = "\"glossary\": {\(pair)}"
      // An object that is still empty gets lines of its own, since more will come.
      return JSONObjectEdit(text, root)?.adding(members.isEmpty ? "\n  \(member)\n" : member)
    }
    guard case .object(let terms) = glossary.value.value else { return nil }
    if let same = terms.first(where: { $0.name == term.wrong }) {
      return [Edit(same.value.range, quoted(term.right))]
    }
    return JSONObjectEdit(text, glossary.value)?.adding(pair)
  }

  /// A configuration that holds nothing but a glossary with one pair.
  public static func text(with term: Settings.Term) -> String {
    "{\n  \"glossary\": {\(quoted(term.wrong)): \(quoted(term.right))}\n}\n"
  }
}
