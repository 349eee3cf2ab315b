import LSP

/// Why a request has no result, as it is answered.
struct RequestFailure: Sendable {
  let code: ErrorCode
  let message: String

  /// Any error that is not made for the client counts as an internal error of the server.
  init(_ error: any Error) {
    (code, message) =
      switch error {
      case let error as InvalidParams: (.invalidParams, error.reason)
      case let error as RequestFailed: (.requestFailed, error.reason)
      case let error as ContentModified: (.contentModified, error.reason)
      case is Cancelled: (.requestCancelled, "Cancelled")
      default: (.internalError, "\(error)")
      }
  }
}

/// Ends work that nobody waits for any more.
struct Cancelled: Error {}
