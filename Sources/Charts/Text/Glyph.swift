/// The signs of a text chart.
enum Glyph {
  static let band: Character = "░"
  static let horizontalRule: Character = "╌"
  static let verticalRule: Character = "╎"
  static let whisker: Character = "│"

  private static let signs: [Character] =
    Array("●○▲×+◆□▽■◇△*") + Array("abcdefghijklmnopqrstuvwxyz")

  /// The sign that stands for a series in the legend.
  static func sign(of series: Series) -> Character {
    switch series.kind {
    case .lines: thin(series.index)
    case .regions: area(series.index)
    default: Self.series(series.index)
    }
  }

  /// The sign of a series of thin lines.
  static func thin(_ index: Int) -> Character { Array("·:'`")[index % 4] }

  /// The ground of a class.
  static func area(_ index: Int) -> Character { Array("·░▒▓:-=+~%")[index % 10] }

  /// A shade from 1 to 20; of none a question mark.
  static func shade(_ level: Int?) -> Character {
    level.map { Array("·░▒▓█")[min(max($0 - 1, 0) / 4, 4)] } ?? "?"
  }

  /// A pixel's shade from 0 to 20.
  static func pixel(_ level: Int) -> Character { Array(" ░▒▓█")[min(max(level, 0) * 5 / 21, 4)] }

  /// The sign of a series.
  static func series(_ index: Int) -> Character { signs[index % signs.count] }
}
