import Foundation
import Testing

@testable import BookKit

/// Pages in a real browser, opened as files.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct RenderBrowserTests {
  private static let widths = [320, 360, 768, 1024, 1280]

  /// The samples, and the book itself (or the site that REGBOOK_SITE names).
  static let sites = ["sample", "stress", "book"]

  @Test(arguments: sites)
  func everyPage(of name: String) throws {
    try withSite(name) { folder, pages in
      let browser = try Browser()
      for page in pages {
        try browser.resize(width: 1280)
        try browser.open("file://\(folder)/\(page)")
        #expect(browser.problems == [], "\(page)")
        for width in Self.widths {
          try browser.resize(width: width)
          let found = try browser.evaluate("document.documentElement.scrollWidth") as? Int
          #expect(found == width, "\(page) at \(width)")
        }
      }
    }
  }

  /// What Chromium calls a layout shift: how much of what a reader sees jumps while a page loads.
  @Test(arguments: sites, [360, 1280])
  func littleMovesWhileAPageLoads(of name: String, width: Int) throws {
    try withSite(name) { folder, pages in
      let browser = try Browser()
      try browser.resize(width: width)
      for page in pages where page != PrintPage.path {
        try browser.open("file://\(folder)/\(page)")
        let shift = try browser.evaluate(
          """
          new Promise(done => {
            let sum = 0;
            const add = list => list.getEntries().forEach(entry => sum += entry.value);
            const observer = new PerformanceObserver(add);
            observer.observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => setTimeout(() => {
              add({ getEntries: () => observer.takeRecords() });
              done(Math.round(sum * 1e4) / 1e4);
            }, 50));
          })
          """)
        // The letters of formulas may come after the first sight of a page (0.03 on a busy machine, else
        // nothing); what Chromium calls good ends at 0.1.
        #expect((shift as? Double ?? .nan) < 0.1, "\(page) at \(width)")
      }
    }
  }

  /// The same from a server, which puts the script of a preview into them.
  @Test(arguments: sites)
  func everyServedPage(of name: String) throws {
    try withSite(name) { folder, pages in
      let site = PreviewSite(
        output: folder, script: try PreviewScript(theme: RenderSupport.theme))
      let server = try HTTPServer(port: 0)
      server.start(site.answer)
      defer { server.stop() }
      let browser = try Browser()
      try browser.resize(width: 1280)
      for page in pages {
        let address = page.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? page
        try browser.open("http://localhost:\(server.port)/\(address)")
        #expect(browser.problems == [], "\(page)")
        #expect(try browser.evaluate("document.querySelectorAll('h1').length") as? Int == 1)
        #expect(
          try browser.evaluate("!!document.querySelector('script[data-revision]')") as? Bool == true
        )
      }
    }
  }

  @Test(
    .enabled(if: Axe.isRequired || Axe.source != nil, "axe-core is missing: make test-packages"),
    arguments: sites)
  func everyPageIsAccessible(of name: String) throws {
    let axe = try #require(Axe.source, "axe-core is missing: make test-packages")
    try withSite(name) { folder, pages in
      let browser = try Browser()
      for page in pages {
        // The one page holds what the others hold.
        if name == "book", page == PrintPage.path { continue }
        for dark in [false, true] {
          try browser.prefer(dark: dark)
          try browser.resize(width: dark ? 360 : 1280)
          try browser.open("file://\(folder)/\(page)")
          try browser.evaluate(axe + ";0")
          let found = try browser.evaluate(dark ? Axe.contrast : Axe.run) as? String
          #expect(found == "", "\(page) in \(dark ? "the dark" : "the light")")
        }
      }
    }
  }

  @Test func aLinkChoosesAFilterOfTheLedger() throws {
    try withSite("sample") { folder, _ in
      let browser = try Browser()
      try browser.open("file://\(folder)/index.html")
      try browser.evaluate("document.querySelector('.tally .refuted a').click()")
      let seen = """
        [...document.querySelectorAll(".entry")].filter((one) => one.checkVisibility()).map((one) => one.id).join(" ")
        """
      #expect(try browser.waits(until: "\(seen) === 'A18'"))
    }
  }

  @Test func aNoteLeadsThereAndBack() throws {
    try withSite("sample") { folder, _ in
      let browser = try Browser()
      try browser.resize(width: 1280, height: 400)
      try browser.open("file://\(folder)/1-survey/03-norm-penalties.html")
      let place = """
        (() => {
          const box = document.querySelector(":target").getBoundingClientRect();
          return location.hash + " " + (box.top >= 0 && box.bottom <= innerHeight);
        })()
        """
      try browser.click(".note-mark")
      #expect(try browser.evaluate(place) as? String == "#note-tibshirani true")
      try browser.click(".sidenote a[href='#note-tibshirani-mark']")
      #expect(try browser.evaluate(place) as? String == "#note-tibshirani-mark true")
    }
  }

  @Test func theCurrentPageIsInViewInTheContentsAndThePageStays() throws {
    let browser = try Browser()
    try browser.resize(width: 1280, height: 500)
    try browser.open("file://\(RenderSupport.site)/claims.html")
    let place = """
      (() => {
        const box = document.querySelector('.sidebar [aria-current="page"]').getBoundingClientRect();
        return scrollY + " " + (box.top > 0 && box.bottom < innerHeight);
      })()
      """
    #expect(try browser.evaluate(place) as? String == "0 true")
  }

  /// The tests before this one would notice.
  @Test func aPageThatMisbehavesIsNoticed() throws {
    try withFolder { folder in
      let page = """
        <!DOCTYPE html><html><body><script>console.log(1)</script><img src="http://example.org/a.png">
        <p style="width:3000px">wide</p></body></html>
        """
      try Data(page.utf8).write(to: folder.appending(path: "bad.html"))
      let browser = try Browser()
      try browser.resize(width: 360)
      try browser.open("file://\(folder.path)/bad.html")
      #expect(browser.problems.contains { $0.contains("consoleAPICalled") })
      #expect(browser.problems.contains("asks for http://example.org/a.png"))
      #expect(try browser.evaluate("document.documentElement.scrollWidth > 360") as? Bool == true)
      guard let axe = Axe.source else { return }
      try browser.evaluate(axe + ";0")
      let found = try browser.evaluate(Axe.run) as? String
      #expect(found?.contains("image-alt") == true)
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

  func withSite(_ name: String, _ body: (String, [String]) throws -> Void) throws {
    if name == "book" {
      let folder = RenderSupport.site
      return try body(folder, RenderSupport.pages(in: folder))
    }
    try withFolder { folder in
      let site =
        name == "sample"
        ? try RenderSupport.render()
        : try RenderSupport.render(RenderStress.book, RenderStress.results)
      #expect(site.diagnostics == [])
      try RenderSupport.write(site, to: folder)
      try body(folder.path, RenderSupport.pages(in: folder.path))
    }
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    try RenderSupport.withFolder(body)
  }
}

/// axe-core, which a Python package carries.
enum Axe {
  static let isRequired = ProcessInfo.processInfo.environment["CI"] != nil

  static let source: String? = {
    let path = RenderSupport.repository + "/.build-tools/axe.min.js"
    return try? String(contentsOfFile: path, encoding: .utf8)
  }()

  /// WCAG 2.2 AA and what axe calls best practice; one line a violation, with where it is.
  static let run = script("{ resultTypes: ['violations'] }")
  /// The colours alone: all else is the same in both themes.
  static let contrast = script(
    "{ resultTypes: ['violations'], runOnly: ['color-contrast', 'link-in-text-block'] }"
  )

  private static func script(_ options: String) -> String {
    """
    axe.run(document, \(options)).then((result) =>
      result.violations.map((each) => each.id + ": "
        + each.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)
          + " (" + node.failureSummary.replace(/\\s+/g, " ").slice(0, 200) + ")").join(" | ")).join("\\n"))
    """
  }
}
