import LSP
import SeededRandom
import Testing

@Suite struct FrameReaderTests {
  private func read(_ text: String) -> [FrameReader.Event] { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> [FrameReader.Event] {
    var reader = FrameReader()
    reader.append(bytes)
    return drain(&reader)
  }

  private func drain(_ reader: inout FrameReader) -> [FrameReader.Event] {
    var events: [FrameReader.Event] = []
    while let event = reader.next() { events.append(event) }
    return events
  }

  private func frame(_ text: String) -> FrameReader.Event { .frame(Array(text.utf8)[...]) }

  @Test(arguments: [
    "Content-Length: 2\r\n\r\n{}", "content-length: 2\r\n\r\n{}", "CONTENT-LENGTH:2\r\n\r\n{}",
    "Content-Length:   002  \r\n\r\n{}", "\r\nContent-Length: 2\r\n\r\n{}", "Content-Length: 2\n\n{}",
    "X-Extra: 1\r\nContent-Length: 2\r\n\r\n{}", "no colon\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=UTF8\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Type: x; charset=\"utf-8\"\r\n\r\n{}",
  ])
  func headersThatAreUnderstood(text: String) {
    #expect(read(text) == [frame("{}")])
  }

  @Test(arguments: [
    ("Content-Type: x\r\n\r\n{}", FrameReader.Fault.lengthMissing),
    ("hello there\r\n\r\n", .lengthMissing),
    ("Content-Length\0: 2\r\n\r\n{}", .lengthMissing),
    ("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", .lengthRepeated),
    ("Content-Length: 2\r\nContent-Length: 200\r\n\r\n{}", .lengthRepeated),
    ("Content-Length: -5\r\n\r\n{}", .lengthInvalid), ("Content-Length: +2\r\n\r\n{}", .lengthInvalid),
    ("Content-Length: \r\n\r\n{}", .lengthInvalid), ("Content-Length: 0x2\r\n\r\n{}", .lengthInvalid),
    ("Content-Length: 2.5\r\n\r\n{}", .lengthInvalid), ("Content-Length: ٢\r\n\r\n{}", .lengthInvalid),
    ("Content-Length: 1000000000000\r\n\r\n{}", .lengthInvalid),
    ("Content-Length: 18446744073709551616\r\n\r\n{}", .lengthInvalid),
    ("Content-Length: 2\r\nContent-Type: x; charset=latin1\r\n\r\n{}", .charsetUnknown),
  ])
  func faultsAreReportedOnceAndTheNextFrameIsFound(text: String, fault: FrameReader.Fault) {
    #expect(read(text + "Content-Length: 4\r\n\r\ntrue") == [.fault(fault), frame("true")])
  }

  @Test func aHeaderWithoutEndIsGivenUp() {
    let noise = String(repeating: "X", count: FrameReader.headerLimit + 1)
    #expect(read(noise + "Content-Length: 2\r\n\r\n{}") == [.fault(.headerTooLong), frame("{}")])
  }

  @Test func theRestOfABodyLongerThanStatedIsSkipped() {
    let text = "Content-Length: 3\r\n\r\n{\"a\": 1}Content-Length: 2\r\n\r\n[]"
    #expect(read(text) == [frame("{\"a"), .fault(.lengthMissing), frame("[]")])
  }

  @Test func noiseIsOneFault() {
    let noise = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 * 7919 + 13) }
    let events = read(noise + Array("Content-Length: 2\r\n\r\n{}".utf8))
    #expect(events.count(where: { $0 != frame("{}") }) == 1)
    #expect(events.last == frame("{}"))
  }

  @Test func theLengthCountsBytes() {
    #expect(read("Content-Length: 8\r\n\r\n\"é😀\"Content-Length: 0\r\n\r\n") == [frame("\"é😀\""), frame("")])
  }

  @Test func boundary() {
    var reader = FrameReader()
    #expect(reader.isAtBoundary)
    reader.append("Content-Length: 2\r\n\r\n{".utf8)
    #expect(reader.next() == nil)
    #expect(!reader.isAtBoundary)
    reader.append("}".utf8)
    #expect(reader.next() == frame("{}"))
    #expect(reader.isAtBoundary)
  }

  /// However the stream is cut, the events are those of the whole stream, apart from where an overlong header is
  /// noticed; there is none here.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func splitAnywhere(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bodies = ["{}", "\"é😀\u{2028}\"", "", String(repeating: "[1,\r\n2]", count: 10_000), "{\"Content-Length\": 7}"]
    let faults = ["garbage\r\n\r\n", "Content-Length: x\r\n\r\n{}", "Content-Length: 1\r\nContent-Length: 1\r\n\r\n1"]
    var stream: [UInt8] = []
    for _ in 0..<30 {
      if Int.random(in: 0..<4, using: &random) == 0 { stream += faults.randomElement(using: &random)!.utf8 }
      let body = bodies.randomElement(using: &random)!
      stream += "Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8
    }
    let whole = read(stream)
    #expect(whole.count >= 30)

    var reader = FrameReader()
    var pieces: [FrameReader.Event] = []
    var at = 0
    while at < stream.count {
      let longest = [1, 3, 40, 100_000].randomElement(using: &random)!
      let end = min(stream.count, at + Int.random(in: 1...longest, using: &random))
      reader.append(stream[at..<end])
      pieces += drain(&reader)
      at = end
    }
    #expect(pieces == whole)
  }
}
