/// How much the client wants to know about the server's work. Source: LSP 3.18, `TraceValue`.
public enum TraceValue: String, Sendable {
  case off
  case messages
  case verbose
}
