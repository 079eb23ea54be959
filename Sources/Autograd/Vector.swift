import Numerics

/// A vector of double-precision numbers for exact experiments.
public struct Vector: Sendable, Hashable, RandomAccessCollection, MutableCollection,
  ExpressibleByArrayLiteral, CustomStringConvertible
{
  /// The elements.
  public var elements: [Double]

  /// A vector of the given elements.
  public init(_ elements: some Sequence<Double>) { self.elements = Array(elements) }

  /// `count` times the same number.
  public init(repeating value: Double = 0, count: Int) {
    elements = Array(repeating: value, count: count)
  }

  /// A vector written out.
  public init(arrayLiteral elements: Double...) { self.elements = elements }

  /// The first index.
  public var startIndex: Int { 0 }
  /// One past the last index.
  public var endIndex: Int { elements.count }

  /// An element, from 0.
  public subscript(_ i: Int) -> Double {
    get {
      require(i >= 0 && i < count, "element \(i) is outside a vector of \(count)")
      return elements[i]
    }
    set {
      require(i >= 0 && i < count, "element \(i) is outside a vector of \(count)")
      elements[i] = newValue
    }
  }

  /// The elements between brackets, four digits each.
  public var description: String {
    "[" + map { NumberFormatting.significant($0, digits: 4) }.joined(separator: ", ") + "]"
  }
}

extension Vector {
  /// The sum.
  public static func + (a: Vector, b: Vector) -> Vector { combined(a, b, "+") { $0 + $1 } }
  /// The difference.
  public static func - (a: Vector, b: Vector) -> Vector { combined(a, b, "-") { $0 - $1 } }
  /// The product, element by element.
  public static func * (a: Vector, b: Vector) -> Vector { combined(a, b, "*") { $0 * $1 } }
  /// The quotient, element by element.
  public static func / (a: Vector, b: Vector) -> Vector { combined(a, b, "/") { $0 / $1 } }
  /// Every element times a number.
  public static func * (s: Double, a: Vector) -> Vector { Vector(a.elements.map { s * $0 }) }
  /// Every element divided by a number.
  public static func / (a: Vector, s: Double) -> Vector { Vector(a.elements.map { $0 / s }) }
  /// Every element with the other sign.
  public static prefix func - (a: Vector) -> Vector { Vector(a.elements.map { -$0 }) }
  /// Adds in place.
  public static func += (a: inout Vector, b: Vector) { a = a + b }
  /// Subtracts in place.
  public static func -= (a: inout Vector, b: Vector) { a = a - b }

  /// The scalar product, summed in order.
  public func dot(_ other: Vector) -> Double {
    require(
      count == other.count, "dot takes vectors of one length, not \(count) and \(other.count)")
    var sum = 0.0
    for i in elements.indices { sum += elements[i] * other.elements[i] }
    return sum
  }

  /// The sum of the elements, in order.
  public var sum: Double { elements.reduce(0, +) }
  /// The mean of the elements.
  public var mean: Double { sum / Double(count) }
  /// The Euclidean norm ‖v‖₂.
  public var norm: Double { dot(self).squareRoot() }
  /// The sum of the magnitudes ‖v‖₁.
  public var sumOfMagnitudes: Double { elements.reduce(0) { $0 + abs($1) } }
  /// The largest magnitude ‖v‖_∞; not-a-number if an element is.
  public var largestMagnitude: Double {
    elements.reduce(0) { $0.isNaN || $0 >= abs($1) ? $0 : abs($1) }
  }
  /// How many elements are exactly zero.
  public var zeros: Int { elements.count { $0 == 0 } }
  /// The signs: −1, 0 or 1.
  public var signs: Vector { Vector(elements.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }) }

  private static func combined(
    _ a: Vector, _ b: Vector, _ name: StaticString, _ combine: (Double, Double) -> Double
  ) -> Vector {
    require(
      a.count == b.count, "\(name) takes vectors of one length, not \(a.count) and \(b.count)")
    return Vector(zip(a.elements, b.elements).map { combine($0, $1) })
  }
}
