import Kernels
import Numerics

/// Handwritten digits: 1,797 images of 8 × 8 pixels from 0 to 1 and their classes 0 to 9.
///
/// Source: UCI *Optical Recognition of Handwritten Digits* (Alpaydin & Kaynak, 1998), its test part,
/// CC BY 4.0, in `chapters/data/digits.csv`.
public enum Digits {
  /// All images, pixels divided by 16.
  public static let all: LabeledExamples = {
    let table = CSV("chapters/data/digits.csv")
    require(
      table.columns.count == 65,
      "chapters/data/digits.csv should have 64 pixels and a class, not \(table.columns.count) columns"
    )
    return LabeledExamples(
      features: 64, classes: 10,
      inputs: table.rows.flatMap { row in row.prefix(64).map { Real($0 / 16) } },
      labels: table.rows.map { Int32($0[64]) }, image: ImageSize(8, 8))
  }()

  /// Random images to learn from and others to judge by.
  ///
  /// - Parameters:
  ///   - train: How many images to learn from.
  ///   - validation: How many others to choose by; 0 by default.
  ///   - test: How many other images to judge by; 800 by default.
  ///   - labelNoise: The part of the training labels that is redrawn at random; test labels are clean.
  ///   - seed: Decides which images go where.
  public static func split(
    train: Int, validation: Int = 0, test: Int = 800, labelNoise: Double = 0, seed: Int
  ) -> Split {
    require(
      train >= 1 && validation >= 0 && test >= 1 && train + validation + test <= all.count,
      "\(train) + \(validation) + \(test) images were asked for, and there are \(all.count)")
    var random = RandomStream(seed: seed, "digits split")
    let order = random.permutation(all.count)
    return Split(
      train: all.examples(order.prefix(train)).redrawingLabels(labelNoise, seed: seed),
      validation: validation == 0
        ? nil : all.examples(order.dropFirst(train + test).prefix(validation)),
      test: all.examples(order.dropFirst(train).prefix(test)))
  }
}
