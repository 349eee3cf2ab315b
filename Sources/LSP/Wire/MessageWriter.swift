import JSON

/// Writes whole messages with their headers, one after another into the same memory.
///
/// Source: LSP 3.18, "Base Protocol". The header states the length of the body, which is known only when the body has
/// been written. So room is left in front of the body, and the header is put there afterwards, directly before the
/// body. The message is one piece of memory and is sent with one write.
public struct MessageWriter: Sendable {
  private static let room = 40
  private static let kept = 1 << 20

  private var json = JSONWriter()
  private var start = 0

  public init() {}

  /// The last message, header and body.
  public var message: ArraySlice<UInt8> { json.bytes[start...] }

  /// The last message's bytes, without a copy.
  public func withMessage<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    json.bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start...])) }
  }

  /// Forgets the last message if it takes much memory, which is not to be held until the next one is written.
  public mutating func shrink() {
    if json.capacity > Self.kept { self = MessageWriter() }
  }

  /// An answer. `result` writes one value, which is `null` if the request has no result.
  public mutating func response(to id: RequestID, _ result: (inout JSONWriter) -> Void) {
    write {
      $0.name("id")
      id.write(to: &$0)
      $0.member("result", result)
    }
  }

  /// An error as an answer; `id` is nil if the request could not be read.
  public mutating func failure(to id: RequestID?, _ code: ErrorCode, _ message: String) {
    write {
      $0.name("id")
      if let id { id.write(to: &$0) } else { $0.null() }
      $0.member("error") {
        $0.object {
          $0.member("code", code.rawValue)
          $0.member("message", message)
        }
      }
    }
  }

  public mutating func notification(_ method: StaticString, _ params: (inout JSONWriter) -> Void) {
    write {
      $0.name("method")
      $0.value(method.description)
      $0.member("params", params)
    }
  }

  /// A request to the client.
  public mutating func request(_ id: RequestID, _ method: StaticString, _ params: ((inout JSONWriter) -> Void)?) {
    write {
      $0.name("id")
      id.write(to: &$0)
      $0.name("method")
      $0.value(method.description)
      if let params { $0.member("params", params) }
    }
  }

  private mutating func write(_ members: (inout JSONWriter) -> Void) {
    json.restart(room: Self.room)
    json.object {
      $0.member("jsonrpc", "2.0")
      members(&$0)
    }
    let header = "Content-Length: \(json.bytes.count - Self.room)\r\n\r\n"
    start = Self.room - header.utf8.count
    json.replace(at: start, with: header.utf8)
  }
}
