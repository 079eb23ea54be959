/// How a series is told from the others: a colour and, for eyes and printers without colour, a
/// second sign (dash, marker shape, fill).
struct SeriesStyle: Codable, Equatable {
  /// 1…4, the number of the page's variable `--series-N`.
  var colour: Int
  /// 0…3. From the fifth series on, a colour comes back with another pattern.
  var pattern: Int

  static let colours = 4

  init(index: Int) {
    colour = index % Self.colours + 1
    pattern = (index + index / 4) % 4
  }
}
