import Foundation
import Testing

@testable import BookKit

/// What scripts add to a page, what it does without them, and what a keyboard can do.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct RenderScriptTests {
  private static let chapter = "1-survey/03-norm-penalties.html"
  private static let ground = "getComputedStyle(document.body).backgroundColor"
  private static let light = "rgb(255, 254, 251)"
  private static let dark = "rgb(22, 23, 26)"

  private func withSample(_ body: (Browser, String) throws -> Void) throws {
    try RenderSupport.withFolder { folder in
      try RenderSupport.write(try RenderSupport.render(), to: folder)
      let browser = try Browser()
      try browser.resize(width: 1280)
      try browser.prefer(dark: false)
      try body(browser, "file://\(folder.path)/")
    }
  }

  @Test func theThemeIsRemembered() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      #expect(try browser.evaluate(Self.ground) as? String == Self.light)
      try browser.click("label[for=theme-dark]")
      #expect(try browser.evaluate(Self.ground) as? String == Self.dark)
      try browser.reload()
      #expect(try browser.evaluate(Self.ground) as? String == Self.dark)
      // From one page to the next, before its scripts have run.
      try browser.open(root + "index.html")
      #expect(try browser.evaluate("document.documentElement.dataset.theme") as? String == "dark")
      try browser.click("label[for=theme-auto]")
      #expect(try browser.evaluate(Self.ground) as? String == Self.light)
      try browser.prefer(dark: true)
      #expect(try browser.evaluate(Self.ground) as? String == Self.dark)
    }
  }

  @Test func withoutScripts() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      let words = "document.querySelector('main').innerText.replace(/Copy\\n/g, '')"
      let withScripts = try browser.evaluate(words) as? String
      try browser.allowScripts(false)
      try browser.open(root + Self.chapter)
      #expect(try browser.evaluate(words) as? String == withScripts)
      #expect(
        try browser.evaluate("getComputedStyle(document.querySelector('.search-open')).display")
          as? String == "none")
      try browser.click("label[for=theme-dark]")
      #expect(try browser.evaluate(Self.ground) as? String == Self.dark)
    }
  }

  @Test func theLedgersFiltersNeedNoScript() throws {
    try withSample { browser, root in
      let shown = """
        [...document.querySelectorAll(".entry")].filter((each) => each.offsetParent)
          .map((each) => each.id).join(" ")
        """
      try browser.allowScripts(false)
      try browser.open(root + "claims.html")
      #expect(try browser.evaluate(shown) as? String == "A17 A18 A19 D3")
      try browser.click("label[for=verdict-is-refuted]")
      #expect(try browser.evaluate(shown) as? String == "A18")
      try browser.click("label[for=verdict-is-any]")
      try browser.click("label[for=article-is-D]")
      #expect(try browser.evaluate(shown) as? String == "D3")
      try browser.click("label[for=article-is-any]")
      try browser.evaluate("document.querySelector('select').value = 'technique-ridge--lasso'")
      #expect(try browser.evaluate(shown) as? String == "A18")
    }
  }

  @Test(arguments: [("/", false), ("k", true)])
  func searchFinds(_ key: String, _ control: Bool) throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      #expect(
        try browser.evaluate("!document.querySelector('script[data-index]')") as? Bool == true)
      try browser.press(key, text: control ? nil : key, control: control)
      try browser.type("soft thres")
      try #require(
        try browser.waits(until: "document.querySelectorAll('.search-results a').length > 0"))
      let first = "document.querySelector('.search-results a')"
      #expect(
        try browser.evaluate("\(first).querySelector('.search-title').textContent") as? String
          == "In one formula")
      #expect(
        try browser.evaluate(
          "[...\(first).querySelectorAll('mark')].map((m) => m.textContent).join(' ')")
          as? String == "soft thres")
      try browser.press("ArrowDown")
      #expect(try browser.evaluate("document.activeElement === \(first)") as? Bool == true)
      try browser.press("Enter")
      #expect(try browser.waits(until: "location.hash === '#formula'"))
      #expect(try browser.evaluate("!document.querySelector('dialog[open]')") as? Bool == true)
      #expect(browser.problems == [])
    }
  }

  @Test func searchClosesAndGivesTheFocusBack() throws {
    try withSample { browser, root in
      try browser.open(root + "index.html")
      try browser.click(".search-open")
      try browser.type("nothingofthekind")
      #expect(
        try browser.waits(
          until: "document.querySelector('.search-status').textContent.includes('Nothing')"))
      try browser.press("Escape")
      if try browser.evaluate("!!document.querySelector('dialog[open]')") as? Bool == true {
        try browser.press("Escape")
      }
      #expect(
        try browser.evaluate("document.activeElement.className") as? String == "search-open")
    }
  }

  @Test func theSlashCanBeSwitchedOff() throws {
    try withSample { browser, root in
      let isOpen = "!!document.querySelector('dialog[open]')"
      try browser.open(root + Self.chapter)
      try browser.press("/", text: "/")
      try browser.click("#search-slash")
      try browser.press("Escape")
      try browser.press("/", text: "/")
      #expect(try browser.evaluate(isOpen) as? Bool == false)
      try browser.reload()
      try browser.press("/", text: "/")
      #expect(try browser.evaluate(isOpen) as? Bool == false)
      #expect(
        try browser.evaluate("document.querySelector('.search-open kbd').textContent") as? String
          == "Ctrl K")
      try browser.press("k", control: true)
      #expect(try browser.evaluate(isOpen) as? Bool == true)
    }
  }

  @Test func foldedCodeOpensByKeyboard() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      let open = "document.querySelector('details.setup').open"
      #expect(try browser.evaluate(open) as? Bool == false)
      try browser.evaluate("document.querySelector('details.setup summary').focus()")
      try browser.press("Enter")
      #expect(try browser.evaluate(open) as? Bool == true)
    }
  }

  @Test func theFirstTabIsTheSkipLink() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      try browser.press("Tab")
      #expect(try browser.evaluate("document.activeElement.className") as? String == "skip")
      try browser.press("Enter")
      #expect(try browser.waits(until: "location.hash === '#Main'"))
    }
  }

  @Test func theSectionBeingReadIsMarked() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      try browser.evaluate("document.getElementById('by-hand').scrollIntoView()")
      #expect(
        try browser.waits(
          until: "document.querySelector('[aria-current=location]')?.hash === '#by-hand'"))
    }
  }

  @Test func theCopyButtonCopiesTheCode() throws {
    try withSample { browser, root in
      try browser.open(root + Self.chapter)
      // Whatever way it takes, the text passes here.
      try browser.evaluate(
        "navigator.clipboard ? navigator.clipboard.writeText = async (t) => { window.copied = t } : "
          + "document.execCommand = () => { window.copied = document.activeElement.value }")
      try browser.click(".cell .copy")
      #expect(
        try browser.waits(until: "document.querySelector('.cell .copy').textContent === 'Copied'"))
      #expect(
        try browser.evaluate(
          "window.copied === document.querySelector('.cell pre').textContent + '\\n'") as? Bool
          == true)
    }
  }
}
