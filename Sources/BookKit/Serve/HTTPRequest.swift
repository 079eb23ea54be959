/// The head of a request, as far as a preview cares.
struct HTTPRequest: Equatable {
  /// What the bytes received so far are.
  enum Reading: Equatable {
    case incomplete
    case whole(HTTPRequest)
    case refused(HTTPStatus)
  }

  /// Longer heads are refused.
  static let maximumLength = 8192

  let method: String
  let target: String
  let host: String

  /// Reads a head, up to its empty line. Whatever is not plainly HTTP/1 is refused.
  static func read(_ bytes: [UInt8]) -> Reading {
    guard let end = endOfHead(bytes) else {
      return bytes.count > maximumLength ? .refused(.headTooLong) : .incomplete
    }
    guard end <= maximumLength else { return .refused(.headTooLong) }
    // Bytes beyond ASCII may be in a header that no one reads here, but not in the first line.
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard lines[0].utf8.allSatisfy({ (0x20..<0x7F).contains($0) }), words.count == 3,
      !words[0].isEmpty, !words[1].isEmpty, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0"
    else { return .refused(.badRequest) }
    var hosts: [Substring] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "\t" else {
        return .refused(.badRequest)
      }
      if line[..<colon].lowercased() == "host" {
        hosts.append(line[line.index(after: colon)...])
      }
    }
    guard hosts.count == 1 else { return .refused(.badRequest) }
    let host = String(hosts[0].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    return .whole(HTTPRequest(method: String(words[0]), target: String(words[1]), host: host))
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    let mark: [UInt8] = [13, 10, 13, 10]
    return bytes.indices.dropLast(3).first { bytes[$0] == 13 && Array(bytes[$0..<$0 + 4]) == mark }
  }
}
