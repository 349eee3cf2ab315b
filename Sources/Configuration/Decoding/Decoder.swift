import JSON
import Rules
import SourceText

/// Turns the JSON of a configuration into settings and notes the mistakes. A wrong value is left out; the rest is used.
struct Decoder {
  /// Only this many mistakes of a file are reported; the others are counted. A stranger may have written the file with
  /// any number of them.
  private static let mostMistakes = 100

  private var found: [Mistake] = []
  /// The place of the first mistake that is only counted.
  private var firstLeftOut: Range<Int>?
  private var count = 0
  private(set) var extends: [(path: String, range: Range<Int>)] = []
  private(set) var scopes: [Scope] = []
  private(set) var exclude = PatternList()

  var mistakes: [Mistake] {
    guard let firstLeftOut else { return found }
    return found + [Mistake(firstLeftOut, "There are \(count - found.count) more mistakes in this file")]
  }

  mutating func note(_ range: Range<Int>, _ message: @autoclosure () -> String) {
    count += 1
    if count <= Self.mostMistakes {
      found.append(Mistake(range, message()))
    } else if firstLeftOut == nil {
      firstLeftOut = range
    }
  }

  /// The bytes of the configuration, for the place of a mistake inside a string.
  let source: [UInt8]
  /// The names of the archive's own notations in this file.
  var ownNotations: Set<String> = []
  /// Whether a notation may be defined in a file that this one extends.
  private(set) var mayKnowMore = false

  init(_ source: [UInt8] = []) {
    self.source = source
  }

  mutating func decode(_ root: JSONValue) {
    var statements: [Statement] = []
    mayKnowMore = root.member("extends") != nil
    // A pattern may name a notation that is defined further down, so the definitions are read first.
    statements += ownNotations(root["notations"])
    var notations: [Scope] = []
    var overrides: [Scope] = []
    for member in members(of: root, named: "the configuration", known: Key.file) {
      switch member.name {
      case "$schema": _ = string(member.value, "$schema")
      case "extends": extends = strings(member.value, "extends")
      case "exclude": exclude = patterns(member.value, "exclude")
      case "notations": notations = self.notations(member.value)
      case "overrides": overrides = self.overrides(member.value)
      default: statements += settings(member)
      }
    }
    scopes = [Scope(files: nil, statements: statements)] + notations + overrides
  }

  /// `{"captions/*.txt": "captions"}`
  private mutating func notations(_ node: JSONValue) -> [Scope] {
    members(of: node, named: "notations", known: nil).compactMap { member in
      if member.isTemplate { return nil }
      var files = PatternList()
      if !files.append(member.name) { note(member.nameRange, "This pattern matches nothing") }
      guard let notation = notation(member.value) else { return nil }
      return Scope(files: files, statements: [notation])
    }
  }

  /// `[{"files": "live/*", "rules": {…}}]`
  private mutating func overrides(_ node: JSONValue) -> [Scope] {
    guard case .array(let items) = node.content else {
      wrongKind(node, "overrides", "a list")
      return []
    }
    return items.compactMap { item in
      var files: PatternList?
      var statements: [Statement] = []
      let members = members(of: item, named: "an override", known: Key.override)
      for member in members {
        switch member.name {
        case "files": files = patterns(member.value, "files")
        case "notation": statements += notation(member.value).map { [$0] } ?? []
        default: statements += settings(member)
        }
      }
      guard let files else {
        if case .object = item.content {
          let range = item.range.lowerBound..<(item.range.lowerBound + 1)
          note(range, "An override must say for which “files” it is")
        }
        return nil
      }
      return Scope(files: files, statements: statements)
    }
  }
}

extension Decoder {
  /// The members of an object. Unknown and repeated ones are noted as mistakes and left out.
  mutating func members(of node: JSONValue, named what: String, known: [String]?) -> [JSONValue.Member] {
    guard case .object(let members) = node.content else {
      wrongKind(node, what, "an object")
      return []
    }
    var seen: Set<String> = []
    return members.filter { member in
      if let known, !known.contains(member.name) {
        note(
          member.nameRange, "There is no “\(shortened(member.name))” in \(what)" + didYouMean(member.name, among: known)
        )
        return false
      }
      guard seen.insert(member.name).inserted else {
        note(member.nameRange, "“\(shortened(member.name))” stands here twice")
        return false
      }
      return true
    }
  }

  mutating func string(_ node: JSONValue, _ what: String) -> String? {
    guard let string = node.string else {
      wrongKind(node, what, "a string")
      return nil
    }
    if string.isEmpty { note(node.range, "\(what) must not be empty") }
    return string.isEmpty ? nil : string
  }

  /// A list of strings; one string is a list of one.
  mutating func strings(_ node: JSONValue, _ what: String) -> [(String, Range<Int>)] {
    switch node.content {
    case .string: return string(node, what).map { [($0, node.range)] } ?? []
    case .array(let items): return items.compactMap { item in string(item, what).map { ($0, item.range) } }
    default:
      wrongKind(node, what, "a string or a list of strings")
      return []
    }
  }

  mutating func patterns(_ node: JSONValue, _ what: String) -> PatternList {
    var list = PatternList()
    for (pattern, range) in strings(node, what) where !list.append(pattern) {
      note(range, "This pattern matches nothing")
    }
    return list
  }

  /// One of some words.
  mutating func word<Value>(
    _ node: JSONValue, _ what: String, among words: [String], _ value: (String) -> Value?
  ) -> Value? {
    guard let word = string(node, what) else { return nil }
    if let value = value(word) { return value }
    note(node.range, "\(what) cannot be “\(shortened(word))”" + didYouMean(word, among: words))
    return nil
  }

  mutating func wrongKind(_ node: JSONValue, _ what: String, _ wanted: String) {
    note(node.range, "\(what) must be \(wanted), not \(node.kind)")
  }
}

extension JSONValue {
  /// For messages: "it must be a list, not a number".
  fileprivate var kind: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .integer, .double: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
