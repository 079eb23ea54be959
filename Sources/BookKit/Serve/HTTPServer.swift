import Foundation
import Synchronization

/// What a request gets.
enum HTTPAnswer {
  case response(HTTPResponse)
  /// A stream of server-sent events that begins with these bytes.
  case events([UInt8])
}

/// A small server for the browsers of this machine: one thread, nothing that blocks, GET and HEAD.
final class HTTPServer: Sendable {
  private enum Message {
    case event([UInt8])
    case stop
  }

  private let listener: ListeningSocket
  private let wake: WakeSignal
  private let messages = Mutex<[Message]>([])

  /// More connections wait until others end.
  private static let maximumConnections = 200

  /// The port that it listens on.
  var port: Int { listener.port }

  /// Creates a server on a port of 127.0.0.1, or the next free one; `start` makes it answer.
  init(port: Int) throws {
    listener = try ListeningSocket(port: port)
    wake = try WakeSignal()
  }

  /// Answers until `stop`.
  func start(_ answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
    Thread.detachNewThread { [self] in serve(answer) }
  }

  /// Sends an event to every page that listens.
  func broadcast(_ event: [UInt8]) { post(.event(event)) }

  /// Closes all connections.
  func stop() { post(.stop) }

  private func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake.send()
  }

  private func serve(_ answer: (HTTPRequest) -> HTTPAnswer) {
    var connections: [HTTPConnection] = []
    while true {
      let isFull = connections.count >= Self.maximumConnections
      var files =
        [wake.interest, pollfd(fd: isFull ? -1 : listener.file, events: Int16(POLLIN), revents: 0)]
        + connections.map(\.interest)
      // Once a second, to end those that take too long.
      poll(&files, nfds_t(files.count), connections.allSatisfy(\.isWaiting) ? -1 : 1000)
      wake.clear()
      for message in messages.withLock({ taken in
        defer { taken = [] }
        return taken
      }) {
        switch message {
        case .event(let event): connections.forEach { $0.send(event: event) }
        case .stop: return
        }
      }
      for (connection, file) in zip(connections, files.dropFirst(2)) where file.revents != 0 {
        connection.advance(answer)
      }
      connections.removeAll(where: \.isEnded)
      if files[1].revents != 0 { accept(into: &connections) }
    }
  }

  private func accept(into connections: inout [HTTPConnection]) {
    while connections.count < Self.maximumConnections {
      let socket = Glibc.accept(listener.file, nil, nil)
      guard socket >= 0 else { return }
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
      connections.append(HTTPConnection(socket: socket))
    }
  }
}
