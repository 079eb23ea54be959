import Foundation
import Lab
import Testing

/// Our elementary functions beside glibc's: the distance in units in the last place, and a hash of
/// our bits that must be the same on every machine.
@Suite struct ElementaryFunctionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let range: ClosedRange<Double>
    let ours: @Sendable (Double) -> Double
    let reference: @Sendable (Double) -> Double
    let ulps: Double
    let hash: UInt64
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "exp", range: -745...709, ours: { Numerics.exp($0) }, reference: { Foundation.exp($0) },
      ulps: 1.5, hash: 15203977015854036285),
    Case(
      name: "exp near 0", range: -2...2, ours: { Numerics.exp($0) },
      reference: { Foundation.exp($0) }, ulps: 1, hash: 1309332866652451583),
    Case(
      name: "log", range: 1e-300...1e300, ours: { Numerics.log($0) },
      reference: { Foundation.log($0) }, ulps: 1, hash: 9561844356494025624),
    Case(
      name: "log near 1", range: 0.3...3, ours: { Numerics.log($0) },
      reference: { Foundation.log($0) }, ulps: 1.5, hash: 3152718583733086099),
    Case(
      name: "sin", range: -100...100, ours: { Numerics.sin($0) },
      reference: { Foundation.sin($0) }, ulps: 1.5, hash: 1870882445226130923),
    Case(
      name: "cos", range: -100...100, ours: { Numerics.cos($0) },
      reference: { Foundation.cos($0) }, ulps: 1.5, hash: 1992499449155084572),
    Case(
      name: "tanh", range: -22...22, ours: { Numerics.tanh($0) },
      reference: { Foundation.tanh($0) }, ulps: 3, hash: 17988903446507721945),
    Case(
      name: "float exp", range: -104...89, ours: { Double(Numerics.exp(Float($0))) },
      reference: { Double(Float(Foundation.exp(Double(Float($0))))) }, ulps: 1.5,
      hash: 4737928699992154847),
  ]

  @Test(arguments: cases)
  func isCloseAndHasTheSameBits(_ function: Case) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var worst = 0.0
    let count = 200_000
    let isFloat = function.name.hasPrefix("float")
    for i in 0...count {
      let t = Double(i) / Double(count)
      let x = function.range.lowerBound * (1 - t) + function.range.upperBound * t
      let y = function.ours(x)
      hash = (hash ^ y.bitPattern) &* 0x100_0000_01b3
      let reference = function.reference(x)
      let unit = isFloat ? Double(Float(reference).ulp) : reference.ulp
      if y != reference { worst = max(worst, abs(y - reference) / unit) }
    }
    #expect(worst <= function.ulps, "\(function.name): \(worst) ulp")
    #expect(hash == function.hash, "\(function.name): the bits' hash is \(hash)")
  }

  @Test func specialValues() {
    #expect(Numerics.exp(Double.nan).isNaN && Numerics.exp(Float.nan).isNaN)
    #expect(Numerics.exp(-Double.infinity) == 0 && Numerics.exp(Double.infinity) == .infinity)
    #expect(Numerics.exp(Float(-200)) == 0 && Numerics.exp(Float(100)) == .infinity)
    // Subnormal results are kept (claims of the articles about float32 softmax depend on it).
    #expect(Numerics.exp(Float(-103)) == Float(Foundation.exp(-103.0)))
    #expect(Numerics.exp(-744.0) > 0)
    #expect(Numerics.log(0.0) == -.infinity && Numerics.log(-1.0).isNaN && Numerics.log(1.0) == 0)
    #expect(Numerics.pow(2, 10) == 1024 && Numerics.pow(10, -2) == 0.01 && Numerics.pow(0, 0) == 1)
  }
}
