import Foundation
import Testing

@testable import BookKit

/// What the server gives out of a folder, over a real port.
@Suite struct ServeFolderTests {
  /// A site whose folder has a secret beside it, and a server for it.
  private final class Served {
    let book: BuildCase
    let site: PreviewSite
    let server: HTTPServer
    static let page = "<html><body>\n<p>Hello</p>\n</body></html>\n"

    init() throws {
      book = try BuildCase()
      try book.write("secret", to: "secret.txt")
      try book.write("secret", to: "output-more/secret.txt")
      try book.write(Self.page, to: "output/index.html")
      try book.write(Self.page, to: "output/1-a/index.html")
      try book.write("<p>no end", to: "output/1-a/a b.html")
      for name in ["a.css", "a.js", "a.svg", "a.json", "a.woff2", "a.png", "a.bin", ".hidden"] {
        try book.write("content", to: "output/assets/\(name)")
      }
      site = PreviewSite(
        output: book.folder + "/output",
        script: try PreviewScript(theme: RenderSupport.theme))
      server = try HTTPServer(port: 0)
      server.start(site.answer)
    }

    deinit { server.stop() }

    func get(
      _ target: String, method: String = "GET", host: String? = "localhost"
    ) throws -> (status: String, head: String, body: String) {
      try ServeClient.get(target, method: method, host: host, port: server.port)
    }
  }

  @Test(arguments: [
    "/../secret.txt", "/1-a/../../secret.txt", "/%2e%2e/secret.txt", "/%2E%2e/secret.txt",
    "/.%2e/secret.txt", "/..%2fsecret.txt", "/1-a%2findex.html", "/1-a/..%2f..%2fsecret.txt",
    "/%2e%2e%2fsecret.txt", "/..\\secret.txt", "/..%5csecret.txt", "/index.html%00", "/%00",
    "/index.html%00.png", "//etc/passwd", "/%2fetc/passwd", "/1-a//index.html", "/./index.html",
    "/%", "/%2", "/%zz", "/%ff.html", "/%c0%ae%c0%ae/secret.txt", "/%0d%0aX:%20y",
    "http://localhost/index.html", "secret.txt", "*", "/..;/secret.txt/..", "/..",
  ])
  func refuses(_ target: String) throws {
    let answer = try Served().get(target)
    #expect(answer.status == "400")
    #expect(answer.body == "Bad Request\n")
  }

  @Test(arguments: [
    "/secret.txt", "/%252e%252e/secret.txt", "/output/index.html", "/assets/none.css",
    "/index.html/", "/index.html/index.html", "/.regbook/", "/.regbook/../index.htm",
    "/.regbook/work", "/.../secret.txt", "/1-a/none.html", "/none/",
  ])
  func findsNothing(_ target: String) throws {
    let answer = try Served().get(target)
    #expect(["400", "404"].contains(answer.status))
    #expect(!answer.body.contains("secret") && !answer.body.contains("Hello"))
  }

  @Test func followsNoLink() throws {
    let served = try Served()
    let output = served.book.folder + "/output"
    symlink("../secret.txt", output + "/link.txt")
    symlink("..", output + "/up")
    symlink("/etc", output + "/etc")
    symlink(served.book.folder + "/output-more", output + "/more")
    mkfifo(output + "/pipe.txt", 0o644)
    for target in [
      "/link.txt", "/up", "/up/", "/up/secret.txt", "/etc/passwd", "/more/secret.txt", "/pipe.txt",
    ] {
      let answer = try served.get(target)
      #expect(answer.status == "404" && !answer.body.contains("secret"), "\(target)")
    }
  }

