import Formats
import JSON
import SourceText

extension Decoder {
  /// The name of a notation, built in or the archive's own.
  mutating func notation(_ node: JSONValue) -> Statement? {
    let names = Notations.builtIn.names + ownNotations.sorted()
    let name: String?
    if mayKnowMore {
      // The notation may be defined in a file that this one extends, so it is checked after those have been read.
      name = string(node, "A notation")
    } else {
      name = word(node, "A notation", among: names) { names.contains($0) ? $0 : nil }
    }
    return name.map { Statement(key: "notation", range: node.range, setting: .notation($0)) }
  }

  /// `{"ours": "<{speaker}> {text} @{time}"}`: if the value has a field in it, it is a template, and its key is a name.
  mutating func ownNotations(_ node: JSONValue) -> [Statement] {
    (node.members ?? []).filter(\.isTemplate).compactMap { member in
      guard isFree(member), let source = member.value.string else { return nil }
      do throws(Template.Mistake) {
        let notation = Notation(own: member.name, try Template(source))
        ownNotations.insert(member.name)
        return Statement(
          key: "notations.\(member.name)", range: member.value.range, setting: .ownNotation(notation))
      } catch {
        let value = member.value.range
        let inside = self.source[
          min(value.lowerBound + 1, self.source.count)..<min(max(value.upperBound - 1, 0), self.source.count)]
        let range = JSONEscape.range(of: error.range, inString: inside)
        note(range, "This is no template: \(error.message)")
        return nil
      }
    }
  }

  /// Whether a name can be that of a new notation.
  private mutating func isFree(_ member: JSONValue.Member) -> Bool {
    let name = member.name
    if Notations.builtIn.names.contains(name) {
      note(member.nameRange, "“\(name)” is a notation that is built in; choose another name for this one")
      return false
    }
    // The name appears in names of files and of languages, so few characters are allowed.
    let isName = !name.isEmpty && name.utf8.allSatisfy(Self.isNameByte) && name.utf8.count <= 40
    if !isName {
      note(
        member.nameRange,
        "The name of a notation has letters, digits, - and _, since it stands in names of files (episode.ours.txt)")
    }
    return isName
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension JSONValue.Member {
  /// Whether a value is a template and not the name of a notation.
  var isTemplate: Bool { value.utf8?.contains(UInt8(ascii: "{")) ?? false }
}
