import Foundation

@testable import BookKit

/// A client that sends exactly the bytes that it is given, however wrong they are.
final class ServeClient {
  private let socket: CInt
  private(set) var received = ""

  init(port: Int) throws {
    socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    // A server that says nothing fails the test instead of stopping it.
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(socket) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(socket, bytes, bytes.count, CInt(MSG_NOSIGNAL))
  }

  /// Reads until the text arrives; false where the connection ends before.
  func wait(for text: String) -> Bool {
    while !received.contains(text) { guard readMore() else { return false } }
    return true
  }

  /// Whether the text was received; it and all before it are forgotten.
  func take(_ text: String) -> Bool {
    guard let range = received.range(of: text) else { return false }
    received = String(received[range.upperBound...])
    return true
  }

  /// Reads to the end of the connection.
  func wholeAnswer() -> String {
    while readMore() {}
    return received
  }

  /// Reads what is there already; false at the end of the connection.
  func readWaiting() -> Bool {
    while readMore(CInt(MSG_DONTWAIT)) {}
    return errno == EAGAIN
  }

  private func readMore(_ flags: CInt = 0) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    errno = 0
    let count = recv(socket, &buffer, buffer.count, flags)
    if count > 0 { received += String(decoding: buffer[..<count], as: UTF8.self) }
    return count > 0
  }

  /// The answer to one request.
  static func get(
    _ target: String, method: String = "GET", host: String? = "localhost", port: Int
  ) throws -> (status: String, head: String, body: String) {
    let client = try ServeClient(port: port)
    let header = host.map { "Host: \($0)\r\n" } ?? ""
    client.send("\(method) \(target) HTTP/1.1\r\n\(header)\r\n")
    let answer = client.wholeAnswer()
    let end = answer.range(of: "\r\n\r\n")
    let head = String(answer[..<(end?.lowerBound ?? answer.endIndex)])
    let body = String(answer[(end?.upperBound ?? answer.endIndex)...])
    return (head.split(separator: " ").dropFirst().first.map(String.init) ?? "none", head, body)
  }
}
