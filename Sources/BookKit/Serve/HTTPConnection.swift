import Foundation

/// One connection: a head is read, an answer is written. It is used on the server's thread alone.
final class HTTPConnection {
  private enum Phase {
    case reading, answering, events, lingering, ended
  }

  let socket: CInt
  private var phase = Phase.reading
  private var input: [UInt8] = []
  private var output: [UInt8] = []
  private var deadline: ContinuousClock.Instant

  /// A page that takes no events any more is let go at so many bytes.
  private static let maximumBacklog = 1 << 20

  init(socket: CInt) {
    self.socket = socket
    deadline = .now + .seconds(10)
  }

  deinit { close(socket) }

  /// What to wait for.
  var interest: pollfd {
    pollfd(fd: socket, events: Int16(POLLIN | (output.isEmpty ? 0 : POLLOUT)), revents: 0)
  }

  /// Whether it only waits for the next event.
  var isWaiting: Bool { phase == .events && output.isEmpty }

  /// Whether it is over, or took too long.
  var isEnded: Bool { phase == .ended || (phase != .events && deadline < .now) }

  /// Reads and writes what can be without waiting.
  func advance(_ answer: (HTTPRequest) -> HTTPAnswer) {
    receive(answer)
    flush()
  }

  /// Sends an event to a page that listens.
  func send(event: [UInt8]) {
    guard phase == .events else { return }
    output += event
    flush()
    if output.count > Self.maximumBacklog { phase = .ended }
  }

  private func receive(_ answer: (HTTPRequest) -> HTTPAnswer) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while phase != .ended {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count < 0 {
        if errno == EINTR { continue }
        if errno != EAGAIN { phase = .ended }
        return
      }
      if count == 0 {
        // A client may close its side as soon as it has asked.
        if phase != .answering { phase = .ended }
        return
      }
      // What follows a request is thrown away.
      guard phase == .reading else { continue }
      input += buffer[..<count]
      switch HTTPRequest.read(input) {
      case .incomplete: break
      case .refused(let status):
        start(.answering, HTTPResponse.refusal(status).bytes(withBody: true))
      case .whole(let request): begin(answer(request), of: request)
      }
    }
  }

  private func begin(_ answer: HTTPAnswer, of request: HTTPRequest) {
    switch answer {
    case .response(let response):
      start(.answering, response.bytes(withBody: request.method != "HEAD"))
    case .events(let first):
      let head = HTTPResponse(type: "text/event-stream").streamHead
      start(request.method == "HEAD" ? .answering : .events, head + first)
    }
  }

  private func start(_ next: Phase, _ bytes: [UInt8]) {
    phase = next
    input = []
    output = bytes
    deadline = .now + .seconds(30)
  }

  private func flush() {
    var sent = 0
    while sent < output.count, phase != .ended {
      let count = output.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress! + sent, $0.count - sent, CInt(MSG_NOSIGNAL))
      }
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        break
      } else if errno != EINTR {
        phase = .ended
      }
    }
    output.removeFirst(sent)
    if output.isEmpty, phase == .answering {
      // Closing with unread bytes would take the answer back, so the client closes first.
      shutdown(socket, CInt(SHUT_WR))
      phase = .lingering
      deadline = .now + .seconds(1)
    }
  }
}
