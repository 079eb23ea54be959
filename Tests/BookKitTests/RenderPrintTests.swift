import Foundation
import Testing

@testable import BookKit

/// The book on paper.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct RenderPrintTests {
  /// What is wider than a sheet makes the browser print all of the book smaller.
  @Test(arguments: RenderBrowserTests.sites)
  func nothingIsWiderThanASheet(of name: String) throws {
    try RenderBrowserTests().withSite(name) { folder, _ in
      let browser = try Browser()
      // A4 less its margins.
      try browser.resize(width: 658)
      try browser.print()
      try browser.open("file://\(folder)/\(PrintPage.path)")
      let wide = """
        [...document.querySelectorAll("main *")]
          .filter((one) => !one.closest("svg, .katex") && one.getBoundingClientRect().right > 659)
          .slice(-3).map((one) => one.outerHTML.slice(0, 200)).join("\\n")
        """
      let found = try browser.evaluate(wide) as? String
      #expect(found == "")
    }
  }

  /// What is folded or in the dark on the screen.
  @Test func paperIsLightAndOpen() throws {
    try RenderBrowserTests().withSite("sample") { folder, _ in
      let browser = try Browser()
      try browser.resize(width: 658)
      try browser.print(dark: true)
      try browser.open("file://\(folder)/\(PrintPage.path)")
      let found = """
        getComputedStyle(document.body).backgroundColor + " "
          + getComputedStyle(document.querySelector(".setup .code")).visibility + " "
          + (document.querySelector(".setup .code").getBoundingClientRect().height > 20) + " "
          + getComputedStyle(document.querySelector(".brief")).breakInside + " "
          + getComputedStyle(document.querySelector("header.site")).display
        """
      #expect(
        try browser.evaluate(found) as? String == "rgb(255, 255, 255) visible true avoid none")
    }
  }
}
