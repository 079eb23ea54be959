import Foundation
import Testing

@testable import BookKit

@Suite struct RenderSiteTests {
  /// Every `href` and `src` of every page leads to a file of the site and a place in it.
  @Test func everyLinkLeadsSomewhere() throws {
    let site = try RenderSupport.render()
    let files = Set(site.files.map(\.path) + site.copies.map(\.path))
    for (path, _) in site.files where path.hasSuffix(".html") {
      let page = RenderSupport.text(path, in: site)
      for match in page.matches(of: #/(?:href|src)="([^"]*)"/#) {
        let link = String(match.1)
        if link.hasPrefix("https://") || link.hasPrefix("data:") { continue }
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let file = parts[0].isEmpty ? path : try #require(SitePath.resolve(parts[0], from: path))
        #expect(files.contains(file), "\(path): \(link)")
        if parts.count > 1 {
          let target = RenderSupport.text(file, in: site)
          #expect(target.contains("id=\"\(parts[1])\""), "\(path): \(link)")
        }
      }
    }
  }

  @Test func everyIdIsUniqueOnItsPage() throws {
    let site = try RenderSupport.render()
    for (path, _) in site.files where path.hasSuffix(".html") {
      let ids = RenderSupport.text(path, in: site).matches(of: #/ id="([^"]*)"/#).map { "\($0.1)" }
      #expect(ids.count == Set(ids).count, "\(path): \(ids)")
    }
  }

  @Test func oneHeadingOfTheFirstLevel() throws {
    let site = try RenderSupport.render()
    for (path, _) in site.files where path.hasSuffix(".html") {
      #expect(RenderSupport.text(path, in: site).ranges(of: "<h1").count == 1, "\(path)")
    }
  }

  @Test func imagesAndDataComeAlong() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let images = folder.appending(path: "chapters/1-a/images")
    try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
    // The beginning of a PNG: its signature, and a header that says 1 by 1.
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, 1, 0, 0, 0, 1]
    try Data(png).write(to: images.appending(path: "a b.png"))
    let span = SourceSpan(line: 1, column: 1)
    let chapter = RenderSample.chapter(
      "chapters/1-a/01-b.md", title: "B",
      [
        .paragraph(
          content: [
            .image(source: "images/a%20b.png", title: "", content: [.text("A \"b\"")], span: span),
            .link(destination: "images/a b.png", title: "", content: [.text("x")], span: span),
          ], span: span)
      ])
    let book = Book(parts: [Part(folder: "1-a", index: nil, chapters: [chapter])])
    let site = try RenderSupport.render(book, [:], bookFolder: folder.path)
    #expect(site.diagnostics == [])
    #expect(site.files.first { $0.path == "1-a/images/a b.png" }?.bytes == png)
    let page = RenderSupport.text("1-a/01-b.html", in: site)
    #expect(page.contains("<img src=\"images/a%20b.png\" alt=\"A &quot;b&quot;\">"))
    #expect(page.contains("<a href=\"images/a%20b.png\">"))
  }

  @Test func aBookReplacesFilesOfTheTheme() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "book-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let theme = folder.appending(path: "chapters/theme")
    for name in ["templates", "styles"] {
      let inner = theme.appending(path: name)
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    }
    try Data("<p>ours</p>".utf8).write(to: theme.appending(path: "templates/footer.mustache"))
    try Data("b { color: red }".utf8).write(to: theme.appending(path: "styles/99-mine.css"))
    let site = try RenderSupport.render(bookFolder: folder.path)
    #expect(RenderSupport.text("index.html", in: site).contains("<p>ours</p>"))
    #expect(RenderSupport.text("assets/book.css", in: site).hasSuffix("b { color: red }"))

    try Data("a\n{{#open}}".utf8).write(to: theme.appending(path: "templates/footer.mustache"))
    let mistake = #expect(throws: Diagnostic.self) {
      try RenderSupport.render(bookFolder: folder.path)
    }
    #expect(mistake?.rule == "bad-template")
    #expect(mistake?.path == "chapters/theme/templates/footer.mustache")
  }

  @Test func aBookOfOneFileWithoutTitle() throws {
    let value = Inline.value(RenderSample.reference("one-number", "answer"))
    let heading = Block.heading(
      level: 1, content: [.text("The answer, "), value], anchor: "a",
      span: SourceSpan(line: 1, column: 1))
    let chapter = RenderSample.chapter(
      "chapters/answer.md", title: nil, [heading, RenderSample.experiment("one-number", "x\n")])
    let book = Book(parts: [Part(folder: "", index: nil, chapters: [chapter])])
    let site = try RenderSupport.render(book)
    #expect(site.diagnostics == [])
    let page = RenderSupport.text("answer.html", in: site)
    #expect(page.contains("<title>The answer, 42 · Contents</title>"))
    #expect(page.contains("<h1>The answer, <data class=\"value\" value=\"42\">42</data></h1>"))
    #expect(page.contains(">Experiment\u{A0}1</a>"))
    #expect(page.contains("<a href=\"answer.html\" aria-current=\"page\">"))
  }

  @Test func withoutThePackages() throws {
    var renderer = SiteRenderer(
      book: RenderSample.book, results: RenderSample.results, theme: RenderSupport.theme,
      bookFolder: "/nowhere")
    renderer.packages.share = "/nowhere"
    let site = try renderer.render()
    #expect(site.diagnostics.map(\.rule) == ["katex-missing", "highlight-missing"])
    #expect(
      site.diagnostics.first?.message
        == "KaTeX is not installed: there is no /nowhere/javascript/katex/katex.min.js.")
    #expect(
      site.diagnostics.first?.hint == "Install it with: apt-get install libjs-katex fonts-katex")
    #expect(site.copies.isEmpty)
    let page = RenderSupport.text("1-survey/03-norm-penalties.html", in: site)
    #expect(page.contains("<code>\\lambda\\lVert w\\rVert_1</code>"))
  }

  @Test func anEmptyBook() throws {
    let site = try RenderSupport.render(Book(parts: []), [:])
    #expect(
      site.files.map(\.path) == [
        "assets/book.css", "assets/book.js", "assets/search.js", "index.html", "print.html",
        "results.json",
      ])
    #expect(site.diagnostics == [])
  }
}
