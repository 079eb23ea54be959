import Autograd
import Kernels
import Numerics

/// A kernel beside what the machine allows: the instructions that its formula has, or the bytes that
/// it must move.
struct BoundedKernel {
  let timing: Timing
  /// The least time in microseconds.
  let bound: Double

  /// The kernels by name.
  static let all: [String: @Sendable () -> BoundedKernel] = [
    // Instructions an element: exp 29, tanh 50, softmax exp's and 6, counted in their sources; a sum
    // has one, and half of the units can do it.
    "exp": { issued(29) { Kernels.exp($0, into: $1, $2) } },
    "tanh": { issued(50) { Kernels.tanh($0, into: $1, $2) } },
    "softmax": { issued(35) { softmax($0, into: $1, rows: $2 / 64, columns: 64) } },
    "sum": { issued(2) { x, out, n in out[0] = sum(x, n) } },
    "rectify": { moved(2) { n, b in rectify(b[0].base, into: b[1].base, n) } },
    "momentum": {
      moved(5) { n, b in
        descend(
          b[0].base, along: b[1].base, velocity: b[2].base, momentum: 0.9, fresh: 1, rate: 0.01,
          .none, n)
      }
    },
    "adam": {
      let step = AdamStep(
        betas: (0.9, 0.999), fresh: (0.1, 0.001), rootCorrection: 1, eps: 1e-8, rate: 1e-3, .none)
      return moved(7) { n, b in
        adam(b[0].base, along: b[1].base, mean: b[2].base, squares: b[3].base, step, n)
      }
    },
  ]

  /// A kernel of so many instructions an element, on numbers in the first cache. The peak's unit is an
  /// addition or a multiplication, of which a core begins as many a second as of any instruction.
  private static func issued(
    _ instructions: Double,
    _ work: (UnsafePointer<Real>, UnsafeMutablePointer<Real>, Int) -> Void
  ) -> BoundedKernel {
    let n = 4096
    let (x, out) = (Buffer(fill(n, size: 3)), Buffer(zeros: n))
    return BoundedKernel(
      timing: Timing { work(x.base, out.base, n) },
      bound: instructions * Double(n) / Peak.gigaflops / 1000)
  }

  /// A kernel that reads or writes a number so many times an element, on more numbers than the caches
  /// hold; a copy of as many bytes is the bound.
  private static func moved(_ streams: Int, _ work: (Int, [Buffer]) -> Void) -> BoundedKernel {
    let n = 1 << 22
    let buffers = (0..<4).map { Buffer(fill(n, size: 1, salt: $0)) }
    let copying = Timing { buffers[3].base.update(from: buffers[0].base, count: n) }
    return BoundedKernel(
      timing: Timing { work(n, buffers) }, bound: copying.minimum * Double(streams) / 2)
  }
}
