import JSON
import LSP

/// Source: LSP 3.18, `$/setTrace` and `$/logTrace`.
extension Session {
  mutating func setTrace(_ json: JSONValue) throws(InvalidParams) {
    trace = try SetTraceParams(json).value
  }

  /// Sends a trace message if the client has turned tracing on.
  mutating func traceMessage(_ message: @autoclosure () -> String) {
    guard trace != .off, life != .uninitialized else { return }
    let message = message()
    let details = trace == .verbose ? "open documents: \(documents.count)" : nil
    notify("$/logTrace") {
      $0.object {
        $0.member("message", message)
        if let details { $0.member("verbose", details) }
      }
    }
  }
}
