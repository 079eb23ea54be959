import Kernels
import Numerics

/// Refuses negative amounts of a change.
func requireAmount(_ amount: Double, _ name: String) {
  require(amount >= 0 && amount.isFinite, "\(name)'s amount is at least 0, not \(amount)")
}

/// Uniform from max(0, 1 − amount) to 1 + amount.
func randomFactor(_ amount: Double, _ random: inout RandomStream) -> Double {
  let low = max(0, 1 - amount)
  return low + (1 + amount - low) * random.uniform()
}

extension ImageView {
  /// x ← m + factor · (x − m), cut to 0 … 1.
  func move(awayFrom m: Real, by factor: Double) {
    let (factor, rest) = (Real(factor), Real(1 - factor) * m)
    for i in 0..<size.count {
      let x = factor * pixels[i] + rest
      let low: Real = x < 0 ? 0 : x
      pixels[i] = low > 1 ? 1 : low
    }
  }

  /// The mean of the image; of 0.2989 R + 0.587 G + 0.114 B where it has three channels.
  var meanBrightness: Real {
    let n = size.height * size.width
    guard size.channels == 3 else { return Kernels.sum(pixels, size.count) / Real(size.count) }
    for i in 0..<n {
      scratch[i] =
        0.2989 * pixels[3 * i] + 0.587 * pixels[3 * i + 1] + 0.114 * pixels[3 * i + 2]
    }
    return Kernels.sum(scratch, n) / Real(n)
  }
}
