/// A point of the drawing in pixels from the top left.
struct Position: Codable, Equatable {
  var x: Double
  var y: Double
}

/// A rectangle of the drawing.
struct Box: Codable, Equatable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
}

/// A vertical line from `low` to `high`.
struct Whisker: Codable, Equatable {
  var x: Double
  var low: Double
  var high: Double
}

/// What is drawn of a mark.
enum Shape: Codable, Equatable {
  /// The outline of a band, one a run.
  case band([[Position]])
  /// Lines, one a run.
  case line([[Position]])
  case dots([Position])
  case bars([Box])
  case whiskers([Whisker], capped: Bool)
  /// Thin lines that are one series.
  case thinLines([[Position]])
  /// The outline of a histogram, from its base to its base.
  case histogram([[Position]])
  /// The outlines of a class' areas; holes are outlines too.
  case areas([[Position]])
  /// The cells of a heat map.
  case cells([Cell])
}

/// A cell of a heat map.
struct Cell: Codable, Equatable {
  var box: Box
  var shade: Shade
  /// Its number, where there is room.
  var text: String
}

/// A mark of the drawing.
struct Drawing: Codable, Equatable {
  var label: String
  /// Nil for a heat map.
  var style: SeriesStyle?
  /// Drawn in order.
  var shapes: [Shape]
}
