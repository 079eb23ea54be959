import Foundation
import Testing

@testable import BookKit

@Suite struct RenderGoldenTests {
  @Test(arguments: [
    "index.html", "1-survey/index.html", "1-survey/03-norm-penalties.html",
    "1-survey/04-dropout.html", "2-layers/01-five-networks.html", "claims.html",
    "assets/search.js", "results.json",
  ])
  func page(_ path: String) throws {
    let site = try RenderSupport.render()
    let name = path.replacingOccurrences(of: "/", with: "~")
    // How a chart is drawn and told is the business of the tests of Charts.
    let text = RenderSupport.text(path, in: site)
      .replacing(#/<svg.*?</svg>\s*/#.dotMatchesNewlines(), with: "<svg/>")
      .replacing(
        #/(<summary>Numbers and text version</summary>).*?(</details>)/#.dotMatchesNewlines()
      ) { "\($0.1)…\($0.2)" }
    try RenderSupport.expectGolden(text, name)
  }

  @Test func sampleHasNoMistakes() throws {
    #expect(try RenderSupport.render().diagnostics == [])
  }

  @Test func filesOfTheSite() throws {
    let site = try RenderSupport.render()
    #expect(
      site.files.map(\.path) == [
        "1-survey/03-norm-penalties.html", "1-survey/04-dropout.html", "1-survey/index.html",
        "2-layers/01-five-networks.html", "assets/book.css", "assets/book.js",
        "assets/figures/l1-zeros.later.csv", "assets/figures/l1-zeros.path.csv",
        "assets/search.js", "claims.html", "index.html", "print.html", "results.json",
        "vendor/katex/regbook.css",
      ])
    #expect(site.copies.first?.path == "vendor/katex/fonts/KaTeX_AMS-Regular.woff2")
    #expect(site.copies.last?.path == "vendor/katex/katex.min.css")
  }

  @Test func theSameBytesEveryTime() throws {
    let first = try RenderSupport.render()
    let second = try RenderSupport.render(bookFolder: "/somewhere/else")
    #expect(first.files.map(\.path) == second.files.map(\.path))
    #expect(first.files.map(\.bytes) == second.files.map(\.bytes))
  }

  /// Set REGBOOK_SAMPLE_SITE to a folder to look at the sample's pages there.
  @Test func sampleSite() throws {
    guard let folder = ProcessInfo.processInfo.environment["REGBOOK_SAMPLE_SITE"] else { return }
    try RenderSupport.write(try RenderSupport.render(), to: URL(filePath: folder))
    let stress = try RenderSupport.render(RenderStress.book, RenderStress.results)
    try RenderSupport.write(stress, to: URL(filePath: folder + "-stress"))
  }
}
