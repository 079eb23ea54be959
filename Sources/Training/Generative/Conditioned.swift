import Autograd
import Kernels
import Numerics

/// The inputs of a GAN's networks for the classes of a batch. Its memory is used again by every step.
struct Conditioned {
  /// Noise and class for each example: what the generator begins with.
  private(set) var numbers: [Real] = []
  private let sizes: (features: Int, noise: Int, classes: Int)
  /// The classes beside `features` zeros.
  private var classes: [Real] = []
  /// The unit matrix beside `classes` columns of zeros: a product with it widens an example.
  private let widening: [Real]
  private var count = 0

  init(features: Int, noise: Int, classes: Int) {
    sizes = (features, noise, classes)
    let columns = features + classes
    widening = (0..<features * columns).map { $0 / columns == $0 % columns ? 1 : 0 }
  }

  /// Draws normal noise for examples of these classes.
  mutating func draw(_ labels: [Int32], _ random: inout RandomStream) {
    numbers.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    count = labels.count
    for label in labels {
      for _ in 0..<sizes.noise { numbers.append(Real(random.normal())) }
      for _ in 0..<sizes.features { classes.append(0) }
      for c in 0..<sizes.classes {
        let one: Real = c == Int(label) ? 1 : 0
        numbers.append(one)
        classes.append(one)
      }
    }
  }

  /// The generator's input.
  func noise(on tape: Tape) -> Tensor {
    tape.constant(numbers, Shape(count, sizes.noise + sizes.classes))
  }

  /// The discriminator's input: examples `[count, features]` with the classes beside them.
  func joined(_ x: Tensor) -> Tensor {
    require(
      x.shape.columns == sizes.features,
      "the generator makes \(x.shape.columns) numbers an example, and a real one has \(sizes.features)"
    )
    let columns = sizes.features + sizes.classes
    let wide = x.matmul(x.tape.constant(widening, Shape(sizes.features, columns)))
    return wide + x.tape.constant(classes, Shape(count, columns))
  }
}
