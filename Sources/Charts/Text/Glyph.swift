/// The signs of a text chart.
enum Glyph {
  static let band: Character = "░"
  static let horizontalRule: Character = "╌"
  static let verticalRule: Character = "╎"
  static let whisker: Character = "│"

  private static let signs: [Character] =
    Array("●○▲×+◆□▽■◇△*") + Array("abcdefghijklmnopqrstuvwxyz")

  /// The sign of a series.
  static func series(_ index: Int) -> Character { signs[index % signs.count] }
}
