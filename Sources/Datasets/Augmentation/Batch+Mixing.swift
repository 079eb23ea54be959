import Kernels
import Numerics

extension Batch {
  /// Makes room for one more example, once.
  mutating func prepareScratch() {
    if scratch.count < features { scratch = [Real](repeating: 0, count: features) }
  }

  /// Makes soft targets of the labels where there are none: 1 for the label's class, 0 for others.
  mutating func softenTargets() {
    guard targets.isEmpty else { return }
    for label in labels {
      require(
        label >= 0 && label < classes,
        "the label \(label) is not one of the \(classes) classes, 0 to \(classes - 1)")
      for c in 0..<classes { targets.append(c == Int(label) ? 1 : 0) }
    }
  }

  /// Mixes every example's numbers with those of the one before it, the first with the last: `mix`
  /// changes the first of its two and reads the second. Targets become kept · t + (1 − kept) · t'.
  mutating func mixWithPrevious(
    kept: Real, _ mix: (UnsafeMutablePointer<Real>, UnsafePointer<Real>) -> Void
  ) {
    softenTargets()
    prepareScratch()
    if scratch.count < classes { scratch = [Real](repeating: 0, count: classes) }
    Self.roll(&inputs, &scratch, features, mix)
    let classes = classes
    Self.roll(&targets, &scratch, classes) { target, other in
      blend(target, with: other, keeping: kept, classes)
    }
  }

  /// From the last row to the first, so that every partner is still as it was.
  private static func roll(
    _ rows: inout [Real], _ scratch: inout [Real], _ columns: Int,
    _ mix: (UnsafeMutablePointer<Real>, UnsafePointer<Real>) -> Void
  ) {
    rows.withUnsafeMutableBufferPointer { rows in
      scratch.withUnsafeMutableBufferPointer { scratch in
        let count = columns == 0 ? 0 : rows.count / columns
        guard count > 1, let base = rows.baseAddress, let last = scratch.baseAddress else { return }
        last.update(from: base + (count - 1) * columns, count: columns)
        for i in stride(from: count - 1, to: 0, by: -1) {
          mix(base + i * columns, base + (i - 1) * columns)
        }
        mix(base, last)
      }
    }
  }
}

/// a = kept · a + (1 − kept) · b, number by number.
func blend(
  _ a: UnsafeMutablePointer<Real>, with b: UnsafePointer<Real>, keeping kept: Real, _ n: Int
) {
  let other = 1 - kept
  for i in 0..<n { a[i] = kept * a[i] + other * b[i] }
}
