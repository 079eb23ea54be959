import Results

/// A drawing of grey images: rows with their names above and a caption under each image.
struct ImageSheet: Codable, Equatable {
  private static let gap = 8.0
  private static let captionHeight = 16.0
  private static let labelHeight = 20.0
  private static let smallest = 32.0
  private static let largest = 76.0

  var width: Double
  var height = 0.0
  /// The names of the rows and what pixels' shades mean, then the captions.
  var names: [ChartLayout.Caption] = []
  var notes: [ChartLayout.Caption] = []
  var captions: [ChartLayout.Caption] = []
  var pictures: [Picture] = []
  var notice: String?

  /// An image: its outline, and the shade of each pixel from 0 to 20.
  struct Picture: Codable, Equatable {
    var box: Box
    /// The side of a pixel.
    var pixel: Double
    var levels: [[Int]]
  }

  init(_ chart: Chart, width: Double, frame: Int) {
    self.width = max(160, width)
    let parts = chart.parts
    let shown = chart.slider == nil || !parts.indices.contains(frame) ? parts : [parts[frame]]
    // All rows have pixels and columns of the same size, whichever frame is seen.
    let all = chart.whole.marks.map(GreyImages.init)
    let most = all.map(\.images.count).max() ?? 0
    let isCaptioned = all.contains { $0.captions.contains { !$0.isEmpty } }
    let side = all.map { max($0.width, $0.height) }.max() ?? 1
    // Lines of equal length: 6 and 6 images rather than 11 and 1.
    let widest = all.flatMap(\.captions).map(TextMetrics.width).max() ?? 0
    let least = max(Self.smallest, min(widest + 2, Self.largest))
    let mostColumns = max(1, Int((self.width + Self.gap) / (least + Self.gap)))
    let lines = max(1, (most + mostColumns - 1) / mostColumns)
    let columns = max(1, (most + lines - 1) / lines)
    let room = (self.width - Self.gap * Double(columns - 1)) / Double(columns)
    let pixel = max((min(room, Self.largest) / Double(max(1, side))).rounded(.down), 1)
    let step = min(room, max(pixel * Double(side), widest + 2)) + Self.gap
    var top = 0.0
    for (title, part) in shown {
      if !title.isEmpty && chart.slider == nil {
        names.append(.init(text: title, position: Position(x: 0, y: top + 14)))
        top += Self.labelHeight
      }
      for row in part.marks.map(GreyImages.init) {
        addHeading(of: row, at: &top)
        for (i, image) in row.images.enumerated() {
          let left = Double(i % columns) * step
          if i > 0 && i % columns == 0 { top += rowHeight(row, pixel, isCaptioned) }
          let box = Box(
            left: left, top: top, right: left + pixel * Double(row.width),
            bottom: top + pixel * Double(row.height))
          pictures.append(Picture(box: box, pixel: pixel, levels: image))
          let caption = TextMetrics.cut(row.captions[i], to: step - 4)
          if !caption.isEmpty {
            captions.append(
              .init(
                text: caption, position: Position(x: (box.left + box.right) / 2, y: box.bottom + 13)
              ))
          }
        }
        top += rowHeight(row, pixel, isCaptioned) + (row.images.isEmpty ? 0 : 4)
      }
    }
    height = max(top, 40)
    if pictures.isEmpty { notice = "no images" }
  }

  private mutating func addHeading(of row: GreyImages, at top: inout Double) {
    if row.label.isEmpty && row.range.isEmpty { return }
    let label = TextMetrics.cut(row.label, to: width)
    names.append(.init(text: label, position: Position(x: 0, y: top + 13)))
    let start = TextMetrics.width(label) + 12
    if !row.range.isEmpty && start + TextMetrics.width(row.range) <= width {
      notes.append(.init(text: row.range, position: Position(x: start, y: top + 13)))
    }
    top += Self.labelHeight
  }

  private func rowHeight(_ row: GreyImages, _ pixel: Double, _ isCaptioned: Bool) -> Double {
    row.images.isEmpty
      ? 0 : pixel * Double(row.height) + (isCaptioned ? Self.captionHeight : 0) + Self.gap
  }
}

/// The images of a mark, from its strings.
struct GreyImages {
  let label: String
  let captions: [String]
  /// The images' rows of levels from 0 to 20.
  let images: [[[Int]]]
  let width: Int
  let height: Int
  /// `paper −0.8, ink 0.8`, where it is not the usual 0 and 1.
  let range: String

  init(_ mark: Mark) {
    label = mark.label
    captions = mark.categories
    let raster = mark.kind == .images ? mark.raster ?? [] : []
    let rows = captions.isEmpty ? 0 : raster.count / captions.count
    height = rows
    width = raster.first.map { $0.utf8.count / 2 } ?? 0
    let columns = width
    images = captions.indices.map { image in
      (0..<rows).map { row in
        let values = Self.bytes(raster[image * rows + row])
        return (0..<columns).map { values.indices.contains($0) ? (values[$0] * 20 + 127) / 255 : 0 }
      }
    }
    let isUsual = mark.x == [0, 1] || mark.x.count != 2
    let ends = isUsual ? [] : mark.x.map { Typography.minus(Unit.number.write($0)) }
    range = isUsual ? "" : "paper \(ends[0]), ink \(ends[1])"
  }

  /// The numbers of pairs of hexadecimal digits.
  static func bytes(_ digits: String) -> [Int] {
    let values = digits.utf8.map { digit -> Int in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) - 48
      case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(digit) - 87
      default: 0
      }
    }
    return stride(from: 0, to: values.count - values.count % 2, by: 2).map {
      values[$0] * 16 + values[$0 + 1]
    }
  }
}
