import JSON
import LSP

/// What the server wants to be told of. Source: LSP 3.18, `Registration`.
struct Registration {
  /// Nothing is registered twice under one.
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
