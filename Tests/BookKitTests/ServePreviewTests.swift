import Foundation
import Testing

@testable import BookKit

/// Saves, and what open pages see of them.
@Suite struct ServePreviewTests {
  private static let page = "/01-one.html"

  private func chapter(_ words: String) -> String { "---\ntitle: One\n---\n\n\(words)\n" }

  @Test func aSaveReachesThePageAndNotTheFile() async throws {
    let book = try BuildCase(chapter: chapter("First words."))
    let preview = try await ServeCase(book)
    let old = try preview.get(Self.page)
    #expect(old.contains("First words.") && old.contains("/.regbook/preview.js"))
    #expect(try await preview.wait(for: "\"isBuilding\":false"))
    try book.write(chapter("Second words."))
    #expect(try await preview.wait(for: "\"isBuilding\":true"))
    #expect(try await preview.wait(for: "\"isBuilding\":false,\"mistakes\":[],\"revision\":\""))
    let new = try preview.get(Self.page)
    #expect(new.contains("Second words."))
    let revisions = [old, new].map { $0.firstMatch(of: #/data-revision="([^"]+)"/#)?.1 }
    #expect(revisions[0] != revisions[1])
    let served = try #require(book.read("output/01-one.html"))
    #expect(!served.contains("preview"))
    #expect(new.replacing(#/<script src="/.regbook/preview.js".*</script>\n/#, with: "") == served)
  }

  @Test func aSaveThatChangesNothingKeepsTheRevision() async throws {
    let book = try BuildCase(chapter: chapter("Words."))
    let preview = try await ServeCase(book)
    let old = try preview.get(Self.page)
    #expect(try await preview.wait(for: "\"isBuilding\":false"))
    try book.write(chapter("Words."))
    #expect(try await preview.wait(for: "\"isBuilding\":true"))
    #expect(try await preview.wait(for: "\"isBuilding\":false"))
    #expect(try preview.get(Self.page) == old)
  }

  @Test func mistakesAreShownOverTheLastGoodPage() async throws {
    let book = try BuildCase(chapter: chapter("Good words."))
    let preview = try await ServeCase(book)
    try book.write(chapter("Bad <b> {{none.x}}"))
    #expect(
      try await preview.wait(
        for: #"{"severity":"error","text":"chapters/01-one.md:5:9: error: There is no "#))
    #expect(try preview.get(Self.page).contains("Good words."))
    let late = try ServeClient(port: preview.port)
    late.send("GET /.regbook/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(late.wait(for: #"[unknown-value]\n  Bad <b> {{none.x}}\n          ^^^^^^^^^^"#))
    try book.write(chapter("Good again."))
    #expect(try await preview.wait(for: "\"isBuilding\":false,\"mistakes\":[]"))
    #expect(try preview.get(Self.page).contains("Good again."))
  }

  @Test func aBookThatNeverWasGoodShowsItsMistakes() async throws {
    let book = try BuildCase(chapter: chapter("{{none.x}}"))
    let preview = try await ServeCase(book)
    #expect(try preview.get("/").contains("no such page yet"))
    #expect(try preview.get("/").contains("data-revision=\"none\""))
    #expect(try await preview.wait(for: "[unknown-value]"))
    try book.write(chapter("Good."))
    #expect(try await preview.wait(for: "Good.", on: Self.page))
  }

  @Test func filesAndFoldersComeAndGo() async throws {
    let book = try BuildCase(chapter: chapter("Words."))
    let preview = try await ServeCase(book)
    try book.write(chapter("New words."), to: "chapters/2-new/01-a.md")
    #expect(try await preview.wait(for: "New words.", on: "/2-new/01-a.html"))
    // As editors save: another file that takes the old one's place.
    try book.write(chapter("Renamed words."), to: "chapters/2-new/.01-a.md.swp")
    rename(book.folder + "/chapters/2-new/.01-a.md.swp", book.folder + "/chapters/2-new/01-a.md")
    #expect(try await preview.wait(for: "Renamed words.", on: "/2-new/01-a.html"))
    rename(book.folder + "/chapters/2-new", book.folder + "/chapters/3-moved")
    #expect(try await preview.wait(for: "Renamed words.", on: "/3-moved/01-a.html"))
    try book.write(chapter("Moved words."), to: "chapters/3-moved/01-a.md")
    #expect(try await preview.wait(for: "Moved words.", on: "/3-moved/01-a.html"))
    rename(book.folder + "/chapters", book.folder + "/elsewhere")
    #expect(try await preview.wait(for: "[no-chapters]"))
    rename(book.folder + "/elsewhere", book.folder + "/chapters")
    try book.write(chapter("Back."), to: "chapters/3-moved/01-a.md")
    #expect(try await preview.wait(for: "Back.", on: "/3-moved/01-a.html"))
  }

  @Test func aChangeEndsTheBuildAtWork() async throws {
    let endless = "# A\n\n```swift experiment endless\nwhile true {}\n```\n"
    let book = try BuildCase(chapter: chapter("Words."))
    let preview = try await ServeCase(book)
    try book.write(endless)
    #expect(
      try await ServeCase.until { BuildCase.started(in: book.folder + "/.regbook/work") })
    try book.write(chapter("No loop."))
    #expect(try await preview.wait(for: "No loop.", on: Self.page))
    #expect(preview.restarts >= 1)
  }

  @Test func aTakenPortIsSaid() async throws {
    let other = try HTTPServer(port: 0)
    let preview = try await ServeCase(BuildCase(chapter: chapter("Words.")), port: other.port)
    #expect(preview.taken == other.port && preview.port > other.port)
    #expect(preview.address == "http://localhost:\(preview.port)/")
  }

  @Test("A browser asks ::1 first for localhost: what another program has there is taken too")
  func aPortTakenOnIPv6IsTaken() throws {
    let file = socket(AF_INET6, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var only: CInt = 1
    setsockopt(file, CInt(IPPROTO_IPV6), IPV6_V6ONLY, &only, socklen_t(MemoryLayout<CInt>.size))
    var address = sockaddr_in6()
    var size = socklen_t(MemoryLayout<sockaddr_in6>.size)
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_addr = in6addr_loopback
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, size) == 0 && listen(file, 1) == 0 && getsockname(file, $0, &size) == 0
      }
    }
    // A machine may have no IPv6.
    guard isListening else { return }
    let port = Int(in_port_t(bigEndian: address.sin6_port))
    #expect(try ListeningSocket(port: port).port > port)
  }

  @Test func withoutABookThereIsNothingToServe() async throws {
    await #expect(throws: Diagnostic.self) { _ = try await ServeCase(BuildCase()) }
  }

  @Test func theEndIsACancellation() async throws {
    let preview = try await ServeCase(BuildCase(chapter: chapter("Words.")))
    await #expect(throws: CancellationError.self) { try await preview.end() }
    #expect(preview.book.read("output/01-one.html")?.contains("Words.") == true)
  }
}
