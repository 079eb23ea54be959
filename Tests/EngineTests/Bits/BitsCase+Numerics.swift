import Lab

extension BitsCase {
  static let numerics: [BitsCase] = [
    single("exp") { Numerics.exp($0) },
    single("log") { Numerics.log($0) },
    single("tanh") { Numerics.tanh($0) },
    single("sigmoid") { Numerics.sigmoid($0) },
    single("erf") { Numerics.erf($0) },
    double("exp") { Numerics.exp($0) },
    double("log") { Numerics.log($0) },
    double("tanh") { Numerics.tanh($0) },
    double("sigmoid") { Numerics.sigmoid($0) },
    double("erf") { Numerics.erf($0) },
    double("sin") { Numerics.sin($0) },
    double("cos") { Numerics.cos($0) },
    double("pow") { Numerics.pow($0, 1.7) },
    BitsCase("random streams") {
      var random = RandomStream(seed: 3, "bits", step: 5)
      return (0..<64).flatMap { _ in
        halves(random.uniform()) + halves(random.normal()) + [Float(random.integer(below: 1000))]
      }
    },
    BitsCase("matrices") {
      var random = RandomStream(seed: 4, "bits")
      let a = Matrix(rows: 6, columns: 6) { _, _ in random.normal() }
      let gram = a.transposed * a
      let (values, vectors) = gram.symmetricEigen()
      return (gram.solve(a.row(0)).elements + values.elements + vectors.elements)
        .flatMap(halves)
    },
  ]

  private static let grid: [Double] = (-400...400).map { Double($0) * 0.07 }

  private static func single(
    _ name: String, _ compute: @escaping @Sendable (Float) -> Float
  ) -> BitsCase {
    BitsCase("function \(name) (Float)") { grid.map { compute(Float($0)) } }
  }

  private static func double(
    _ name: String, _ compute: @escaping @Sendable (Double) -> Double
  ) -> BitsCase {
    BitsCase("function \(name) (Double)") { grid.flatMap { halves(compute($0)) } }
  }

  /// The bits of a double as four numbers that say the same.
  static func halves(_ x: Double) -> [Float] {
    let bits = x.isNaN ? 0x7FF8_0000_0000_0000 : x.bitPattern
    return (0..<4).map { Float((bits >> (16 * $0)) & 0xFFFF) }
  }
}
