import Configuration
import LSP

/// Source: LSP 3.18, `workspace/didChangeConfiguration`, `workspace/configuration`.
extension Session {
  /// Asks to be told of changes, where the client takes such wishes, and for its settings.
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

  /// Clients that can be asked send nothing of use here.
  mutating func didChangeConfiguration(_ json: JSON) {
    if capabilities.client.configuration { return askForSettings() }
    useSettings(json["settings"].member("tapescript") ?? json["settings"])
    reloadConfigurations()
  }

  /// What the client wants where no `tapescript.json` is found: the same keys.
  mutating func useSettings(_ json: JSON) {
    configurations.fallback = nil
    guard !json.isNull else { return }
    var writer = JSONWriter()
    json.write(to: &writer)
    let chain = ConfigurationChain(path: workspace + "/settings of the editor", Array(writer.bytes), files)
    configurations.fallback = chain
    for mistake in chain.links.flatMap(\.mistakes) { show("Settings of the editor: \(mistake.message)") }
  }

  /// Reads all configurations again and judges by them.
  mutating func reloadConfigurations() {
    configurations.forget()
    for uri in documents.keys.sorted(by: { $0.string < $1.string }) { heedConfiguration(uri) }
    tellOfMistakes()
    watchMore()
    guard capabilities.pullsDiagnostics, capabilities.client.refreshesDiagnostics else { return }
    ask("workspace/diagnostic/refresh", then: .nothing, nil)
  }

  /// Makes a document what its configuration wants.
  mutating func heedConfiguration(_ uri: DocumentURI) {
    let path = place(of: uri)
    let settings = configurations.settings(for: path)
    let neighbours = configurations.neighbours(of: path, settings)
    let surroundings = configurations.surroundings(of: neighbours, for: settings.rules)
    documents[uri]?.neighbours = neighbours
    let isChanged = documents[uri]?.heed(settings, surroundings) ?? false
    if isChanged || isConfiguration(uri) { markChanged(uri) }
  }

  /// Where a document stands or, not being a file yet, is taken to stand: what holds there holds for it.
  func place(of uri: DocumentURI) -> String {
    let isFile = uri.string.hasPrefix("file:")
    return isFile ? uri.path : workspace + "/" + (uri.path.split(separator: "/").last ?? "")
  }

  /// Takes the answer to a question of the server's.
  mutating func takeAnswer(_ json: JSON) {
    guard let id = json["id"].integer, let purpose = questions.removeValue(forKey: id) else { return }
    guard purpose == .settings, let settings = json["result"].array?.first, !settings.isNull else { return }
    useSettings(settings)
    reloadConfigurations()
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
