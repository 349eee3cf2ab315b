import JSON
import LSP
import SourceText

/// The client's answers to requests of the server.
extension Session {
  mutating func takeAnswer(_ json: JSONValue) {
    guard let id = json["id"].integer, let question = questions.removeValue(forKey: id) else { return }
    let result = json["result"]
    switch question {
    case .nothing: break
    case .progress(let job): takeProgressAnswer(json, of: job)
    case .settings:
      guard let settings = result.array?.first, !settings.isNull else { return }
      changeSettings(settings)
    case .edit(let label, let shown):
      guard result["applied"].bool ?? false else {
        let reason = result["failureReason"].string ?? json["error"]["message"].string
        return show("“\(label)” was not done: \(reason ?? "the editor gives no reason").")
      }
      if let shown { showDocument(shown) }
    case .document(let uri):
      // An editor that cannot open it may still show it.
      if !(result["success"].bool ?? false) { show("The editor could not open \(uri.string).") }
    case .shift(let choice):
      guard let title = result["title"].string, let chosen = choice.lengths.first(where: { $0.title == title }) else {
        return
      }
      shift(choice, by: chosen.length)
    }
  }
}
