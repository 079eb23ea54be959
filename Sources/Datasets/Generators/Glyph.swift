import Kernels
import Numerics

/// Made images of 10 × 10 pixels: a digit of seven segments at a random place, under noise. Small
/// enough for hundreds of trainings a minute, and what an augmentation does to the labels is known:
/// mirrored left to right, a 2 is a 5 and a 5 is a 2.
public enum Glyph {
  /// 10 × 10 pixels.
  public static let size = ImageSize(10, 10)
  /// The rows where a digit can begin.
  public static let rows = 1...2
  /// The columns where a digit can begin.
  public static let columns = 2...4

  /// The segments of each digit: a (top), b and c (right, upper and lower), d (bottom), e and f
  /// (left, lower and upper), g (middle).
  private static let segments = [
    "abcdef", "bc", "abdeg", "abcdg", "bcfg", "acdfg", "acdefg", "abc", "abcdefg", "abcdfg",
  ]

  /// A digit without noise: lit pixels are 1, the others 0. It is 7 pixels high and 4 wide.
  ///
  /// - Parameters:
  ///   - digit: 0 to 9.
  ///   - row: The row of its top, 1 or 2.
  ///   - column: The column of its left side, 2 to 4.
  public static func image(of digit: Int, row: Int, column: Int) -> [Real] {
    require(
      (0...9).contains(digit) && rows.contains(row) && columns.contains(column),
      "a glyph is a digit from 0 to 9 at row 1 or 2 and column 2 to 4, not \(digit) at \(row) and \(column)"
    )
    var pixels = [Real](repeating: 0, count: size.count)
    for segment in segments[digit] {
      for (y, x) in place(of: segment) { pixels[(row + y) * size.width + column + x] = 1 }
    }
    return pixels
  }

  private static func place(of segment: Character) -> [(Int, Int)] {
    switch segment {
    case "a": (0...3).map { (0, $0) }
    case "b": (0...3).map { ($0, 3) }
    case "c": (3...6).map { ($0, 3) }
    case "d": (0...3).map { (6, $0) }
    case "e": (3...6).map { ($0, 0) }
    case "f": (0...3).map { ($0, 0) }
    default: (0...3).map { (3, $0) }
    }
  }

  /// Random digits at random places, each of the 60 equally likely, plus normal noise.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1.
  ///   - noise: The standard deviation of the noise on every pixel; 0.3 by default.
  ///   - seed: Decides all, together with `name`.
  ///   - name: Names the random stream: other names give other examples of the same seed.
  public static func examples(
    _ count: Int, noise: Double = 0.3, seed: Int, _ name: String = "glyph"
  ) -> LabeledExamples {
    require(
      count >= 1 && noise >= 0,
      "glyphs need a count of at least 1 and noise of at least 0, not \(count) and \(noise)")
    var random = RandomStream(seed: seed, name)
    var examples = LabeledExamples(
      features: size.count, classes: 10, inputs: [], labels: [], image: size)
    for _ in 0..<count {
      let digit = random.integer(below: 10)
      let row = rows.lowerBound + random.integer(below: rows.count)
      let column = columns.lowerBound + random.integer(below: columns.count)
      for pixel in image(of: digit, row: row, column: column) {
        examples.inputs.append(pixel + Real(noise * random.normal()))
      }
      examples.labels.append(Int32(digit))
    }
    return examples
  }

  /// Examples to learn from and others to judge by.
  ///
  /// - Parameters:
  ///   - train: How many to learn from.
  ///   - validation: How many to choose by, labels clean; 0 by default.
  ///   - test: How many to judge by, labels clean; 2,000 by default.
  ///   - noise: The standard deviation of the noise on every pixel; 0.3 by default.
  ///   - labelNoise: The part of the training labels that is redrawn at random; 0 by default.
  ///   - seed: Decides all.
  public static func split(
    train: Int, validation: Int = 0, test: Int = 2000, noise: Double = 0.3,
    labelNoise: Double = 0, seed: Int
  ) -> Split {
    Split(
      train: examples(train, noise: noise, seed: seed, "glyph train")
        .redrawingLabels(labelNoise, seed: seed),
      validation: validation == 0
        ? nil : examples(validation, noise: noise, seed: seed, "glyph validation"),
      test: examples(test, noise: noise, seed: seed, "glyph test"))
  }
}
