extension ImageSheet {
  /// The drawing as an `<svg>` element for a page: a path for each shade, in the color of the text.
  func svg(id: String, title: String, description: String) -> String {
    var svg = SVGWriter()
    svg.startChart(id: id, title: title, description: description, width: width, height: height)
    for name in names { svg.words(name.text, at: name.position) }
    for note in notes { svg.words(note.text, at: note.position, class: "reference") }
    svg.start("g", ["class": "ink", "shape-rendering": "crispEdges"])
    for level in 1...20 {
      let path = pictures.map { $0.path(of: level) }.joined()
      if path.isEmpty { continue }
      svg.element("path", ["fill-opacity": SVGWriter.number(Double(level) / 20), "d": path])
    }
    svg.element(
      "path",
      [
        "fill": "none", "stroke": "currentColor", "stroke-opacity": "0.35",
        "d": pictures.map(\.box.path).joined(),
      ])
    svg.close()
    for caption in captions { svg.words(caption.text, at: caption.position, anchor: "middle") }
    if let notice { svg.words(notice, at: Position(x: 0, y: 20)) }
    svg.close()
    return svg.text
  }
}

extension ImageSheet.Picture {
  /// The pixels of a shade, neighbours in a row joined: `M0 8h16v8h-16z`.
  fileprivate func path(of level: Int) -> String {
    let side = SVGWriter.number(pixel)
    return levels.enumerated().map { row, line in
      var path = ""
      var column = 0
      while column < line.count {
        let start = column
        while column < line.count && line[column] == level { column += 1 }
        if column > start {
          let corner = Position(
            x: box.left + Double(start) * pixel, y: box.top + Double(row) * pixel)
          let length = SVGWriter.number(Double(column - start) * pixel)
          path += "M\(corner.path)h\(length)v\(side)h-\(length)z"
        } else {
          column += 1
        }
      }
      return path
    }.joined()
  }
}
