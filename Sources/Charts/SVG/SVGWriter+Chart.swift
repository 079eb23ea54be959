extension SVGWriter {
  /// Starts the drawing: its size, and its title and description for those who hear it.
  mutating func startChart(
    id: String, title: String, description: String, width: Double, height: Double,
    _ more: Attributes = []
  ) {
    let (width, height) = (Self.number(width), Self.number(height))
    start(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart", "role": "img",
        "aria-labelledby": "\(id)-title \(id)-desc", "viewBox": "0 0 \(width) \(height)",
        "width": width, "height": height, "fill": "currentColor",
        "font-size": Self.number(TextMetrics.fontSize),
      ], more)
    element("title", [("id", "\(id)-title")], words: title)
    element("desc", [("id", "\(id)-desc")], words: description)
  }

  /// Words at a place on the base line; `anchor` is `start`, `middle` or `end`.
  mutating func words(
    _ words: String, at position: Position, anchor: String = "start", class name: String? = nil
  ) {
    let place: Attributes = [("x", Self.number(position.x)), ("y", Self.number(position.y))]
    let anchors: Attributes = anchor == "start" ? [] : [("text-anchor", anchor)]
    element("text", place + anchors + (name.map { [("class", $0)] } ?? []), words: words)
  }
}
