import Foundation
import Testing

@testable import BookKit

/// `make screenshots`: pictures of every page of the book at three widths in both themes, to look at.
@Suite struct RenderScreenshots {
  @Test func ofEveryPage() throws {
    guard let folder = ProcessInfo.processInfo.environment["REGBOOK_SCREENSHOTS"] else { return }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let browser = try Browser()
    for page in RenderSupport.pages(in: RenderSupport.site) where page != PrintPage.path {
      for width in [360, 768, 1280] {
        for dark in [false, true] {
          try browser.resize(width: width)
          try browser.prefer(dark: dark)
          try browser.open("file://\(RenderSupport.site)/\(page)")
          let name = page.replacing("/", with: "~").replacing(".html", with: "")
          let path = "\(folder)/\(name)-\(width)-\(dark ? "dark" : "light").png"
          try browser.screenshot().write(to: URL(filePath: path))
        }
      }
    }
  }
}
