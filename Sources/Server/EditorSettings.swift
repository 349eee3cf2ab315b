import Configuration
import Features
import JSON
import LSP

/// The settings that an editor sends for this server: the keys of `tapescript.json`, and a few of the editor's own.
enum EditorSettings {
  /// The section also holds settings for the editor's extension itself, where the program is and what is logged, and those
  /// of what is shown, which are no part of a configuration.
  private static let ofTheExtension: Set = ["path", "trace", "inlayHints", "lightBulb"]

  /// The kinds of hints that are wanted: all that are not switched off with `"inlayHints": {"length": false}`, or all
  /// together with `"inlayHints": false`.
  static func hintKinds(_ json: JSONValue) -> Set<Hint.Kind> {
    let choice = json["inlayHints"]
    return Hint.Kind.all.filter { choice[$0.rawValue].bool ?? choice.bool ?? true }
  }

  /// Whether the editor may ask for actions by itself, to show a light bulb: unless `"lightBulb": false` says that it never does.
  static func hasLightBulb(_ json: JSONValue) -> Bool { json["lightBulb"].bool ?? true }

  /// The settings for the server; nil if there are none.
  static func forServer(_ json: JSONValue) -> JSONValue? {
    // Some editors write an object without members as a list, and a setting that was not chosen as `null`.
    guard !json.isNull, json != .array([]) else { return nil }
    guard let members = json.members else { return json }
    let settings = members.filter { !ofTheExtension.contains($0.name) && !$0.value.isNull }
    return settings.isEmpty ? nil : JSONValue(.object(settings))
  }

  /// The section for this server in the settings of `workspace/didChangeConfiguration`; nil if there is none. Some
  /// clients send this section alone, others the settings of all their servers.
  static func section(of settings: JSONValue) -> JSONValue? {
    if let section = settings.member("tapescript") { return section }
    guard let members = settings.members, !members.isEmpty else { return settings }
    return members.contains { Key.file.contains($0.name) } ? settings : nil
  }
}
