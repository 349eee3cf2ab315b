import Configuration
import JSON
import LSP

/// What an editor sends as the settings of this server: the keys of `tapescript.json`, and a few of its own.
enum EditorSettings {
  /// Settings of an editor's extension for this server, where the program is and what is logged, share the section.
  private static let ofTheExtension: Set = ["path", "trace"]

  /// The settings that are for the server; nil where there are none.
  static func forServer(_ json: JSONValue) -> JSONValue? {
    // Some editors write an object without members as a list, and `null` where nothing was chosen.
    guard !json.isNull, json != .array([]) else { return nil }
    guard let members = json.members else { return json }
    return JSONValue(.object(members.filter { !ofTheExtension.contains($0.name) && !$0.value.isNull }))
  }

  /// The section of this server in the settings of `workspace/didChangeConfiguration`; nil where nothing is said of it.
  /// Some clients send it alone, others the settings of all their servers.
  static func section(of settings: JSONValue) -> JSONValue? {
    if let section = settings.member("tapescript") { return section }
    guard let members = settings.members, !members.isEmpty else { return settings }
    return members.contains { Key.file.contains($0.name) } ? settings : nil
  }
}
