import Foundation
import Testing

@testable import BookKit

/// What a reader's line has to carry.
@Suite struct RenderSizeTests {
  private func compressed(_ path: String) throws -> Int {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "gzip -9c \"$1\" | wc -c", "sh", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return try #require(Int(text.filter(\.isNumber)))
  }

  @Test func aLessonHasAtMost150Kilobytes() throws {
    let whole = [PrintPage.path, LedgerPage.path]
    for page in RenderSupport.pages(in: RenderSupport.site) where !whole.contains(page) {
      #expect(try compressed("\(RenderSupport.site)/\(page)") <= 150_000, "\(page)")
    }
  }

  @Test func scriptsHaveAtMost30Kilobytes() throws {
    try RenderSupport.withFolder { folder in
      try RenderSupport.write(try RenderSupport.render(), to: folder)
      #expect(try compressed(folder.path + "/assets/book.js") <= 30_000)
    }
  }
}
