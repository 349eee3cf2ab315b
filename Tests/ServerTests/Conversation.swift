import Foundation
import JSON
import LSP
import Support
import Testing

/// A file of `protocol-fixtures/`: what an editor says and what the server must answer. Its README has the notation.
struct Conversation: CustomTestStringConvertible {
  enum Line {
    case send(JSONValue)
    case sendRaw([UInt8])
    case endOfInput
    case expect(JSONValue)
    case exit(Int32)
    /// Nothing is typed for a while.
    case pause
    /// Puts a file into the folder; nil takes it away.
    case write(name: String, text: [UInt8]?)
  }

  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  let name: String
  /// Where the files of this conversation are while it is played. Messages call it FOLDER.
  let folder = FileManager.default.temporaryDirectory.appending(path: "tapescript-\(UUID().uuidString)")
  /// With the number of the line in the file, from 1.
  private(set) var lines: [(number: Int, line: Line)] = []

  var testDescription: String { name }

  /// The methods of the editor's messages.
  var methods: Set<String> {
    Set(
      lines.compactMap { if case .send(let json) = $0.line { json["method"].string } else { nil } })
  }

  /// The server's answers, in the order in which they must come.
  var expected: [JSONValue] { lines.compactMap { if case .expect(let json) = $0.line { json } else { nil } } }

  init(name: String, text: String) throws {
    self.name = name
    var open: (number: Int, mark: String, text: String)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let mark = [">>", ">.", ">", "<", "!", "+", "~"].first(where: { line.hasPrefix($0) }) {
        try close(&open)
        open = (index + 1, mark, String(line.dropFirst(mark.count)))
      } else if line.hasPrefix("  "), open != nil {
        open?.text += line
      } else {
        try close(&open)
      }
    }
    try close(&open)
  }

  private mutating func close(_ open: inout (number: Int, mark: String, text: String)?) throws {
    guard let (number, mark, written) = open else { return }
    open = nil
    let text = written.replacing("FOLDER", with: folder.path(percentEncoded: false))
    do {
      switch mark {
      case ">": lines.append((number, .send(try JSONValue(parsing: text.utf8))))
      case ">>": lines.append((number, .sendRaw(try JSONValue(parsing: text.utf8).utf8 ?? [])))
      case "~": lines.append((number, .pause))
      case ">.": lines.append((number, .endOfInput))
      case "+":
        let file = try JSONValue(parsing: text.utf8)
        lines.append((number, .write(name: file["file"].string ?? "", text: file["text"].utf8)))
      case "<": lines.append((number, .expect(try JSONValue(parsing: text.utf8))))
      default: lines.append((number, .exit(try JSONValue(parsing: text.utf8).integer.map(Int32.init) ?? -1)))
      }
    } catch {
      throw Malformed(description: "\(name):\(number): \(error)")
    }
  }

  /// Puts a file into the folder of the conversation, or takes it away.
  func write(_ text: [UInt8]?, to name: String) throws {
    let file = folder.appending(path: name)
    guard let text else { return try FileManager.default.removeItem(at: file) }
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text).write(to: file)
  }

  /// Every conversation of the project, by name.
  static let all: [Conversation] = {
    let folder = Repository.root.appending(path: "protocol-fixtures")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
      do {
        return try Conversation(
          name: file.deletingPathExtension().lastPathComponent, text: String(contentsOf: file, encoding: .utf8))
      } catch {
        preconditionFailure("\(error)")
      }
    }
  }()
}

extension JSONValue {
  /// Whether the value is the same. The order of members has no meaning, and `"…"` stands for any value.
  func matches(_ actual: JSONValue) -> Bool {
    switch (content, actual.content) {
    case (.string(let bytes), _) where bytes.elementsEqual("…".utf8): true
    case (.array(let items), .array(let others)):
      items.count == others.count && zip(items, others).allSatisfy { $0.matches($1) }
    case (.object(let members), .object(let others)):
      members.count == others.count
        && members.allSatisfy { member in actual.member(member.name).map(member.value.matches) ?? false }
    default: self == actual
    }
  }

  /// Without the member that every message has.
  var withoutVersion: JSONValue {
    guard let members else { return self }
    return JSONValue(.object(members.filter { $0.name != "jsonrpc" }))
  }
}
