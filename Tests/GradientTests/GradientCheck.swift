import Kernels
import Numerics

@testable import Autograd

/// The comparison of gradients with central differences, in double precision.
enum GradientCheck {
  /// The largest relative error of the gradients of `loss` with respect to tensors of the shapes,
  /// and the operations that it recorded.
  ///
  /// The error of a number is |gradient − difference| / max(1, |gradient|, |difference|).
  static func error(
    _ shapes: [Shape], seed: Int = 1, scale: Double = 1, _ loss: ([Tensor]) -> Tensor
  ) -> (error: Double, operations: Set<Operation>) {
    var random = RandomStream(seed: seed, "gradient check")
    let values = shapes.map { shape in
      Buffer((0..<shape.count).map { _ in Real(scale * random.normal()) })
    }
    let gradients = shapes.map { Buffer(zeros: $0.count) }
    let tape = Tape()
    defer { tape.release() }
    func run(recording: Bool) -> Tensor {
      tape.begin(recording: recording)
      return loss(
        shapes.indices.map {
          tape.parameter(values[$0].base, gradient: gradients[$0].base, shapes[$0])
        })
    }
    let recorded = run(recording: true)
    recorded.backward()
    let operations = Set(
      (0..<tape.state.pointee.count).map { tape.state.pointee.lines[$0].operation })
    var worst = 0.0
    for (buffer, gradient) in zip(values, gradients) {
      for i in 0..<buffer.count {
        let difference = slope(at: buffer.base + i) { Double(run(recording: false).item) }
        let g = Double(gradient.base[i])
        worst = largestError(worst, abs(g - difference) / max(1, abs(g), abs(difference)))
      }
    }
    return (worst, operations)
  }

  /// The central difference of `value` along one number, with a step of 1e-5.
  static func slope(at place: UnsafeMutablePointer<Real>, _ value: () -> Double) -> Double {
    let kept = place.pointee
    let step = 1e-5
    place.pointee = kept + Real(step)
    let above = value()
    place.pointee = kept - Real(step)
    let below = value()
    place.pointee = kept
    return (above - below) / (2 * step)
  }
}
