import Results

extension Chart {
  /// The chart's numbers as a table. What an axis shows in percent is in percent.
  ///
  /// Series that share their horizontal values stand side by side; others one below the other, with
  /// the series' name in the first column. Panels and frames stand below each other, after a column
  /// with their titles. Values that cannot be drawn are `nan`, `inf`… or what they are; reference
  /// lines are left out.
  public var dataTable: DataTable {
    let parts = self.parts
    guard panels != nil else { return parts[0].chart.wideTable ?? parts[0].chart.longTable() }
    let name = slider ?? "panel"
    let wide = parts.compactMap { part in part.chart.wideTable?.after(name, part.title) }
    if let first = wide.first, wide.count == parts.count,
      wide.allSatisfy({ $0.columns == first.columns })
    {
      return DataTable(columns: first.columns, rows: wide.flatMap(\.rows))
    }
    let withEnds = whole.columns.contains(where: \.hasEnds)
    let long = parts.map { $0.chart.longTable(withEnds: withEnds).after(name, $0.title) }
    return DataTable(columns: long.first?.columns ?? [], rows: long.flatMap(\.rows))
  }

  /// Nil where the series do not share their horizontal values.
  private var wideTable: DataTable? {
    if has(.heat) || has(.images) { return gridTable }
    let columns = self.columns
    guard let first = columns.first else {
      return DataTable(columns: [x.heading("x"), y.heading("y")], rows: [])
    }
    let keys = keys(of: first)
    guard columns.dropFirst().allSatisfy({ haveSameKeys(first, $0, keys) }) else { return nil }
    var heads = [x.heading(hasBars ? "category" : "x")]
    for mark in columns {
      let heading = y.heading("y")
      let name = columns.count == 1 || mark.label.isEmpty ? heading : mark.label + y.unit.heading
      heads.append(name)
      if mark.hasEnds { heads += ["\(name) low", "\(name) high"] }
    }
    let writer = NumberWriter(y.unit)
    let rows = keys.indices.map { i in
      [keys[i]] + columns.flatMap { values($0, i, withEnds: $0.hasEnds, writer) }
    }
    return DataTable(columns: heads, rows: rows)
  }

  private func longTable(withEnds: Bool? = nil) -> DataTable {
    let marks = columns
    let withEnds = withEnds ?? marks.contains(where: \.hasEnds)
    let columns = ["series", x.heading("x"), y.heading("y")] + (withEnds ? ["low", "high"] : [])
    let writer = NumberWriter(y.unit)
    let rows = marks.flatMap { mark in
      keys(of: mark).enumerated().map { i, key in
        [mark.label, key] + values(mark, i, withEnds: withEnds, writer)
      }
    }
    return DataTable(columns: columns, rows: rows)
  }

  /// Whether the keys of another mark are those of the first; most often its numbers tell.
  private func haveSameKeys(_ first: Mark, _ other: Mark, _ keys: [String]) -> Bool {
    if other.kind == first.kind, other.kind != .bars, other.y.count == first.y.count,
      other.x == first.x
    {
      return true
    }
    return other.kind == .bars || other.y.count == first.y.count
      ? self.keys(of: other) == keys : false
  }

  private func keys(of mark: Mark) -> [String] {
    if mark.kind == .bars { return Array(mark.categories.prefix(mark.y.count)) }
    let writer = NumberWriter(x.unit)
    if mark.kind == .histogram {
      return zip(mark.x, mark.x.dropFirst()).prefix(mark.y.count).map {
        "\(writer.write($0)) to \(writer.write($1))"
      }
    }
    return mark.x.prefix(mark.y.count).map { value in
      hasBars && value.isFinite && value.magnitude < 1e6
        ? horizontalName(value) : writer.write(value)
    }
  }

