// Sequences lie batch-major, [batch, time, columns]; recurrent layers work time-major,
// [time, batch, columns], so that a step's examples are the rows of one matrix.

/// out[t, b] = x[b, t] · mask[b], for every step t and example b; a nil `mask` is 1 everywhere.
public func toTimeMajor(
  _ x: UnsafePointer<Real>, mask: UnsafePointer<Real>?, into out: UnsafeMutablePointer<Real>,
  batch: Int, time: Int, columns: Int
) {
  for t in 0..<time {
    for b in 0..<batch {
      let source = x + (b * time + t) * columns
      let target = out + (t * batch + b) * columns
      if let factors = mask.map({ $0 + b * columns }) {
        for j in 0..<columns { target[j] = source[j] * factors[j] }
      } else {
        target.update(from: source, count: columns)
      }
    }
  }
}

/// out[b, t] = x[t, b]
public func toBatchMajor(
  _ x: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, batch: Int, time: Int,
  columns: Int
) {
  for b in 0..<batch {
    for t in 0..<time {
      (out + (b * time + t) * columns).update(from: x + (t * batch + b) * columns, count: columns)
    }
  }
}

/// out[b, t] += x[t, b] · mask[b]; a nil `mask` is 1 everywhere.
public func addToBatchMajor(
  _ x: UnsafePointer<Real>, mask: UnsafePointer<Real>?, into out: UnsafeMutablePointer<Real>,
  batch: Int, time: Int, columns: Int
) {
  for b in 0..<batch {
    for t in 0..<time {
      let source = x + (t * batch + b) * columns
      let target = out + (b * time + t) * columns
      if let factors = mask.map({ $0 + b * columns }) {
        for j in 0..<columns { target[j] += source[j] * factors[j] }
      } else {
        for j in 0..<columns { target[j] += source[j] }
      }
    }
  }
}
