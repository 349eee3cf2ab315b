import JSON
import LSP

/// A notification that the server asks the client for. Source: LSP 3.18, `Registration`.
struct Registration {
  /// Each registration of a session has an id of its own.
  let id: String
  let method: String
  let options: (inout JSONWriter) -> Void

  init(id: String? = nil, method: String, options: @escaping (inout JSONWriter) -> Void) {
    self.id = id ?? method
    self.method = method
    self.options = options
  }

  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("id", id)
      $0.member("method", method)
      $0.member("registerOptions", options)
    }
  }
}
