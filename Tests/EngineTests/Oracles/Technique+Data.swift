import Lab

@testable import Datasets

extension Technique {
  static let data: [Technique] = measuredData + files + generated

  private static let measuredData = [
    Technique(
      "Data", "Handwritten digits", type: "Digits", oracle: "scikit-learn `load_digits`",
      source: "Alpaydin & Kaynak 1998", tolerance: 1e-6
    ) {
      let test = Reference.data["digits"]
      let all = Digits.all
      let means = (0..<64).map { j in
        Float((0..<all.count).reduce(0) { $0 + Double(all.inputs[$1 * 64 + j]) } / 1797)
      }
      let sums = (0..<100).map { all.inputs[$0 * 64..<($0 + 1) * 64].reduce(0, +) }
      return largestError(
        relativeError(means, test["mean"]!.values), relativeError(sums, test["sums"]!.values),
        relativeError(all.labels.prefix(100).map { Float($0) }, test["labels"]!.values))
    },
    Technique(
      "Data", "Diabetes patients", type: "Diabetes", oracle: "scikit-learn `load_diabetes`",
      source: "Efron et al. 2004", tolerance: 1e-6
    ) {
      let test = Reference.data["diabetes"]
      let (x, y) = (Diabetes.standardized.x, Diabetes.standardized.y)
      let n = Double(y.count)
      let correlations = (0..<100).map { Float(x.column($0 / 10).dot(x.column($0 % 10)) / n) }
      let slopes = (0..<10).map { Float(x.column($0).dot(y) / n) }
      return largestError(
        relativeError(correlations, test["correlations"]!.values),
        relativeError(slopes, test["slopes"]!.values))
    },
    Technique(
      "Data", "CSV files", type: "CSV", oracle: "scikit-learn `load_diabetes`", source: "RFC 4180",
      tolerance: 1e-6
    ) {
      let table = CSV("chapters/data/diabetes.csv")
      let means = (0..<10).map { j in
        Float(Vector(table.rows.map { $0[j] }).mean)
      }
      return relativeError(means, Reference.data["diabetes"]["mean"]!.values)
    },
  ]

  private static let files = [
    Technique(
      "Data", "IDX files", type: "IDX", oracle: "NumPy's bytes of every type",
      source: "LeCun, Cortes & Burges 1998, THE IDX FILE FORMAT", tolerance: 0
    ) {
      [8, 9, 11, 12, 13, 14].map { type in
        let test = Reference.data["idx \(type)"]
        let file = IDX(bytes: test["bytes"]!.bytes, path: "idx")
        guard file.dimensions == [2, 3] else { return .infinity }
        return relativeError(
          (0..<file.count).map { Float(file[$0]) }, test["values"]!.values)
      }.largestError
    },
    Technique(
      "Data", "Compressed files", type: "IDX", oracle: "Python `gzip`", source: "RFC 1952",
      tolerance: 0
    ) {
      let test = Reference.data["idx gzip"]
      let expanded = Gzip.expanded(test["bytes"]!.bytes, path: "idx", limit: 1000)
      return relativeError(expanded.map { Float($0) }, test["plain"]!.values)
    },
  ]

