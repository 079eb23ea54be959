import Foundation
import Testing

@testable import BookKit

/// A chapter in Chinese, in a browser.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct RenderLanguageTests {
  private static let markdown = """
    ---
    language: zh-Hans
    ---
    # 随机失活

    *每一次训练*都像是在训练另一个更小的网络[^set]；`Dropout(p: 0.5)` 把一半的单元置零，这就是“失活”。

    > **Note.** 测试时[全部打开](https://example.org/全部)。

    ## 为什么有效

    没有一个单元可以依赖另一个单元[^other]。

    [^set]: 它们共享同一组权重，所以有人把这叫作“集成”。
    [^other]: 单元必须各自学会有用的东西。
    """

  private func open(width: Int, _ body: (Browser) throws -> Void) throws {
    let parsed = ChapterParser.parse(Array(Self.markdown.utf8), path: "chapters/1-zh/01-dropout.md")
    #expect(parsed.diagnostics.isEmpty)
    let part = Part(folder: "1-zh", index: nil, chapters: [parsed.chapter])
    try RenderSupport.withFolder { folder in
      let site = try RenderSupport.render(Book(parts: [part]), [:])
      #expect(site.diagnostics == [])
      try RenderSupport.write(site, to: folder)
      let browser = try Browser()
      try browser.resize(width: width)
      try browser.open("file://\(folder.path)/1-zh/01-dropout.html")
      try body(browser)
    }
  }

  private static let style = """
    ((selector, name) => getComputedStyle(document.querySelector(selector))[name])
    """

  @Test(
    "It says its language, its lines hold 36 characters, and nothing slants",
    arguments: [1280, 390])
  func text(width: Int) throws {
    try open(width: width) { browser in
      func style(_ selector: String, _ name: String) throws -> String? {
        try browser.evaluate("\(Self.style)(\"\(selector)\", \"\(name)\")") as? String
      }
      #expect(try browser.evaluate("document.documentElement.lang") as? String == "en")
      #expect(
        try browser.evaluate("document.querySelector('article').lang") as? String == "zh-Hans")
      let measure = "document.querySelector('h2').getBoundingClientRect().width / 17"
      let characters = try #require(try browser.evaluate("Math.floor(\(measure))") as? Int)
      #expect(characters == (width == 1280 ? 36 : 20))
      #expect(try style("p em", "fontStyle") == "normal")
      #expect(try style("article > .noted p", "textAutospace") == "normal")
      #expect(try style("p code", "textAutospace") == "no-autospace")
      #expect(try style("article > .noted p", "lineBreak") == "strict")
      #expect(try browser.evaluate("document.querySelector('h2').id") as? String == "为什么有效")
    }
  }

  @Test("Notes stand beside their text where there is room, and nowhere on one another")
  func notes() throws {
    let places = """
      [...document.querySelectorAll(".noted")].map((one) => {
        const [text, note] = [one.firstElementChild, one.querySelector(".sidenote")].map((one) => one.getBoundingClientRect());
        return note.left > text.right ? "beside " + (note.bottom <= one.getBoundingClientRect().bottom + 1)
          : note.top >= text.bottom ? "below" : "over";
      }).join(", ")
      """
    try open(width: 1280) { browser in
      let found = try browser.evaluate(places) as? String
      #expect(found == "beside true, beside true")
    }
    try open(width: 1024) { browser in
      let found = try browser.evaluate(places) as? String
      #expect(found == "below, below")
    }
  }

  @Test("A word of two characters is found")
  func search() throws {
    try open(width: 1280) { browser in
      try browser.evaluate("document.querySelector('.search-open').click()")
      try browser.type("依赖")
      let found = "document.querySelector('dialog').innerText"
      #expect(try browser.waits(until: "\(found).includes('没有一个单元可以依赖')"))
    }
  }

  @Test("Its links' letters and addresses are on paper only")
  func links() throws {
    try open(width: 1024) { browser in
      let seen =
        "[\"sup.link-letter\", \".printed-links li\"].map((one) => document.querySelector(one).checkVisibility()).join()"
      #expect(try browser.evaluate(seen) as? String == "false,false")
      try browser.print()
      #expect(try browser.evaluate(seen) as? String == "true,true")
    }
  }
}