  @Test func refusesLongRequests() throws {
    let served = try Served()
    #expect(try served.get("/" + String(repeating: "a", count: 9000)).status == "431")
    let client = try ServeClient(port: served.server.port)
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
    client.send(String(repeating: "X: y\r\n", count: 5000))
    #expect(client.wholeAnswer().hasPrefix("HTTP/1.1 431 "))
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
  func onlyReads(_ method: String) throws {
    let answer = try Served().get("/index.html", method: method)
    #expect(answer.status == "405")
    #expect(answer.head.contains("\r\nAllow: GET, HEAD"))
  }

  @Test(arguments: [
    ("localhost", "200"), ("LOCALHOST:8000", "200"), ("127.0.0.1:1", "200"), ("[::1]:8000", "200"),
    ("evil.example", "403"), ("localhost.evil.example", "403"), ("127.0.0.1.evil.example", "403"),
    ("evil@localhost", "403"), ("0.0.0.0:8000", "403"), ("192.168.1.2", "403"), ("", "403"),
  ])
  func knowsItsNames(_ host: String, _ status: String) throws {
    let served = try Served()
    #expect(try served.get("/", host: host).status == status)
    #expect(try served.get("/.regbook/preview.js", host: host).status == status)
  }

  @Test func refusesWhatIsNotHTTP() throws {
    let served = try Served()
    #expect(try served.get("/", host: nil).status == "400")
    for request in [
      "hello\r\n\r\n", "GET /\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/2\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", "\r\n\r\n",
    ] {
      let client = try ServeClient(port: served.server.port)
      client.send(request)
      #expect(client.wholeAnswer().hasPrefix("HTTP/1.1 400 "), "\(request)")
    }
  }

  @Test(arguments: [
    ("a.css", "text/css; charset=utf-8"), ("a.js", "text/javascript; charset=utf-8"),
    ("a.svg", "image/svg+xml; charset=utf-8"), ("a.json", "application/json; charset=utf-8"),
    ("a.woff2", "font/woff2"), ("a.png", "image/png"), ("a.bin", "application/octet-stream"),
  ])
  func saysWhatAFileIs(_ name: String, _ type: String) throws {
    let answer = try Served().get("/assets/\(name)?v=1")
    #expect(answer.status == "200" && answer.body == "content")
    #expect(answer.head.contains("\r\nContent-Type: \(type)\r\n"))
    #expect(answer.head.contains("\r\nCache-Control: no-store\r\n"))
  }

  @Test func headHasNoBody() throws {
    let served = try Served()
    let (get, head) = (try served.get("/"), try served.get("/", method: "HEAD"))
    #expect(head.head == get.head && head.body == "")
    #expect(get.head.hasSuffix("\r\nContent-Length: \(get.body.utf8.count)\r\nConnection: close"))
  }

  @Test func pagesGetTheScriptAndFilesKeepTheirBytes() throws {
    let served = try Served()
    let tag =
      "<script src=\"/.regbook/preview.js\" data-revision=\"\(served.site.state.revision)\"></script>\n"
    let page = Served.page.replacing("</body>", with: tag + "</body>")
    for target in ["/", "/index.html", "/1-a/", "/1-a/index.html#anchor"] {
      let answer = try served.get(target)
      #expect(answer.body == page && answer.head.contains("text/html; charset=utf-8"))
    }
    #expect(try served.get("/1-a/a%20b.html").body == "<p>no end" + tag)
    #expect(served.book.read("output/index.html") == Served.page)
    let missing = try served.get("/2-b/none.html")
    #expect(missing.status == "404" && missing.body.contains(tag))
  }

  @Test func aFolderNeedsItsSlash() throws {
    let served = try Served()
    try served.book.write("page", to: "output/1 ü/index.html")
    #expect(try served.get("/1-a").head.contains("\r\nLocation: /1-a/\r\n"))
    #expect(try served.get("/assets").status == "301")
    #expect(try served.get("/1%20%C3%BC").head.contains("\r\nLocation: /1%20%c3%bc/\r\n"))
  }

  @Test func manyConnectionsAndSlowOnes() throws {
    let served = try Served()
    let slow = try (0..<50).map { _ in try ServeClient(port: served.server.port) }
    slow[0].send("GET / HT")
    for _ in 0..<300 { #expect(try served.get("/").status == "200") }
    slow[0].send("TP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(slow[0].wholeAnswer().contains("Hello"))
  }

  @Test func listensOnTheLoopbackInterfaceAlone() throws {
    let served = try Served()
    let table = try #require(Files.read("/proc/net/tcp"))
    let port = String(served.server.port, radix: 16, uppercase: true)
    let name = String(repeating: "0", count: 4 - port.count) + port
    // Column two is the local address, 0A in column four is a listener.
    let listeners = String(decoding: table, as: UTF8.self).split(separator: "\n").compactMap {
      line -> Substring? in
      let columns = line.split(separator: " ")
      return columns[1].hasSuffix(":\(name)") && columns[3] == "0A" ? columns[1] : nil
    }
    #expect(listeners == ["0100007F:\(name)"])
  }

  @Test func aTakenPortGivesWayToTheNext() throws {
    let first = try HTTPServer(port: 0)
    let second = try HTTPServer(port: first.port)
    #expect(second.port > first.port && second.port <= first.port + 100)
  }
}
