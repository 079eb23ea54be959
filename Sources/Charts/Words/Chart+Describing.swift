import Results

extension Chart {
  /// A sentence on a series.
  func describe(_ series: Series, in whole: Chart) -> String {
    let points = series.points
    let name = series.label.isEmpty ? "" : "\(series.label): "
    if series.kind == .regions {
      return "\(name)\(Unit.percent.write(series.share)) of the area."
    }
    guard let first = points.first, let last = points.last else { return "\(name)no data." }
    switch series.kind {
    case .bars: return name + describeBars(points, whole) + "."
    case .histogram: return name + describeBins(points) + "."
    case .lines:
      return name + "\(series.runs.count) lines, \(range(points.map(\.y), y))."
    case .dots where points.count > 1:
      return name + "\(points.count) points, \(range(points.map(\.x), x)) across and "
        + "\(range(points.map(\.y), y)) up."
    case .line where points.count > 1, .steps where points.count > 1:
      var text = "\(name)from \(place(first, whole)) to \(place(last, whole))"
      let lowest = points.min { $0.y < $1.y }!
      let highest = points.max { $0.y < $1.y }!
      if lowest.y < min(first.y, last.y) { text += ", lowest \(place(lowest, whole))" }
      if highest.y > max(first.y, last.y) { text += ", highest \(place(highest, whole))" }
      return text + "."
    default: return "\(name)\(place(first, whole))."
    }
  }

  private func describeBars(_ points: [Series.Point], _ whole: Chart) -> String {
    let names = whole.categories
    func write(_ point: Series.Point) -> String {
      "\(names[Int(point.x)]) \(y.unit.write(point.y))"
    }
    if points.count <= 8 { return points.map(write).joined(separator: ", ") }
    let lowest = points.min { $0.y < $1.y }!
    let highest = points.max { $0.y < $1.y }!
    return "\(points.count) bars, lowest \(write(lowest)), highest \(write(highest))"
  }

  /// How many values there are, where most of them are, and where the middle one is.
  private func describeBins(_ points: [Series.Point]) -> String {
    let count = points.reduce(0) { $0 + $1.y }
    let mode = points.max { $0.y < $1.y }!
    var before = 0.0
    let middle = points.first { point in
      before += point.y
      return before * 2 >= count
    }
    let filled = points.filter { $0.y > 0 }
    guard let middle, let first = filled.first, let last = filled.last else { return "no values" }
    return
      "\(y.unit.write(count)) values around \(x.unit.write(first.x)) to \(x.unit.write(last.x)), "
      + "half of them up to about \(x.unit.write(middle.x)), most around \(x.unit.write(mode.x)) "
      + "(\(y.unit.write(mode.y)))"
  }

  /// A heat map: its size, and where its smallest and largest numbers are.
  func describe(_ heat: Mark) -> String {
    let rows = heat.rows ?? []
    let values = heat.values ?? []
    let unit = heat.unit ?? .number
    var text = "Heat map" + (heat.label.isEmpty ? "" : " of \(heat.label)")
    text += ", \(rows.count) rows\(y.label.isEmpty ? "" : " of \(y.label)") and "
    text += "\(heat.categories.count) columns\(x.label.isEmpty ? "" : " of \(x.label)")"
    let shown = values.indices.filter { Scale.isShowable(values[$0], .linear) }
    guard let least = shown.min(by: { values[$0] < values[$1] }),
      let most = shown.max(by: { values[$0] < values[$1] })
    else { return text + ", no data." }
    func place(_ i: Int) -> String {
      let (row, column) = (i / heat.categories.count, i % heat.categories.count)
      guard rows.indices.contains(row) else { return unit.write(values[i]) }
      return "\(unit.write(values[i])) at \(named(y.label, rows[row])) and "
        + named(x.label, heat.categories[column])
    }
    let note = heat.note.map { " Note: \($0)." } ?? ""
    let left = values.count - shown.count
    return text + ". Lowest \(place(least)); highest \(place(most)).\(note)"
      + (left > 0 ? " \(left) values that cannot be shown are left out." : "")
  }

  private func named(_ label: String, _ value: String) -> String {
    label.isEmpty ? value : "\(label) \(value)"
  }

  /// The rows of images with their captions.
  var imageDescription: String {
    let rows = marks.filter { $0.kind == .images }.map(GreyImages.init)
    let sentences = rows.map { row -> String in
      let size = "\(row.images.count) images of \(row.width) × \(row.height) pixels"
      let captions = row.captions.filter { !$0.isEmpty }
      let text = row.label.isEmpty ? size : "\(row.label): \(size)"
      return text + (captions.isEmpty ? "." : ", \(captions.joined(separator: ", ")).")
    }
    return (["Grey images, \(rows.count) \(rows.count == 1 ? "row" : "rows")."] + sentences)
      .joined(separator: " ")
  }

  private func place(_ point: Series.Point, _ whole: Chart) -> String {
    "\(y.unit.write(point.y)) at \(whole.horizontalName(point.x))"
  }

  private func range(_ values: [Double], _ axis: Axis) -> String {
    "from \(axis.unit.write(values.min()!)) to \(axis.unit.write(values.max()!))"
  }

  /// A horizontal value, or the category that stands there.
  func horizontalName(_ value: Double) -> String {
    let names = categories
    guard hasBars, value == value.rounded(), names.indices.contains(Int(value)) else {
      return x.unit.write(value)
    }
    return names[Int(value)]
  }
}
