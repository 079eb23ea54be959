import Autograd
import Kernels

/// The matrix product of two n × n matrices, or one of those that its gradients are.
struct Product {
  enum Form: String {
    /// c = a b
    case forward = "product"
    /// c = aᵀ b, the gradient of the second factor
    case transposed
    /// c = a bᵀ, the gradient of the first factor
    case gradient
  }

  let form: Form
  let n: Int

  var flops: Double { 2 * Double(n * n * n) }

  var timing: Timing {
    let (a, b, c) = buffers
    let (straight, turned) = (Strided(a.base, row: n), Strided(a.base, row: 1, column: n))
    let x = form == .transposed ? turned : straight
    let y = form == .gradient ? Strided(b.base, row: 1, column: n) : Strided(b.base, row: n)
    return Timing {
      multiplyAdd(x, y, into: c.base, startingFrom: .zero, m: n, k: n, n: n)
    }
  }

  private var buffers: (Buffer, Buffer, Buffer) {
    (Buffer(fill(n * n, size: 1)), Buffer(fill(n * n, size: 1, salt: 1)), Buffer(zeros: n * n))
  }
}
