import Foundation
import Results
import Testing

@testable import BookKit

@Suite(
  .enabled(if: RenderSupport.hasBrowser, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct FigureBrowserTests {
  @Test("A slider shows one drawing at a time and moves nothing, without script too")
  func slider() throws {
    let answer = try ask(
      """
      const stops = [...document.querySelectorAll(".slider input")];
      const drawings = [...document.querySelectorAll(".frame-of-slider")];
      const seen = () => drawings.map(one => getComputedStyle(one).visibility === "visible" ? 1 : 0).join("");
      const height = () => document.documentElement.scrollHeight + "/" + Math.round(stops[0].getBoundingClientRect().top);
      const states = [seen() + " " + height()];
      for (const stop of stops.slice(1)) { stop.click(); states.push(seen() + " " + height()); }
      const targets = stops.every(stop => {
        const box = stop.getBoundingClientRect();
        return box.width >= 24 && box.height >= 24;
      });
      return states.map(state => state.split(" ")[0]).join(" ") + " "
        + new Set(states.map(state => state.split(" ")[1])).size + " " + targets
        + " " + stops.every(stop => stop.labels.length === 1 && stop.name === stops[0].name);
      """)
    #expect(answer == "100 010 001 1 true true")
  }

  @Test("The readout says the numbers of the place, by pointer and by keyboard")
  func readout() throws {
    let answer = try ask(
      """
      const drawing = document.querySelector("figure .drawing");
      const tip = drawing.querySelector(".readout");
      const words = () => tip.hidden ? "-" : tip.textContent.replaceAll("\\n", "; ");
      const said = [words()];
      const key = name => drawing.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true }));
      key("ArrowRight"); said.push(words());
      key("ArrowRight"); said.push(words());
      key("Escape"); said.push(words());
      const svg = [...drawing.querySelectorAll("svg")].find(one => one.getBoundingClientRect().width > 0);
      const [left, top, right] = svg.dataset.plot.split(" ").map(Number);
      const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
      // Half-way: the axis ends at 2, where the last point is.
      const place = { clientX: box.left + (left + right) / 2 * scale, clientY: box.top + (top + 30) * scale, bubbles: true };
      drawing.dispatchEvent(new PointerEvent("pointermove", place)); said.push(words());
      drawing.dispatchEvent(new PointerEvent("pointerleave")); said.push(words());
      return said.join(" | ") + " | " + drawing.tabIndex;
      """)
    #expect(
      answer
        == "- | epoch 0; none 3; L2 2 (1.5 to 2.5) | epoch 1; none 2; L2 1 (0.5 to 1.5) | - | "
        + "epoch 1; none 2; L2 1 (0.5 to 1.5) | - | 0")
  }

  @Test("A slider follows the pointer and the arrow keys, and the reader's numbers follow it")
  func sliderMoves() throws {
    try withPage { browser in
      let stops = "[...document.querySelectorAll('.slider input')]"
      let seen = """
        [...document.querySelectorAll(".frame-of-slider")]
          .map((one) => getComputedStyle(one).visibility === "visible" ? 1 : 0).join("")
        """
      try browser.drag(from: "\(Self.stop(1)) input", to: "\(Self.stop(3)) input")
      #expect(try browser.evaluate(seen) as? String == "001")
      try browser.press("ArrowLeft")
      #expect(try browser.evaluate(seen) as? String == "010")
      #expect(
        try browser.evaluate("\(stops).findIndex((one) => one === document.activeElement)") as? Int
          == 1)
      // What is read are the numbers of the drawing that is shown.
      try browser.evaluate("document.querySelector('\(Self.stop(2)) .drawing').focus()")
      try browser.press("ArrowRight")
      try browser.press("ArrowRight")
      let readout = "document.querySelector('\(Self.stop(2)) .readout').textContent"
      #expect(try browser.evaluate(readout) as? String == "epoch 1\nloss 0.1")
      #expect(browser.problems == [])
    }
  }

  @Test("A script that adds to a figure changes neither its box nor the page's length")
  func boxes() throws {
    try withPage { browser in
      let boxes = """
        [...document.querySelectorAll("figure, .drawing, .slider"), document.documentElement].map((one) => {
          const box = one.getBoundingClientRect();
          return [box.x, box.y + scrollY, box.width, box.height].map(Math.round).join(" ");
        }).join("; ")
        """
      let upgraded = try browser.evaluate(boxes) as? String
      #expect(upgraded?.isEmpty == false)
      try browser.allowScripts(false)
      try browser.reload()
      #expect(try browser.evaluate(boxes) as? String == upgraded)
    }
  }

  private static func stop(_ number: Int) -> String { ".stop:nth-of-type(\(number))" }

  /// What a script finds on a page with a figure of lines and one with a slider.
  private func ask(_ script: String) throws -> String {
    try withPage { try $0.evaluate("(() => {\(script)})()") as? String ?? "nothing" }
  }

  private func withPage<T>(_ body: (Browser) throws -> T) throws -> T {
    var result: T?
    try RenderSupport.withFolder { folder in
      try RenderSupport.write(
        try RenderSupport.render(Self.book, ["one": Self.result]), to: folder)
      let browser = try Browser()
      try browser.resize(width: 1280)
      try browser.open("file://\(folder.path)/1-a/01-figures.html")
      result = try body(browser)
    }
    return try #require(result)
  }

  private static let book = Book(parts: [
    Part(
      folder: "1-a", index: nil,
      chapters: [
        RenderSample.chapter(
          "chapters/1-a/01-figures.md", title: "Figures",
          [RenderSample.experiment("one", "figure(…)")])
      ])
  ])

  private static let result: ExperimentResult = {
    let here = BlockLocation(line: 1, column: 1)
    func line(_ label: String, _ y: [Double]) -> Mark {
      Mark(kind: .line, label: label, x: [0, 1, 2], y: y)
    }
    var band = line("L2", [2, 1, 0.5])
    (band.low, band.high) = (band.y.map { $0 - 0.5 }, band.y.map { $0 + 0.5 })
    band.band = "range of 5 seeds"
    var result = ExperimentResult()
    result.figures = [
      Figure(
        name: "lines", caption: "Two lines.",
        chart: Chart(
          x: Axis(label: "epoch"), y: Axis(label: "loss"),
          marks: [line("none", [3, 2, 2.5]), band]), location: here),
      Figure(
        name: "sweep", caption: "One line at three prices.",
        chart: Chart(
          x: Axis(label: "epoch"), y: Axis(label: "loss"), marks: [],
          panels: ["0", "0.1", "1"].map {
            .init(title: $0, marks: [line("loss", [1, Double($0)!, 0])])
          }, slider: "λ"), location: here),
    ]
    return result
  }()
}
