import JSON

/// What the client sent. Source: JSON-RPC 2.0 and LSP 3.18, "Base Protocol".
public enum Message: Equatable, Sendable {
  /// Must get exactly one answer.
  case request(id: RequestID, method: String, params: JSONValue)
  /// Never gets an answer.
  case notification(method: String, params: JSONValue)
  /// Answers a request of the server.
  case response(JSONValue)
  /// Anything else. It is answered with an error, which repeats the id where there is one.
  case invalid(id: RequestID?, code: ErrorCode, reason: String)

  /// Reads the body of a frame.
  public init(parsing body: ArraySlice<UInt8>) {
    do throws(JSONError) {
      self.init(try JSONValue(parsing: body))
    } catch {
      self = .invalid(id: nil, code: .parseError, reason: "Not JSON at byte \(error.range.lowerBound): \(error.reason)")
    }
  }

  /// Tells the kinds of messages apart. The `jsonrpc` member is not required: the server answers whatever it can.
  public init(_ json: JSONValue) {
    guard json.members != nil else {
      let kind = json.array == nil ? "A message must be an object" : "Batches are not part of the protocol"
      self = .invalid(id: nil, code: .invalidRequest, reason: kind)
      return
    }
    let id = json.member("id")
    guard let method = json.member("method") else {
      // A broken answer must not be answered, or two strict programs would answer each other for ever.
      let isAnswer = json.member("result") != nil || json.member("error") != nil
      self = isAnswer ? .response(json) : .invalid(id: nil, code: .invalidRequest, reason: "A message needs a method")
      return
    }
    let name = method.string
    switch (id, id.flatMap(RequestID.init)) {
    case (nil, _):
      self = name.map { .notification(method: $0, params: json["params"]) } ?? Self.unnamed(nil)
    case (_, let id?):
      self = name.map { .request(id: id, method: $0, params: json["params"]) } ?? Self.unnamed(id)
    default:
      self = .invalid(id: nil, code: .invalidRequest, reason: "An id must be an integer or a string")
    }
  }

  private static func unnamed(_ id: RequestID?) -> Message {
    .invalid(id: id, code: .invalidRequest, reason: "The method must be a string")
  }
}
