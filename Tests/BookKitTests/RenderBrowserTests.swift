import Foundation
import Testing

@testable import BookKit

@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct RenderBrowserTests {
  /// Opens pages from the file system and reads what the browser has to say.
  @Test(arguments: [
    "index.html", "1-survey/03-norm-penalties.html", "2-layers/01-five-networks.html",
  ])
  func opensFromTheFileSystem(_ path: String) throws {
    try withFolder { folder in
      try RenderSupport.write(try RenderSupport.render(), to: folder)
      let found = try chromium("/\(path)", in: folder)
      #expect(found.page.contains("</html>"))
      #expect(found.console == "")
      #expect(found.requests == 0)
    }
  }

  /// The test before this one would notice.
  @Test func aPageThatMisbehavesIsNoticed() throws {
    try withFolder { folder in
      let page = "<script>console.log(1)</script><img src=\"http://example.org/a.png\"></html>"
      try Data(page.utf8).write(to: folder.appending(path: "bad.html"))
      let found = try chromium("/bad.html", in: folder)
      #expect(found.console.contains("CONSOLE"))
      #expect(found.requests > 0)
    }
  }

  @Test(arguments: [
    "index.html", "1-survey/index.html", "1-survey/03-norm-penalties.html",
    "1-survey/04-dropout.html", "2-layers/01-five-networks.html",
  ])
  func nothingOverflowsSideways(_ path: String) throws {
    #expect(try contentWidths(of: path, in: try RenderSupport.render()) == Self.widths)
  }

  @Test(arguments: ["index.html", "1-a/01-wide.html"])
  func wideThingsScrollInsideThemselves(_ path: String) throws {
    let site = try RenderSupport.render(RenderStress.book, RenderStress.results)
    #expect(site.diagnostics == [])
    #expect(try contentWidths(of: path, in: site) == Self.widths)
  }

  private static let widths = [320, 360, 768, 1024, 1280]

  /// A frame of each width holds the page and says how wide its content is.
  private func contentWidths(of path: String, in site: RenderedSite) throws -> [Int] {
    try withFolder { folder in
      try RenderSupport.write(site, to: folder)
      let frames = Self.widths.map {
        "<iframe width=\($0) height=800 style=\"border:0\" src=\"\(path)\" "
          + "onload=\"document.title += ' ' + this.contentDocument.documentElement.scrollWidth\">"
          + "</iframe>"
      }
      let page = "<!DOCTYPE html><title>widths</title>" + frames.joined()
      try Data(page.utf8).write(to: folder.appending(path: "frames.html"))
      let found = try chromium("/frames.html", in: folder)
      let title = try #require(found.page.firstMatch(of: #/<title>widths ([0-9 ]*)</title>/#))
      return title.1.split(separator: " ").compactMap { Int($0) }.sorted()
    }
  }

  @Test func noFileNamesAnotherHost() throws {
    let site = try RenderSupport.render()
    for (path, _) in site.files where path.hasSuffix(".html") {
      let page = RenderSupport.text(path, in: site)
      let asked = page.matches(of: #/(?:src|stylesheet" href|icon" href)="([^"]*)"/#)
      #expect(asked.allSatisfy { !$0.1.contains("//") }, "\(path)")
    }
    #expect(!RenderSupport.text("assets/book.css", in: site).contains("url("))
  }

  private func withFolder<T>(_ body: (URL) throws -> T) throws -> T {
    let name = "render-\(UUID().uuidString)"
    let folder = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// The page as the browser understood it, its console, and how many requests it made over the
  /// network (Chromium itself calls home, which counts not).
  private func chromium(
    _ page: String, in folder: URL
  ) throws -> (page: String, console: String, requests: Int) {
    // Files, not pipes: neither of the two can fill while the other is read.
    let names = ["page.txt", "messages.txt", "log.json"].map { folder.appending(path: $0) }
    for name in names { try Data().write(to: name) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/chromium")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--enable-logging=stderr", "--v=0",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files",
      "--log-net-log=\(names[2].path)", "--window-size=1280,900", "--virtual-time-budget=4000",
      "--user-data-dir=\(folder.appending(path: "profile").path)", "--dump-dom",
      "file://\(folder.path)\(page)",
    ]
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    let console = texts[1].split(separator: "\n").filter { $0.contains("CONSOLE") }
    let requests = texts[2].ranges(of: "\"network_isolation_key\":\"file://").count
    return (texts[0], console.joined(separator: "\n"), requests)
  }
}
