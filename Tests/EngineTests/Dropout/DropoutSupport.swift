import Lab

@testable import Autograd
@testable import Training

/// A network's output for an input, with the noise of a seed and a step.
func output(
  of network: Network, _ x: [Float], _ shape: Shape, _ mode: Pass.Mode = .training, seed: Int = 1,
  step: Int = 0
) -> [Float] {
  let tape = Tape()
  defer { tape.release() }
  tape.begin(recording: false)
  let live = LiveNetwork(network)
  return live.pass(on: tape, mode, seed: seed, step: step)(tape.constant(x, shape)).values
}

/// The output of one layer.
func output(
  _ x: [Float], _ shape: Shape, _ mode: Pass.Mode = .training, seed: Int = 1, step: Int = 0,
  @LayerBuilder layers: () -> [any Layer]
) -> [Float] {
  output(of: Network(seed: 1, layers: layers), x, shape, mode, seed: seed, step: step)
}

/// How many standard errors the mean of some numbers is away from what is expected of it.
func standardErrors(_ values: [Double], from expected: Double) -> Double {
  let n = Double(values.count)
  let mean = values.reduce(0, +) / n
  let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
  // Numbers that are all the same have no error.
  return mean == expected ? 0 : abs(mean - expected) / (variance / n).squareRoot()
}

/// 2ⁿ masks of n units with the probability of each, for units that are kept with probability `keep`.
func allMasks(_ n: Int, keep: Double) -> [(mask: Vector, probability: Double)] {
  (0..<1 << n).map { bits in
    let mask = Vector((0..<n).map { Double(bits >> $0 & 1) })
    return (mask, mask.reduce(1) { $0 * ($1 == 1 ? keep : 1 - keep) })
  }
}

func normalMatrix(_ rows: Int, _ columns: Int, _ name: String) -> Matrix {
  var random = RandomStream(seed: 1, name)
  return Matrix(rows: rows, columns: columns) { _, _ in random.normal() }
}

func normalVector(_ count: Int, _ name: String) -> Vector {
  var random = RandomStream(seed: 1, name)
  return Vector((0..<count).map { _ in random.normal() })
}

extension Vector {
  var floats: [Float] { map { Float($0) } }
}
