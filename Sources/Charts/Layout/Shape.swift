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
}

/// A mark of the drawing.
struct Drawing: Codable, Equatable {
  var label: String
  var style: SeriesStyle
  /// Drawn in order.
  var shapes: [Shape]
}
