/// Why a request has no result. Source: JSON-RPC 2.0, section 5.1, and LSP 3.18, `ErrorCodes`.
public enum ErrorCode: Int, CaseIterable, Sendable {
  /// The body is not JSON.
  case parseError = -32700
  /// The body is JSON but not a message, or it is a message that is not allowed here: a batch, a second `initialize`, a
  /// request after `shutdown`.
  case invalidRequest = -32600
  case methodNotFound = -32601
  case invalidParams = -32602
  /// The server is at fault.
  case internalError = -32603
  /// A request came before `initialize`.
  case serverNotInitialized = -32002
  /// The document has changed since the request.
  case contentModified = -32801
  /// The request is right, but cannot be carried out; the message says why. It is shown to the user.
  case requestFailed = -32803
  /// The client cancelled the request.
  case requestCancelled = -32800
}