  private func values(
    _ mark: Mark, _ i: Int, withEnds: Bool, _ writer: NumberWriter
  ) -> [String] {
    let columns = withEnds ? [mark.y, mark.low, mark.high] : [mark.y]
    return columns.map { values in
      values.indices.contains(i) ? writer.write(values[i]) : ""
    }
  }
}

/// Writes the numbers of a column. The points of a grid share their coordinates, and printing takes long.
private final class NumberWriter {
  private let unit: Unit
  private var known: [Double: String] = [:]

  init(_ unit: Unit) { self.unit = unit }

  func write(_ value: Double) -> String {
    if let text = known[value] { return text }
    let text = unit.write(value, digits: 6, isBare: true)
    known[value] = text
    return text
  }
}

extension Chart {
  /// The marks as series of pairs: each of many thin lines is one, after all others, and so are the
  /// cells of a class.
  fileprivate var columns: [Mark] {
    let ordered = marks.filter { $0.kind != .lines } + marks.filter { $0.kind == .lines }
    return ordered.flatMap { mark -> [Mark] in
      switch mark.kind {
      case .rule, .heat, .images: return []
      case .line, .steps, .dots, .bars, .histogram: return [mark]
      case .lines:
        let count = mark.x.count
        return stride(from: 0, to: count > 0 ? mark.y.count : 0, by: max(1, count)).map { start in
          Mark(
            kind: .line, label: "\(mark.label) \(start / count + 1)", x: mark.x,
            y: Array(mark.y[start..<min(start + count, mark.y.count)]))
        }
      case .regions:
        let grid = ClassGrid(mark)
        let places = mark.y.flatMap { up in mark.x.map { Position(x: $0, y: up) } }
        return mark.categories.enumerated().map { index, name in
          let own = places.filter { grid.at($0.x, $0.y) == index }
          return Mark(
            kind: .dots, label: "area of \(name)", x: own.map(\.x), y: own.map(\.y))
        }
      }
    }
  }

  /// The rows of a heat map, or a row of pixels from 0 to 255 for each image.
  fileprivate var gridTable: DataTable {
    if let heat = marks.first(where: { $0.kind == .heat }) {
      let unit = heat.unit ?? .number
      let columns = heat.categories.map { name in
        (x.label.isEmpty ? name : "\(x.label) \(name)") + unit.heading
      }
      let rows = (heat.rows ?? []).enumerated().map { row, name in
        [name]
          + columns.indices.map { column in
            let i = row * columns.count + column
            guard let values = heat.values, values.indices.contains(i) else { return "" }
            return unit.write(values[i], digits: 6, isBare: true)
          }
      }
      return DataTable(
        columns: [y.label.isEmpty ? "row" : y.label] + columns, rows: rows)
    }
    let images = marks.filter { $0.kind == .images }
    let size = images.map { $0.pixels.first?.count ?? 0 }.max() ?? 0
    return DataTable(
      columns: ["row", "image"] + (0..<size).map { "pixel \($0 + 1)" },
      rows: images.flatMap { mark in
        zip(mark.categories, mark.pixels).map { caption, pixels in
          [mark.label, caption] + (0..<size).map { $0 < pixels.count ? "\(pixels[$0])" : "" }
        }
      })
  }
}

extension Mark {
  fileprivate var hasEnds: Bool { !low.isEmpty && !high.isEmpty }

  /// The pixels of each image, from 0 to 255.
  fileprivate var pixels: [[Int]] {
    let lines = raster ?? []
    let height = categories.isEmpty ? 0 : lines.count / categories.count
    return categories.indices.map { image in
      lines[image * height..<(image + 1) * height].flatMap(GreyImages.bytes)
    }
  }
}

extension Axis {
  /// The head of the axis' column.
  fileprivate func heading(_ fallback: String) -> String {
    (label.isEmpty ? fallback : label) + unit.heading
  }
}

extension Unit {
  fileprivate var heading: String {
    switch self {
    case .percent: " (%)"
    case .points: " (points)"
    case .number, .count: ""
    }
  }
}
