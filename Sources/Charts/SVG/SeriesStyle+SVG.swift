extension SeriesStyle {
  /// The class that sets the colour.
  var colourClass: String { "series-\(colour)" }

  /// The dashes of a line.
  var dashes: String { ["none", "7 3", "2 2.5", "9 3 2 3"][pattern] }

  /// How much of a bar's colour fills it; its outline is always full.
  var fillOpacity: String { ["1", "0.2", "0.5", "0"][pattern] }

  /// How much of a class's color fills its area.
  var areaOpacity: String { ["0.14", "0.24", "0.14", "0.24"][pattern] }

  /// The outline of a marker, drawn from its middle: disc, square, triangle, diamond.
  var marker: String {
    [
      "m-3.2 0a3.2 3.2 0 1 0 6.4 0a3.2 3.2 0 1 0-6.4 0z", "m-2.8-2.8h5.6v5.6h-5.6z",
      "m0-3.8l3.6 6.4h-7.2z", "m0-4.1l4.1 4.1l-4.1 4.1l-4.1-4.1z",
    ][pattern]
  }
}
