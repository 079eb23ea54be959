import Results

extension Chart {
  /// Grey images as blocks of shades, two characters a pixel.
  func imageLines(width: Int) -> [String] {
    let lines = parts.flatMap { part -> [String] in
      let title =
        slider.map { ["\($0) = \(part.title)"] } ?? (part.title.isEmpty ? [] : [part.title])
      return title
        + part.chart.marks.map(GreyImages.init).flatMap { Self.lines(of: $0, width: width) }
    }
    return lines.isEmpty ? ["no images"] : lines
  }

  private static func lines(of row: GreyImages, width: Int) -> [String] {
    let size = max(1, min(row.width * 2, width))
    let perLine = max(1, (width + 2) / (size + 2))
    let shown = min(row.images.count, 2 * perLine)
    let heading = [row.label, row.range].filter { !$0.isEmpty }.joined(separator: "   ")
    var lines = heading.isEmpty ? [] : [heading]
    for start in stride(from: 0, to: shown, by: perLine) {
      let block = start..<min(start + perLine, shown)
      for line in 0..<row.height {
        lines.append(
          block.map { image in
            Columns.cut(
              String(row.images[image][line].flatMap { [Glyph.pixel($0), Glyph.pixel($0)] }),
              to: size)
          }.joined(separator: "  "))
      }
      let captions = block.map { Columns.left(Columns.cut(row.captions[$0], to: size), size) }
      lines.append(captions.joined(separator: "  "))
    }
    let more = row.images.count - shown
    return lines + (more > 0 ? ["and \(more) more images"] : [])
  }
}
