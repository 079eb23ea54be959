// The error function in plain IEEE arithmetic.

/// erf x = 2/√π ∫₀ˣ exp(−t²) dt, within 1 ulp (the rational functions are those of Sun's fdlibm,
/// `s_erf.c`).
public func erf(_ x: Double) -> Double {
  let size = abs(x)
  if !(size < 6) { return x.isNaN ? x : x < 0 ? -1 : 1 }
  if size < 0.84375 { return x + x * nearZero(x * x) }
  let value = size < 1.25 ? nearOne(size - 1) : 1 - complement(size)
  return x < 0 ? -value : value
}

/// erf x / x − 1, of z = x².
private func nearZero(_ z: Double) -> Double {
  polynomial(
    z,
    [
      1.28379167095512558561e-01, -3.25042107247001499370e-01, -2.84817495755985104766e-02,
      -5.77027029648944159157e-03, -2.37630166566501626084e-05,
    ])
    / polynomial(
      z,
      [
        1, 3.97917223959155352819e-01, 6.50222499887672944485e-02, 5.08130628187576562776e-03,
        1.32494738004321644526e-04, -3.96022827877536812320e-06,
      ])
}

/// erf (1 + s) for |s| ≤ 1/4.
private func nearOne(_ s: Double) -> Double {
  8.45062911510467529297e-01
    + polynomial(
      s,
      [
        -2.36211856075265944077e-03, 4.14856118683748331666e-01, -3.72207876035701323847e-01,
        3.18346619901161753674e-01, -1.10894694282396677476e-01, 3.54783043256182359371e-02,
        -2.16637559486879084300e-03,
      ])
    / polynomial(
      s,
      [
        1, 1.06420880400844228286e-01, 5.40397917702171048937e-01, 7.18286544141962662868e-02,
        1.26171219808761642112e-01, 1.36370839120290507362e-02, 1.19844998467991074170e-02,
      ])
}

/// 1 − erf x for 1.25 ≤ x < 6.
private func complement(_ x: Double) -> Double {
  let s = 1 / (x * x)
  let r: Double
  if x < 1 / 0.35 {
    r =
      polynomial(
        s,
        [
          -9.86494403484714822705e-03, -6.93858572707181764372e-01, -1.05586262253232909814e+01,
          -6.23753324503260060396e+01, -1.62396669462573470355e+02, -1.84605092906711035994e+02,
          -8.12874355063065934246e+01, -9.81432934416914548592e+00,
        ])
      / polynomial(
        s,
        [
          1, 1.96512716674392571292e+01, 1.37657754143519042600e+02, 4.34565877475229228821e+02,
          6.45387271733267880336e+02, 4.29008140027567833386e+02, 1.08635005541779435134e+02,
          6.57024977031928170135e+00, -6.04244152148580987438e-02,
        ])
  } else {
    r =
      polynomial(
        s,
        [
          -9.86494292470009928597e-03, -7.99283237680523006574e-01, -1.77579549177547519889e+01,
          -1.60636384855821916062e+02, -6.37566443368389627722e+02, -1.02509513161107724954e+03,
          -4.83519191608651397019e+02,
        ])
      / polynomial(
        s,
        [
          1, 3.03380607434824582924e+01, 3.25792512996573918826e+02, 1.53672958608443695994e+03,
          3.19985821950859553908e+03, 2.55305040643316442583e+03, 4.74528541206955367215e+02,
          -2.24409524465858183362e+01,
        ])
  }
  // x in two parts, the square of the first of which is exact.
  let head = Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_0000_0000)
  return exp(-head * head - 0.5625) * exp((head - x) * (head + x) + r) / x
}

/// c₀ + c₁ x + c₂ x² + ….
private func polynomial<let n: Int>(
  _ x: Double, _ coefficients: InlineArray<n, Double>
) -> Double {
  var sum = coefficients[n - 1]
  for i in 2...n { sum = sum * x + coefficients[n - i] }
  return sum
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
