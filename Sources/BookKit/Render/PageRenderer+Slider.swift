import Charts
import Results

extension PageRenderer {
  /// A figure with a slider: one radio button a value, each before its drawing, so that the style
  /// sheet alone shows the drawing of the checked one. It works without script, from a file and with
  /// the arrow keys; all drawings have one size and share one place, so nothing on the page moves.
  func slider(of figure: Figure, _ experiment: String, id: String) -> HTML {
    let titles = figure.chart.typeset.frameTitles
    let name = figure.chart.slider ?? ""
    let stops = titles.enumerated().map { i, title in
      let stop = "\(id)-at-\(i)"
      let button = HTML.void(
        "input",
        [
          "type": "radio", "name": "\(id)-slider", "id": stop, "checked": i == 0 ? "" : nil,
          // Browsers keep what was chosen over a reload; the caption is true of the first value.
          "autocomplete": "off",
        ])
      let label = HTML.tag("label", ["for": stop], HTML(title))
      let frame = HTML.tag(
        "div", ["class": "frame-of-slider"],
        .tag("p", ["class": "frame-title"], HTML("\(name) = \(title)"))
          + drawing(of: figure, experiment, id: "\(id)-\(i)", frame: i))
      return HTML.tag("div", ["class": "stop"], button + label + frame)
    }
    // Labels that would touch on a phone are shown for the checked value only.
    let letters = titles.reduce(0) { $0 + $1.count + 2 }
    let size = letters > 80 ? "slider tight everywhere" : letters > 38 ? "slider tight" : "slider"
    return .tag(
      "div",
      [
        "class": size, "role": "radiogroup", "aria-labelledby": "\(id)-slider-name",
        "style": "--stops: \(titles.count)",
      ],
      .tag("span", ["class": "slider-name", "id": "\(id)-slider-name"], HTML(name))
        + stops.joined("\n"))
  }
}
