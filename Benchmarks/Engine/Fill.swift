import Training

/// Numbers between ±`size` that Swift and Python make alike: hashes of the positions.
func fill(_ count: Int, size: Double, salt: Int = 0) -> [Float] {
  (0..<count).map { Float((Double(hash($0, salt)) / 0x1p32 * 2 - 1) * size) }
}

/// Classes that Swift and Python make alike.
func classes(_ count: Int) -> [Int32] {
  (0..<count).map { Int32(hash($0, 7) >> 16) % 10 }
}

private func hash(_ position: Int, _ salt: Int) -> UInt32 {
  var h = UInt32(truncatingIfNeeded: position + 1 + salt << 24) &* 2_654_435_761
  h ^= h >> 15
  h = h &* 0x2c1b_3c6d
  return h ^ h >> 12
}

extension Network {
  /// The network with hashes as its matrices, each between ±1/√inputs, and zeros as its biases. The
  /// scales of normalisations keep their ones.
  func filled() -> Network {
    var network = self
    for parameter in parameters {
      let count = parameter.shape.count
      if parameter.shape.rank > 1 {
        let size = 1 / Double(parameter.shape.rows).squareRoot()
        network = network.setting(parameter.name, to: fill(count, size: size))
      } else if parameter.name.contains("bias") {
        network = network.setting(parameter.name, to: [Float](repeating: 0, count: count))
      }
    }
    return network
  }
}
