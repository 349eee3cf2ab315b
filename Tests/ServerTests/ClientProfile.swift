import Foundation
import JSON
import Support
import Testing

/// The capabilities that an editor declares, as a file of `Profiles/` has them.
struct ClientProfile: CustomTestStringConvertible {
  let name: String
  let capabilities: JSONValue

  var testDescription: String { name }

  static let all: [ClientProfile] = {
    let paths = Repository.files(in: "Tests/ServerTests/Profiles", endings: ["json"])
    precondition(paths.count == 6, "There are profiles of six editors.")
    return paths.map { path in
      do {
        let name = String(path.split(separator: "/").last?.dropLast(".json".count) ?? "")
        return ClientProfile(name: name, capabilities: try JSONValue(parsing: try Repository.text(path).bytes))
      } catch {
        preconditionFailure("\(path): \(error)")
      }
    }
  }()

  /// The value at a path such as `textDocument.rename`; `null` where there is none.
  subscript(path: String) -> JSONValue {
    path.split(separator: ".").reduce(capabilities) { $0[String($1)] }
  }

  /// Whether a flag is set.
  func allows(_ path: String) -> Bool { self[path].bool ?? false }

  /// Whether a feature is declared at all.
  func declares(_ path: String) -> Bool { !self[path].isNull }

  /// Whether a list names a value.
  func lists(_ value: String, in path: String) -> Bool { self[path].strings?.contains(value) ?? false }
}
