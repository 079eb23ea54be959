import Autograd
import Kernels

/// The matrix product of two n × n matrices, and the two of its gradients.
struct Product {
  let n: Int

  var flops: Double { 2 * Double(n * n * n) }

  /// c += a b
  var timing: Timing {
    let (a, b, c) = buffers
    return Timing {
      multiplyAdd(Strided(a.base, row: n), Strided(b.base, row: n), into: c.base, m: n, k: n, n: n)
    }
  }

  /// c += aᵀ b
  var transposedTiming: Timing {
    let (a, b, c) = buffers
    return Timing {
      multiplyAdd(
        Strided(a.base, row: 1, column: n), Strided(b.base, row: n), into: c.base, m: n, k: n, n: n)
    }
  }

  private var buffers: (Buffer, Buffer, Buffer) {
    (Buffer(fill(n * n, size: 1)), Buffer(fill(n * n, size: 1, salt: 1)), Buffer(zeros: n * n))
  }
}
