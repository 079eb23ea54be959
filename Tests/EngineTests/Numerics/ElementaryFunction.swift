import Foundation
import Lab

#if arch(x86_64)
  /// What references are computed in: 64 bits of precision, eleven more than Double.
  typealias Extended = Float80
#else
  /// What references are computed in. Where there is nothing better than Double, glibc's own error of
  /// less than a unit is part of what is measured.
  typealias Extended = Double
#endif

/// A function of `Numerics`: what its comment promises, the hash of its bits, and glibc's function
/// beside it.
struct ElementaryFunction: Sendable {
  let name: String
  /// The largest error that the comment promises, in units of the last place of the exact result.
  let promised: Double
  /// The hash of the results' bits over the grid: the same on every machine.
  let hash: UInt64
  private let measure: @Sendable () -> Measurement

  struct Measurement: Sendable {
    var ulps = 0.0
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    /// Arguments at which one is finite, or a number, and the other is not.
    var strays: [Double] = []
    var count = 0
  }

  /// The measurements of all, made once.
  static let measured: [String: Measurement] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.name, $0.measure()) })

  /// A function in single precision, at every 1021st of all bit patterns, beside glibc's in double.
  init(
    single name: String, promised: Double, hash: UInt64,
    _ ours: @escaping @Sendable (Float) -> Float,
    _ reference: @escaping @Sendable (Double) -> Double
  ) {
    self.name = name
    self.promised = promised
    self.hash = hash
    measure = {
      var result = Measurement()
      for bits in stride(from: UInt64(0), to: 1 << 32, by: 1021) {
        let x = Float(bitPattern: UInt32(bits))
        let y = ours(x)
        let exact = reference(Double(x))
        result.add(y.isNaN ? 0x7FC0_0000 : UInt64(y.bitPattern))
        result.compare(Double(y), Float(exact), exact - Double(y), at: Double(x))
      }
      return result
    }
  }

  /// A function in double precision, at 64 numbers of every exponent and sign, on two dense lines,
  /// and at the special values, beside glibc's in extended precision.
  init(
    double name: String, promised: Double, hash: UInt64, within domain: ClosedRange<Double>,
    lines: [ClosedRange<Double>], _ ours: @escaping @Sendable (Double) -> Double,
    _ reference: @escaping @Sendable (Extended) -> Extended
  ) {
    self.name = name
    self.promised = promised
    self.hash = hash
    measure = {
      var result = Measurement()
      func check(_ x: Double) {
        guard domain.contains(x) || x.isNaN else { return }
        let y = ours(x)
        let exact = reference(Extended(x))
        result.add(y.isNaN ? 0x7FF8_0000_0000_0000 : y.bitPattern)
        result.compare(y, Double(exact), Double(exact - Extended(y)), at: x)
      }
      for exponent in UInt64(0)..<2047 {
        for m in UInt64(0)..<64 {
          let size = Double(bitPattern: exponent << 52 | (m &* 0x9e37_79b9_7f4a_7c15) >> 12)
          check(size)
          check(-size)
        }
      }
      for line in lines {
        for i in 0...400_000 {
          let t = Double(i) / 400_000
          check(line.lowerBound * (1 - t) + line.upperBound * t)
        }
      }
      for x in [.infinity, -.infinity, .nan, Double.greatestFiniteMagnitude] { check(x) }
      return result
    }
  }
}

extension ElementaryFunction.Measurement {
  /// Adds bits to the hash (FNV-1a, a word at a time).
  fileprivate mutating func add(_ bits: UInt64) {
    count += 1
    hash = (hash ^ bits) &* 0x100_0000_01b3
  }

  /// Compares a result with the exact one, of which `rounded` is the nearest number of the type.
  fileprivate mutating func compare<T: BinaryFloatingPoint>(
    _ y: Double, _ rounded: T, _ difference: Double, at x: Double
  ) {
    if y.isNaN || rounded.isNaN || y.isInfinite || rounded.isInfinite {
      let same = y.isNaN && rounded.isNaN || y == Double(rounded)
      if !same { strays.append(x) }
    } else if y == 0 && rounded == 0 {
      if y.sign != rounded.sign { strays.append(x) }
    } else {
      ulps = max(ulps, abs(difference) / Double(rounded.ulp))
    }
  }
}
