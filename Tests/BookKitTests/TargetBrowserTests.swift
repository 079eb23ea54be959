import Testing

@testable import BookKit

/// What a finger has to hit and what a keyboard has to show.
@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct TargetBrowserTests {
  /// WCAG 2.2, 2.5.8. Links in a sentence are as high as its line.
  @Test(arguments: RenderBrowserTests.sites, [360, 1280])
  func everyTargetHas24Pixels(of name: String, width: Int) throws {
    let small = """
      \(Self.seen("a[href], button, input, select, summary, label"))
        .filter(one => getComputedStyle(one).display !== "inline")
        .filter(one => {
          // A button and its words are one target.
          const boxes = [one, ...(one.labels ?? [])].map(each => each.getBoundingClientRect());
          const side = (low, high) => Math.max(...boxes.map(box => box[high])) - Math.min(...boxes.map(box => box[low]));
          return side("left", "right") < 24 || side("top", "bottom") < 24;
        }).slice(0, 3).map(one => one.outerHTML.slice(0, 160)).join("\\n")
      """
    try onEveryPage(of: name, width: width, small)
  }

  /// A ring of two pixels at least, of which nothing that cuts off its contents hides a part.
  @Test(arguments: RenderBrowserTests.sites, [360, 1280])
  func everyFocusIsSeen(of name: String, width: Int) throws {
    let hidden = """
      \(Self.seen("a[href], button, input, select, summary, [tabindex='0']")).filter(one => {
        one.focus({ preventScroll: true, focusVisible: true });
        // The words of a hidden radio button have its ring.
        const shown = getComputedStyle(one).opacity === "0" ? one.labels[0] : one;
        const style = getComputedStyle(shown);
        const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
        const reach = width + parseFloat(style.outlineOffset) - 0.5;
        const box = shown.getBoundingClientRect();
        let isCut = false;
        for (let outer = shown.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(outer), room = outer.getBoundingClientRect();
          // What scrolls brings the rest into view, except before its begin.
          if (overflowX !== "visible" && (box.left - reach < room.left - outer.scrollLeft
            || outer.scrollWidth <= outer.clientWidth && box.right + reach > room.right)) isCut = true;
          if (overflowY !== "visible" && (box.top - reach < room.top - outer.scrollTop
            || outer.scrollHeight <= outer.clientHeight && box.bottom + reach > room.bottom)) isCut = true;
        }
        return width < 2 || isCut;
      }).slice(0, 3).map(one => one.outerHTML.slice(0, 160)).join("\\n")
      """
    try onEveryPage(of: name, width: width, hidden)
  }

  /// The elements of a kind that a reader sees.
  private static func seen(_ selector: String) -> String {
    """
    [...document.querySelectorAll(`\(selector)`)].filter(one =>
      one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1)
    """
  }

  private func onEveryPage(of name: String, width: Int, _ script: String) throws {
    try RenderBrowserTests().withSite(name) { folder, pages in
      let browser = try Browser()
      try browser.resize(width: width)
      // The one page holds what the others hold.
      for page in pages where name != "book" || page != PrintPage.path {
        try browser.open("file://\(folder)/\(page)")
        #expect(try browser.evaluate(script) as? String == "", "\(page) at \(width)")
      }
    }
  }
}
