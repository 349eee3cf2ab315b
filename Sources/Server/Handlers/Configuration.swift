import Configuration
import JSON
import LSP
import Workspace

/// Source: LSP 3.18, `workspace/didChangeConfiguration`, `workspace/configuration`.
extension Session {
  /// Registers for notifications of changes, if the client supports that, and asks for its settings.
  mutating func initialized() {
    var wishes: [Registration] = []
    if capabilities.client.watchesFiles {
      let patterns = firstWatchers()
      wishes.append(Registration(method: "workspace/didChangeWatchedFiles") { $0.writeWatchers(patterns) })
    }
    if capabilities.client.registersConfiguration {
      wishes.append(
        Registration(method: "workspace/didChangeConfiguration") { $0.object { $0.member("section", "tapescript") } })
    }
    register(wishes)
    askForSettings()
    watchMore()
  }

  /// A client that answers `workspace/configuration` is asked for its settings; what it sends here is not used.
  mutating func didChangeConfiguration(_ json: JSONValue) {
    if capabilities.client.configuration { return askForSettings() }
    guard let settings = EditorSettings.section(of: json["settings"]) else { return }
    changeSettings(settings)
  }

  /// Uses other settings of the client from now on, and has it ask again for what they change.
  mutating func changeSettings(_ json: JSONValue) {
    let shown = hintKinds
    useSettings(json)
    reloadConfigurations(refreshesHints: hintKinds != shown)
  }

  /// The settings of the client apply where no `tapescript.json` is found; they have the same keys.
  mutating func useSettings(_ json: JSONValue) {
    configurations.fallback = nil
    hintKinds = EditorSettings.hintKinds(json)
    hasLightBulb = EditorSettings.hasLightBulb(json)
    let told = toldOfSettings
    toldOfSettings = []
    guard let json = EditorSettings.forServer(json) else { return }
    var writer = JSONWriter()
    json.write(to: &writer)
    // The settings of a workspace may come with a cloned repository, so they get no more rights than a configuration.
    let chain = configurations.chain(of: Array(writer.bytes), at: workspace + "/settings of the editor")
    configurations.fallback = chain
    let messages = chain.links.flatMap(\.mistakes).map { "Settings of the editor: \($0.message)" }
    for message in messages where !told.contains(message) { show(message) }
    toldOfSettings = Set(messages)
  }

  /// Reads all configurations again and updates the findings of all open documents.
  ///
  /// - Parameter refreshesHints: whether other hints are to be shown, also where nothing else changes.
  mutating func reloadConfigurations(refreshesHints: Bool = false) {
    configurations.forget()
    facts.noteChange()
    mustSeekCopies = true
    let uris = documents.keys.sorted { $0.string < $1.string }
    // Each looks for the others of its episode, so all are to be known by their names first.
    for uri in uris where uri.isFile { openFiles.note(uri, episode: configurations.episode(of: uri.path)) }
    let changed = uris.filter { heedConfiguration($0) }
    tellOfMistakes()
    watchMore()
    askToPull()
    if !changed.isEmpty {
      refreshLook(of: changed)
    } else if refreshesHints {
      refreshHints()
    }
  }

  /// Updates a document to its configuration and to the files around it, which are read as they stand in the editor.
  /// Returns whether anything changed.
  @discardableResult
  mutating func heedConfiguration(_ uri: DocumentURI) -> Bool {
    let path = place(of: uri)
    let settings = configurations.settings(for: path)
    var neighbours = configurations.neighbours(of: path, settings)
    openFiles.note(uri, episode: neighbours.episode)
    for sibling in openFiles.episode(of: path, named: neighbours.episode) {
      let settings = configurations.settings(for: sibling)
      if !settings.isExcluded { neighbours.addSibling(sibling, notation: settings.notation) }
    }
    var surroundings = neighbours.surroundings(
      for: settings.rules, people: configurations.people(of: neighbours), edited(neighbours.paths))
    surroundings.copies = copies[path]
    documents[uri]?.neighbours = neighbours
    openFiles.note(uri, reads: neighbours.paths)
    let isChanged = documents[uri]?.heed(settings, surroundings) ?? false
    if isChanged || isConfiguration(uri) { markChanged(uri) }
    return isChanged
  }

  /// The files of this machine; those of the given paths that are open have the text of the editor.
  private func edited(_ paths: [String]) -> OverlaidFiles {
    var texts: [String: [UInt8]] = [:]
    for path in paths { texts[path] = openFiles[path].flatMap { documents[$0]?.text.bytes } }
    return OverlaidFiles(texts, over: files)
  }

  /// The path of a document. A document that is not a file yet is treated as a file in the workspace.
  func place(of uri: DocumentURI) -> String {
    uri.isFile ? uri.path : workspace + "/" + (uri.path.split(separator: "/").last ?? "")
  }

  mutating func register(_ wishes: [Registration]) {
    guard !wishes.isEmpty else { return }
    ask("client/registerCapability", then: .nothing) {
      $0.object { $0.member("registrations") { $0.array { for wish in wishes { wish.write(to: &$0) } } } }
    }
  }

  private mutating func askForSettings() {
    guard capabilities.client.configuration else { return }
    ask("workspace/configuration", then: .settings) {
      $0.object {
        $0.member("items") { $0.array { $0.object { $0.member("section", "tapescript") } } }
      }
    }
  }
}
