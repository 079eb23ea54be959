/// How a request ends.
enum HTTPStatus: Int {
  case ok = 200
  case movedPermanently = 301
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case headTooLong = 431

  var reason: String {
    switch self {
    case .ok: "OK"
    case .movedPermanently: "Moved Permanently"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .headTooLong: "Request Header Fields Too Large"
    }
  }
}

/// What is sent back. The connection ends with it: on the loopback interface a new one costs nothing.
struct HTTPResponse {
  var status = HTTPStatus.ok
  var type = "text/plain; charset=utf-8"
  var headers: [String] = []
  var body: [UInt8] = []

  /// A refusal in a few words.
  static func refusal(_ status: HTTPStatus, headers: [String] = []) -> HTTPResponse {
    HTTPResponse(status: status, headers: headers, body: Array("\(status.reason)\n".utf8))
  }

  /// The head and, unless only the head was asked for, the body.
  func bytes(withBody: Bool) -> [UInt8] {
    head(["Content-Length: \(body.count)", "Connection: close"]) + (withBody ? body : [])
  }

  /// The head of a body that has no end.
  var streamHead: [UInt8] { head(["Connection: close"]) }

  private func head(_ more: [String]) -> [UInt8] {
    let lines =
      [
        "HTTP/1.1 \(status.rawValue) \(status.reason)", "Content-Type: \(type)",
        // A page in a cache would be an old one after the next save.
        "Cache-Control: no-store", "X-Content-Type-Options: nosniff",
      ] + headers + more
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
