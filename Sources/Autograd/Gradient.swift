import Kernels
import Numerics

/// Where a tensor's gradient goes. Nothing clears it before a step: what comes first is written, and
/// what comes later is added.
struct Gradient {
  let base: UnsafeMutablePointer<Real>
  /// Whether something was written; nil where all is added to what is there.
  private let isWritten: UnsafeMutablePointer<Bool>?

  init(_ base: UnsafeMutablePointer<Real>, isWritten: UnsafeMutablePointer<Bool>?) {
    self.base = base
    self.isWritten = isWritten
  }

  /// Whether nothing came yet.
  var isEmpty: Bool { isWritten.map { !$0.pointee } ?? false }

  /// The numbers for somebody who writes all of them if nothing came yet, and adds otherwise.
  func taken() -> (base: UnsafeMutablePointer<Real>, isFirst: Bool) {
    let isFirst = isEmpty
    if isFirst { isWritten?.pointee = true }
    return (base, isFirst)
  }

  /// The `count` numbers for somebody who can only add.
  func added(_ count: Int) -> UnsafeMutablePointer<Real> {
    if taken().isFirst { base.update(repeating: 0, count: count) }
    return base
  }
}
