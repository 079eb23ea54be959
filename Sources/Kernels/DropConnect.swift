import Numerics

/// Draws the masks of a DropConnect product row by row: example e has a mask of (inputs + 1) rows of
/// `outputs` numbers, the last for the biases. Nothing is kept: a row is a function of its place.
public struct DropConnectMask {
  let random: RandomStream
  let p: Double

  /// Masks that are 0 with probability p and 1 otherwise.
  public init(_ random: RandomStream, p: Double) {
    self.random = random
    self.p = p
  }

  @inline(__always)
  func draw(row: Int, into out: UnsafeMutablePointer<Real>, _ outputs: Int) {
    dropoutMask(random, p: p, kept: 1, firstBlock: row * ((outputs + 3) / 4), into: out, outputs)
  }
}

/// out = x (M ∘ W) + m ∘ b, a mask M, m for each row of x; the sum as in `linear`.
///
/// - Parameter scratch: Room for `outputs` numbers.
public func dropConnect(
  _ x: UnsafePointer<Real>, _ weight: UnsafePointer<Real>, _ bias: UnsafePointer<Real>,
  _ mask: DropConnectMask, scratch: UnsafeMutablePointer<Real>,
  into out: UnsafeMutablePointer<Real>, rows: Int, inputs: Int, outputs: Int
) {
  for e in 0..<rows {
    let target = out + e * outputs
    mask.draw(row: e * (inputs + 1) + inputs, into: scratch, outputs)
    multiply(bias, scratch, into: target, outputs)
    for i in 0..<inputs {
      mask.draw(row: e * (inputs + 1) + i, into: scratch, outputs)
      let v = x[e * inputs + i]
      let row = weight + i * outputs
      for j in 0..<outputs { target[j] += v * (scratch[j] * row[j]) }
    }
  }
}

/// Adds what a DropConnect product owes to its inputs, weights and biases, where these are wanted.
///
/// - Parameter scratch: Room for 2 · `outputs` numbers.
public func addDropConnectGradient(
  _ gradient: UnsafePointer<Real>, _ x: UnsafePointer<Real>, _ weight: UnsafePointer<Real>,
  _ mask: DropConnectMask, scratch: UnsafeMutablePointer<Real>,
  inputs dx: UnsafeMutablePointer<Real>?, weights dw: UnsafeMutablePointer<Real>?,
  biases db: UnsafeMutablePointer<Real>?, rows: Int, inputs: Int, outputs: Int
) {
  let products = scratch + outputs
  for e in 0..<rows {
    let g = gradient + e * outputs
    if let db {
      mask.draw(row: e * (inputs + 1) + inputs, into: scratch, outputs)
      addProduct(g, scratch, into: db, outputs)
    }
    guard dx != nil || dw != nil else { continue }
    for i in 0..<inputs {
      mask.draw(row: e * (inputs + 1) + i, into: scratch, outputs)
      multiply(scratch, g, into: scratch, outputs)
      if let dw { addScaled(scratch, by: x[e * inputs + i], into: dw + i * outputs, outputs) }
      if let dx {
        multiply(scratch, weight + i * outputs, into: products, outputs)
        dx[e * inputs + i] += sum(products, outputs)
      }
    }
  }
}
