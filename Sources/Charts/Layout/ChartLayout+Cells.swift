import Numerics
import Results

extension ChartLayout {
  /// What the shades of a heat map mean, above the plot.
  struct Ramp: Codable, Equatable {
    var label: String
    /// The ends of the range, as they are written.
    var low: String
    var high: String

    /// Nil for a chart without a heat map.
    init?(_ whole: Chart) {
      guard let heat = whole.marks.first(where: { $0.kind == .heat }) else { return nil }
      let unit = heat.unit ?? .number
      let range = Shade.range(of: whole)
      label = heat.label + unit.remark
      low = range.map { unit.write($0.lowerBound) } ?? ""
      high = range.map { unit.write($0.upperBound) } ?? ""
    }
  }

  /// A heat map's cells, with their numbers where there is room for all.
  func cells(
    of mark: Mark, in whole: Chart, _ horizontal: HorizontalAxis, _ vertical: Scale
  ) -> Drawing {
    let range = Shade.range(of: whole)
    let unit = mark.unit ?? .number
    let columns = mark.categories.count
    let rows = mark.rows?.count ?? 0
    let values = (mark.values ?? []).prefix(columns * rows)
    let texts = unit.writeAlike(Array(values), among: whole.heatValues).map(Typography.minus)
    let width = plot.width / Double(max(1, columns))
    let height = plot.height / Double(max(1, rows))
    let hasRoom =
      height >= 14 && texts.allSatisfy { TextMetrics.width($0) <= width - 4 }
    let cells = values.enumerated().map { i, value in
      let box = Box(
        left: plot.left + Double(i % columns) * width, top: plot.top + Double(i / columns) * height,
        right: plot.left + Double(i % columns + 1) * width,
        bottom: plot.top + Double(i / columns + 1) * height)
      return Cell(box: box, shade: Shade(value, in: range), text: hasRoom ? texts[i] : "")
    }
    return Drawing(label: mark.label, style: nil, shapes: cells.isEmpty ? [] : [.cells(cells)])
  }
}

/// How dark a cell is, in twentieths of the darkest.
struct Shade: Codable, Equatable {
  /// 1…20; nil for a value that cannot be shown.
  var level: Int?

  init(_ value: Double, in range: ClosedRange<Double>?) {
    guard let range, Scale.isShowable(value, .linear) else { return }
    let length = range.upperBound - range.lowerBound
    let part = length > 0 ? (value - range.lowerBound) / length : 0.5
    level = 1 + Int((part * 19).rounded())
  }

  /// Whether words on it have the color of the paper.
  var isDark: Bool { level.map { $0 > Self.lastLight } ?? false }

  /// The last level on which words have the color of the text: the contrast of both is at least 4.5.
  static let lastLight = 12

  /// The opacity of the darkest color.
  var opacity: Double { Double(level ?? 0) / 20 }

  /// The smallest and the largest number of all heat maps of a chart.
  static func range(of chart: Chart) -> ClosedRange<Double>? {
    let values = chart.heatValues.filter { Scale.isShowable($0, .linear) }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}

extension Chart {
  /// The numbers of all heat maps.
  var heatValues: [Double] { marks.filter { $0.kind == .heat }.flatMap { $0.values ?? [] } }
}