  private static let generated = [
    Technique(
      "Data", "Linear regression", type: "Regression.synthetic", oracle: "its noise, in se",
      source: "claims §3b", tolerance: 4
    ) {
      let task = Regression.synthetic(
        examples: 4000, features: 6, nonzeros: 3, noise: 0.5, seed: 1)
      let truth = task.truth!
      let zeros = truth.elements.count { $0 == 0 }
      let ratio = task.meanSquaredError(truth) / 0.25
      return largestError(abs(ratio - 1) * 2000.0.squareRoot(), zeros == 3 ? 0 : .infinity)
    },
    Technique(
      "Data", "Digits of seven segments", type: "Glyph", oracle: "drawn by hand",
      source: "claims §3b, GLYPH", tolerance: 0
    ) {
      let drawn = Reference.data["glyphs"]["x"]!.values
      let found: [Float] = (0..<10).flatMap { digit -> [Float] in
        let image = Glyph.image(of: digit, row: 2, column: 3)
        return (0..<28).map { image[(2 + $0 / 4) * 10 + 3 + $0 % 4] }
      }
      let lit = (0..<10).map { Glyph.image(of: $0, row: 2, column: 3).reduce(0, +) }
      return largestError(
        relativeError(found, drawn), abs(Double(lit.reduce(0, +)) - drawn.reduce(0, +)))
    },
    Technique(
      "Data", "Two moons", type: "PointClouds.moons", oracle: "scikit-learn `make_moons`",
      source: "scikit-learn", tolerance: 1e-6
    ) {
      let test = Reference.data["moons"]
      let moons = PointClouds.moons(11, seed: 1)
      // The first moon runs from right to left, the second from left to right.
      let order = (0..<11).sorted {
        let (a, b) = (moons.labels[$0], moons.labels[$1])
        let (x, y) = (moons.inputs[2 * $0], moons.inputs[2 * $1])
        return a != b ? a < b : a == 0 ? x > y : x < y
      }
      let found = moons.examples(order)
      return largestError(
        relativeError(found.inputs, test["x"]!.values),
        relativeError(found.labels.map { Float($0) }, test["labels"]!.values))
    },
    Technique(
      "Data", "Spirals", type: "PointClouds.spirals", oracle: "closed form, NumPy",
      source: "Archimedean spirals", tolerance: 1e-6
    ) {
      let expected = Reference.data["spirals"]["x"]!.values
      let spirals = PointClouds.spirals(15, classes: 3, turns: 1.5, seed: 1)
      func radius(_ i: Int) -> Float {
        spirals.inputs[2 * i] * spirals.inputs[2 * i]
          + spirals.inputs[2 * i + 1] * spirals.inputs[2 * i + 1]
      }
      let order = (0..<15).sorted {
        (spirals.labels[$0], radius($0)) < (spirals.labels[$1], radius($1))
      }
      return relativeError(spirals.examples(order).inputs, expected)
    },
    Technique(
      "Data", "Polynomial regression", type: "PolynomialFit", oracle: "NumPy `Legendre.fit`",
      source: "Brubeck, Nakatsukasa & Trefethen 2021", tolerance: 1e-6
    ) {
      let test = Reference.data["polynomials"]
      let (x, y) = (test["x"]!.values, test["y"]!.values)
      let task = Regression(x: Matrix(rows: x.count, columns: 1, x), y: Vector(y))
      return [0, 1, 3, 7, 11].map { degree in
        let fit = PolynomialFit(task, degree: degree)
        return relativeError(
          test["at"]!.values.map { Float(fit($0)) }, test["degree \(degree)"]!.values)
      }.largestError
    },
    Technique(
      "Data", "Label noise", type: "LabeledExamples.redrawingLabels",
      oracle: "its expectation, in sd",
      source: "Zhang et al. 2017", tolerance: 4
    ) {
      let clean = Glyph.examples(4000, seed: 1)
      let noisy = clean.redrawingLabels(0.5, seed: 1)
      let changed = zip(clean.labels, noisy.labels).count { $0 != $1 }
      return deviations(changed, of: 2000, probability: 0.9)
    },
    Technique(
      "Data", "Splits and folds", type: "Split", oracle: "counts of classes",
      source: "Hastie, Tibshirani & Friedman 2009, §7.10", tolerance: 0
    ) {
      let examples = Glyph.examples(103, seed: 1)
      let folds = examples.folds(5, stratified: true, seed: 1)
      let counts = (0..<10).map { c in
        folds.reduce(0) { $0 + $1.test.labels.count { Int($0) == c } }
          - examples.labels.count { Int($0) == c }
      }
      let sizes = folds.map { abs($0.test.count + $0.train.count - 103) }
      return Double(counts.map(abs).max()! + sizes.max()!)
    },
    Technique(
      "Numerics", "Beta and gamma numbers", type: "RandomStream.beta",
      oracle: "SciPy `beta.ppf`, `gamma.ppf`", source: "Marsaglia & Tsang 2000", tolerance: 1.95
    ) {
      var random = RandomStream(seed: 1, "beta")
      let betas = [(0.2, 0.2), (0.5, 0.5), (1, 1), (3, 3), (2, 0.7)].map { a, b in
        Reference.data.distance(
          "beta \(NumberFormatting.significant(a, digits: 1)) \(NumberFormatting.significant(b, digits: 1))"
        ) { random.beta(a, b) }
      }
      let gammas = [("0.3", 0.3), ("1", 1), ("4.5", 4.5)].map { name, shape in
        Reference.data.distance("gamma \(name)") { random.gamma(shape: shape) }
      }
      return (betas + gammas).largestError
    },
  ]
}

extension Reference.Array {
  var bytes: [UInt8] { values.map { UInt8($0) } }
}
