// The error function in plain IEEE arithmetic.

/// erf x = 2/√π ∫₀ˣ exp(−t²) dt, within 5 ulp, by a series of positive terms:
/// exp(−x²) Σ 2ⁿ x²ⁿ⁺¹ / (1 · 3 · 5 ⋯ (2n + 1)) · 2/√π (Abramowitz & Stegun 7.1.6).
public func erf(_ x: Double) -> Double {
  if !(abs(x) < 6) { return x.isNaN ? x : x < 0 ? -1 : 1 }
  var term = x
  var sum = x
  var n = 1.0
  while abs(term) > abs(sum) * 0x1p-54 {
    term *= 2 * x * x / (2 * n + 1)
    sum += term
    n += 1
  }
  return 1.1283791670955126 * exp(-x * x) * sum
}

/// erf x in single precision, within 3 ulp (the polynomials are those of Cephes). Without branches,
/// so that a loop over it becomes vector instructions.
@inlinable @inline(__always)
public func erf(_ x: Float) -> Float {
  let z = x * x
  var near: Float = 7.853861353153693e-5
  near = near * z - 8.010193625184903e-4
  near = near * z + 5.188327685732524e-3
  near = near * z - 2.685381193529856e-2
  near = near * z + 1.128358514861418e-1
  near = near * z - 3.761262582423300e-1
  near = near * z + 1.128379165726710
  let magnitude = x < 0 ? -x : x
  let size = magnitude < 1 ? 1 : magnitude
  let q = 1 / size
  let y = q * q
  var middle: Float = 2.326819970068386e-2
  middle = middle * y - 1.387039388740657e-1
  middle = middle * y + 3.687424674597105e-1
  middle = middle * y - 5.824733027278666e-1
  middle = middle * y + 6.210004621745983e-1
  middle = middle * y - 4.944515323274145e-1
  middle = middle * y + 3.404879937665872e-1
  middle = middle * y - 2.741127028184656e-1
  middle = middle * y + 5.638259427386472e-1
  var far: Float = -1.047766399936249e+1
  far = far * y + 1.297719955372516e+1
  far = far * y - 7.495518717768503
  far = far * y + 2.921019019210786
  far = far * y - 1.015265279202700
  far = far * y + 4.218463358204948e-1
  far = far * y - 2.820767439740514e-1
  far = far * y + 5.641895067754075e-1
  let tail = exp(-size * size) * q * (size < 2 ? middle : far)
  let large = x < 0 ? tail - 1 : 1 - tail
  return magnitude < 1 ? x * near : large
}
