import Results

extension Chart {
  /// A heat map as a table of shades, with the numbers where a line has room for them.
  func heatLines(in whole: Chart, width: Int) -> [String] {
    guard let heat = marks.first(where: { $0.kind == .heat }), !heat.categories.isEmpty else {
      return ["no data"]
    }
    let range = Shade.range(of: whole)
    let columns = heat.categories
    let names = heat.rows ?? []
    let values = heat.values ?? []
    let left = min(names.map(\.count).max() ?? 0, width / 3)
    let texts = (heat.unit ?? .number).writeAlike(values, among: whole.heatValues)
    let room = (width - left) / columns.count
    let numberWidth = texts.map(\.count).max() ?? 0
    let isNumbered = room >= numberWidth + 4
    let nameWidth = columns.map(\.count).max() ?? 0
    let cell = isNumbered ? min(room, max(numberWidth + 4, nameWidth + 2)) : max(1, min(room, 3))
    let lines = names.enumerated().map { row, name in
      let cells = columns.indices.map { column -> String in
        let i = row * columns.count + column
        guard values.indices.contains(i) else { return Columns.left("", cell) }
        let shade = String(repeating: Glyph.shade(Shade(values[i], in: range).level), count: 2)
        return Columns.left(
          " " + (isNumbered ? "\(shade) \(texts[i])" : Columns.cut(shade, to: cell - 1)), cell)
      }
      return Columns.right(Columns.cut(name, to: left), left) + cells.joined()
    }
    let heads = columns.map { Columns.left(" " + Columns.cut($0, to: cell - 1), cell) }.joined()
    let label = Typography.axisLabel(x.label, arrow: whole.horizontalArrow, arrowFirst: false)
    return lines + [Columns.left("", left) + heads]
      + (label.isEmpty
        ? [] : [Columns.right(Columns.cut(label, to: width), left + cell * columns.count)])
  }
}
