import Foundation

/// A socket that other programs of this machine, and none of another, can connect to.
final class ListeningSocket: Sendable {
  let file: CInt
  let port: Int

  /// So many ports after the wanted one are tried.
  private static let tries = 100

  /// Listens on a port of 127.0.0.1: the wanted one, or the first free one after it (0: any).
  init(port wanted: Int) throws(Diagnostic) {
    var code: CInt = 0
    for port in wanted...min(wanted + Self.tries, 65535) {
      let file = socket(
        AF_INET, CInt(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
      var yes: CInt = 1
      // The port of a server that has just ended is free.
      setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
      if file >= 0, !Self.isOthers(port), Self.bound(file, port), listen(file, 64) == 0 {
        self.file = file
        self.port = Self.port(of: file)
        return
      }
      code = errno
      if file >= 0 { close(file) }
      if code != EADDRINUSE { break }
    }
    throw Diagnostic(
      rule: "no-port",
      "Nothing can listen on port \(wanted) of this machine or one after it: "
        + "\(String(cString: strerror(code))).",
      hint: "Choose another with `--port`, for example 8000.")
  }

  deinit { close(file) }

  /// Whether another program has the port of `::1`, which browsers ask first for `localhost`: they would
  /// show that program's pages. Sets `errno` if so.
  private static func isOthers(_ port: Int) -> Bool {
    let file = socket(AF_INET6, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard file >= 0 else { return false }
    defer { close(file) }
    var yes: CInt = 1
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_port = in_port_t(port).bigEndian
    address.sin6_addr = in6addr_loopback
    let isFree = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
      }
    }
    return !isFree && errno == EADDRINUSE
  }

  private static func bound(_ file: CInt, _ port: Int) -> Bool {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func port(of file: CInt) -> Int {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(file, $0, &size) }
    }
    return Int(in_port_t(bigEndian: address.sin_port))
  }
}
