import SourceText

/// Cuts a stream of bytes into the bodies of messages.
///
/// Source: LSP 3.18, "Base Protocol". Bytes may arrive in any pieces, cut even inside a header or a character. Header
/// names are read in any case, blanks around a value are optional, and unknown fields are skipped.
///
/// A header that cannot be followed is reported as a `Fault`. The reader then goes on at the next line that can only be
/// a header: `Content-Length:`, digits and a line end. A JSON string never holds a raw line end, so no text of a
/// document can be taken for a header. Memory is taken for the bytes that have arrived, never for the length that a
/// header states. Every byte is looked at a bounded number of times.
public struct FrameReader: Sendable {
  /// What the stream held next.
  public enum Event: Equatable, Sendable {
    /// The body of one message.
    case frame(ArraySlice<UInt8>)
    /// Bytes were skipped, and why.
    case fault(Fault)
  }

  /// Why bytes were skipped.
  public enum Fault: Error, Equatable, Sendable {
    /// No `Content-Length` in the header.
    case lengthMissing
    /// More than one `Content-Length`; the reader does not guess which one is right.
    case lengthRepeated
    /// A `Content-Length` that is not a decimal number of bytes, or is larger than `FrameReader.bodyLimit`.
    case lengthInvalid
    /// A `Content-Type` with a charset other than utf-8. The body is skipped by its length.
    case charsetUnknown
    /// A header longer than `FrameReader.headerLimit`.
    case headerTooLong

    /// For a log.
    public var reason: String {
      switch self {
      case .lengthMissing: "no Content-Length"
      case .lengthRepeated: "more than one Content-Length"
      case .lengthInvalid: "a Content-Length that is no number of bytes"
      case .charsetUnknown: "a charset other than utf-8"
      case .headerTooLong: "a header of more than \(headerLimit) bytes"
      }
    }
  }

  /// The longest body that is read, in bytes.
  public static let bodyLimit = 1 << 30
  /// The longest header that is read, in bytes.
  public static let headerLimit = 1 << 13
  /// A body of at least this many bytes is handed over with the buffer it lies in instead of being copied.
  static let handOver = 1 << 16

  private enum State {
    case header
    case body(length: Int, isReadable: Bool)
    case lost
  }

  private var state = State.header
  private var buffer: [UInt8] = []
  /// Where the unread bytes begin.
  private var head = 0
  /// How far the unread bytes have been searched for the data that `state` needs.
  private var searched = 0

  public init() {}

  /// Whether no message has begun and is incomplete, so that the stream may end here.
  public var isAtBoundary: Bool {
    if case .header = state { head == buffer.count } else { false }
  }

  /// Adds bytes as they come from the stream.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    dropConsumed()
    buffer.append(contentsOf: bytes)
  }

  /// The next message or fault, or nil until more bytes are there.
  public mutating func next() -> Event? {
    while true {
      switch state {
      case .header:
        let end = endOfHeader()
        guard (end ?? buffer.count) - head <= Self.headerLimit else {
          lose(from: head)
          return .fault(.headerTooLong)
        }
        guard let end else { return nil }
        if let event = take(headerEndingAt: end) { return event }
      case .body(let length, let isReadable):
        guard buffer.count - head >= length else { return nil }
        let body = takeBody(length)
        state = .header
        return isReadable ? .frame(body) : .fault(.charsetUnknown)
      case .lost:
        guard findHeader() else { return nil }
        state = .header
      }
    }
  }
}

extension FrameReader {
  /// The offset behind the blank line that ends the header. Blank lines before the first field are skipped.
  private mutating func endOfHeader() -> Int? {
    while head < buffer.count, buffer[head] == Ascii.return || buffer[head] == Ascii.newline { head += 1 }
    var at = max(searched, head)
    while at < buffer.count {
      if buffer[at] == Ascii.newline {
        // The protocol wants "\r\n", but scripts written by hand send "\n" alone.
        var next = at + 1
        if next < buffer.count, buffer[next] == Ascii.return { next += 1 }
        guard next < buffer.count else { break }
        if buffer[next] == Ascii.newline { return next + 1 }
      }
      at += 1
    }
    searched = at
    return nil
  }

  private mutating func take(headerEndingAt end: Int) -> Event? {
    let header = Header(buffer[head..<end])
    switch header.length {
    case .success(let length):
      head = end
      searched = end
      state = .body(length: length, isReadable: header.isUTF8)
      return nil
    case .failure(.lengthMissing):
      // A body may have been longer than stated. Its rest then stands before a good header, on the same line.
      lose(from: head)
      return .fault(.lengthMissing)
    case .failure(let fault):
      lose(from: end)
      return .fault(fault)
    }
  }

  private mutating func takeBody(_ length: Int) -> ArraySlice<UInt8> {
    let end = head + length
    defer { searched = head }
    guard length >= Self.handOver else {
      let body = Array(buffer[head..<end])
      head = end
      return body[...]
    }
    let body = buffer[head..<end]
    buffer = Array(buffer[end...])
    head = 0
    return body
  }

  private mutating func lose(from offset: Int) {
    state = .lost
    head = offset
    searched = offset
  }

  /// Moves to the next `Content-Length: digits` line; false where there is none yet.
  private mutating func findHeader() -> Bool {
    var at = max(searched, head)
    while at < buffer.count {
      switch Header.match(lengthLineIn: buffer, at: at) {
      case .yes:
        head = at
        searched = at
        return true
      case .no: at += 1
      case .tooShort:
        head = at
        searched = at
        return false
      }
    }
    head = buffer.count
    searched = head
    return false
  }

  /// Moves the unread bytes to the front when they are fewer than the read ones, so that each byte is moved at most
  /// once.
  private mutating func dropConsumed() {
    guard head > buffer.count / 2 else { return }
    buffer.removeSubrange(..<head)
    searched -= head
    head = 0
  }
}
