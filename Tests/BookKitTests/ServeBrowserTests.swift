import Foundation
import Testing

@testable import BookKit

/// A real browser on a page that is edited.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium")
)
struct ServeBrowserTests {
  /// A page of the book's own that holds the chapter in a frame, scrolls it, and says on the console
  /// what becomes of it.
  private static let watcher = """
    <!DOCTYPE html><title>watcher</title>
    <iframe width=900 height=400 src="01-one.html"></iframe>
    <script>
    const frame = document.querySelector("iframe");
    let last = "";
    frame.addEventListener("load", () => {
      if (last === "") frame.contentWindow.scrollTo({ top: 700, behavior: "instant" });
    }, { once: true });
    setInterval(() => {
      const page = frame.contentDocument;
      if (page.readyState !== "complete") return;
      const panel = [...page.body.children].map((each) => each.shadowRoot).find((root) => root)
        ?.querySelector(".panel.errors");
      const now = page.querySelector("article > p").textContent + " at "
        + Math.round(frame.contentWindow.scrollY)
        + (panel ? " with " + panel.querySelector(".sentence").textContent : "");
      if (now !== last) console.log("SEEN " + (last = now) + ".");
    }, 50);
    </script>
    """

  private func chapter(_ words: String) -> String {
    "# One\n\n\(words)\n\n[watcher](watcher.html)\n\n"
      + (0..<80).map { "Paragraph \($0).\n\n" }.joined()
  }

  @Test func thePageChangesAndKeepsItsPlace() async throws {
    let book = try BuildCase(chapter: chapter("First"))
    try book.write(Self.watcher, to: "chapters/watcher.html")
    let preview = try await ServeCase(book)
    try book.write("", to: "log.txt")
    let browser = Process()
    browser.executableURL = URL(filePath: "/usr/bin/chromium")
    browser.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--v=0",
      "--remote-debugging-port=0", "--user-data-dir=\(book.folder)/profile",
      "\(preview.address)watcher.html",
    ]
    browser.standardOutput = FileHandle.nullDevice
    browser.standardError = try FileHandle(forWritingTo: URL(filePath: book.folder + "/log.txt"))
    try browser.run()
    defer {
      browser.terminate()
      browser.waitUntilExit()
    }
    func sees(_ text: String) async throws -> Bool {
      try await ServeCase.until { book.read("log.txt")?.contains("SEEN \(text)") == true }
    }
    try #require(try await sees("First at 700."))
    try book.write(chapter("Second"))
    #expect(try await sees("Second at 700."))
    try book.write(chapter("Bad {{none.x}}"))
    #expect(try await sees("Second at 700 with chapters/01-one.md:3:5: error: There is no "))
    try book.write(chapter("Third"))
    #expect(try await sees("Third at 700."))
  }
}
