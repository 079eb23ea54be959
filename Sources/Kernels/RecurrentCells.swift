import Numerics

// One step of a recurrent cell for a batch: gates [batch, gates · hidden], states [batch, hidden].
// A step's backward loop writes the gradients of its gates before their activation.

/// h = tanh(gates), or max(gates, 0), element by element.
public func recurrentStep(
  _ gates: UnsafePointer<Real>, rectified: Bool, into h: UnsafeMutablePointer<Real>, _ n: Int
) {
  if rectified { rectify(gates, into: h, n) } else { tanh(gates, into: h, n) }
}

/// dGates = dh · (1 − h²), or dh where h > 0.
public func recurrentStepBackward(
  _ dh: UnsafePointer<Real>, _ h: UnsafePointer<Real>, rectified: Bool,
  into dGates: UnsafeMutablePointer<Real>, _ n: Int
) {
  if rectified {
    for i in 0..<n {
      let g = dh[i]
      let v = h[i]
      dGates[i] = v > 0 ? g : 0
    }
  } else {
    for i in 0..<n { dGates[i] = dh[i] * (1 - h[i] * h[i]) }
  }
}

/// A step of a long short-term memory: gates i, f, g, o become σ, σ, tanh, σ of themselves;
/// c = f c₋₁ + i g, squashed = tanh c, h = o · squashed.
public func lstmStep(
  _ gates: UnsafeMutablePointer<Real>, before: UnsafePointer<Real>,
  cell: UnsafeMutablePointer<Real>, squashed: UnsafeMutablePointer<Real>,
  into h: UnsafeMutablePointer<Real>, batch: Int, hidden: Int
) {
  for b in 0..<batch {
    let row = gates + b * 4 * hidden
    let first = b * hidden
    let (i, f, g, o) = (row, row + hidden, row + 2 * hidden, row + 3 * hidden)
    evaluate(Sigmoid.self, 2 * hidden, of: { row[$0] }, into: row)
    evaluate(HyperbolicTangent.self, hidden, of: { g[$0] }, into: g)
    evaluate(Sigmoid.self, hidden, of: { o[$0] }, into: o)
    let (last, c, s, out) = (before + first, cell + first, squashed + first, h + first)
    for j in 0..<hidden { c[j] = f[j] * last[j] + i[j] * g[j] }
    evaluate(HyperbolicTangent.self, hidden, of: { c[$0] }, into: s)
    for j in 0..<hidden { out[j] = o[j] * s[j] }
  }
}

/// What a step owes to its gates and to the cell before: `dc` holds the gradient from later steps
/// and becomes that for earlier ones.
public func lstmStepBackward(
  _ dh: UnsafePointer<Real>, gates: UnsafePointer<Real>, before: UnsafePointer<Real>,
  squashed: UnsafePointer<Real>, dc: UnsafeMutablePointer<Real>,
  into dGates: UnsafeMutablePointer<Real>, batch: Int, hidden: Int
) {
  for b in 0..<batch {
    let row = gates + b * 4 * hidden
    let (i, f, g, o) = (row, row + hidden, row + 2 * hidden, row + 3 * hidden)
    let first = b * hidden
    let (dh, last, s, dc) = (dh + first, before + first, squashed + first, dc + first)
    let out = dGates + b * 4 * hidden
    let (di, df, dg, dO) = (out, out + hidden, out + 2 * hidden, out + 3 * hidden)
    for j in 0..<hidden { dO[j] = dh[j] * s[j] * (o[j] * (1 - o[j])) }
    for j in 0..<hidden { dc[j] += dh[j] * o[j] * (1 - s[j] * s[j]) }
    for j in 0..<hidden { di[j] = dc[j] * g[j] * (i[j] * (1 - i[j])) }
    for j in 0..<hidden { df[j] = dc[j] * last[j] * (f[j] * (1 - f[j])) }
    for j in 0..<hidden { dg[j] = dc[j] * i[j] * (1 - g[j] * g[j]) }
    for j in 0..<hidden { dc[j] *= f[j] }
  }
}

/// A step of a gated recurrent unit: with the recurrent products u, gates r, z, n become
/// σ(r + uᵣ), σ(z + u_z), tanh(n + r uₙ); h = (1 − z) n + z h₋₁.
public func gruStep(
  _ gates: UnsafeMutablePointer<Real>, recurrent: UnsafePointer<Real>,
  before: UnsafePointer<Real>, into h: UnsafeMutablePointer<Real>, batch: Int, hidden: Int
) {
  for b in 0..<batch {
    let row = gates + b * 3 * hidden
    let u = recurrent + b * 3 * hidden
    let (r, z, n) = (row, row + hidden, row + 2 * hidden)
    let (last, out) = (before + b * hidden, h + b * hidden)
    evaluate(Sigmoid.self, 2 * hidden, of: { row[$0] + u[$0] }, into: row)
    let un = u + 2 * hidden
    evaluate(HyperbolicTangent.self, hidden, of: { n[$0] + r[$0] * un[$0] }, into: n)
    for j in 0..<hidden { out[j] = (1 - z[j]) * n[j] + z[j] * last[j] }
  }
}

/// What a step owes to its gates, to the recurrent products, and directly to the state before:
/// `dh` becomes dh · z.
public func gruStepBackward(
  _ dh: UnsafeMutablePointer<Real>, gates: UnsafePointer<Real>, recurrent: UnsafePointer<Real>,
  before: UnsafePointer<Real>, into dGates: UnsafeMutablePointer<Real>,
  dRecurrent: UnsafeMutablePointer<Real>, batch: Int, hidden: Int
) {
  for b in 0..<batch {
    let row = gates + b * 3 * hidden
    let (r, z, n) = (row, row + hidden, row + 2 * hidden)
    let un = recurrent + b * 3 * hidden + 2 * hidden
    let (dh, last) = (dh + b * hidden, before + b * hidden)
    let out = dGates + b * 3 * hidden
    let du = dRecurrent + b * 3 * hidden
    let (dr, dz, dn) = (out, out + hidden, out + 2 * hidden)
    for j in 0..<hidden { dn[j] = dh[j] * (1 - z[j]) * (1 - n[j] * n[j]) }
    for j in 0..<hidden { dz[j] = dh[j] * (last[j] - n[j]) * (z[j] * (1 - z[j])) }
    for j in 0..<hidden { dr[j] = dn[j] * un[j] * (r[j] * (1 - r[j])) }
    for j in 0..<2 * hidden { du[j] = out[j] }
    for j in 0..<hidden { du[2 * hidden + j] = dn[j] * r[j] }
    for j in 0..<hidden { dh[j] *= z[j] }
  }
}
