import LSP
import Platform

/// Reads the client's messages into the inbox until the input ends. It never waits for the session, so a client that
/// writes much before it reads anything is not blocked.
func readMessages(from descriptor: Int32, into inbox: Inbox) {
  var frames = FrameReader()
  let size = 1 << 16
  let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
  defer { buffer.deallocate() }
  while !inbox.isClosed {
    let count = read(descriptor, buffer.baseAddress, size)
    if count < 0, errno == EINTR { continue }
    if count < 0, errno == EAGAIN {
      // Some clients pass a non-blocking pipe.
      var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&ready, 1, -1)
      continue
    }
    guard count > 0 else { break }
    frames.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    var events: [Inbox.Event] = []
    while let event = frames.next() {
      switch event {
      case .frame(let body): events.append(.message(Message(parsing: body)))
      case .fault(let fault): events.append(.fault(fault))
      }
    }
    inbox.post(events)
  }
  inbox.post([.endOfInput])
}
