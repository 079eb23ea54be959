import Foundation
import Lab
import Testing

/// Our elementary functions beside glibc's over dense grids: the distance in units of the last place,
/// and a hash of our bits that must be the same on every machine.
@Suite struct ElementaryFunctionTests {
  @Test(arguments: ElementaryFunction.all.indices)
  func keepsItsPromise(_ index: Int) {
    let function = ElementaryFunction.all[index]
    let found = ElementaryFunction.measured[function.name]!
    #expect(found.count > 300_000)
    #expect(found.ulps <= function.promised, "\(function.name): \(found.ulps) ulp")
    #expect(found.strays.isEmpty, "\(function.name): \(found.strays.prefix(5))")
    #expect(found.hash == function.hash, "\(function.name): the bits' hash is \(found.hash)")
  }

  /// Subnormal results are kept: claims about softmax in single precision depend on it (X06).
  @Test func subnormalResultsAreKept() {
    #expect(Numerics.exp(Float(-103)) == Float(Foundation.exp(-103.0)))
    #expect(Numerics.exp(Float(-104)) == 0 && Numerics.exp(-744.0) > 0)
    #expect(Numerics.sigmoid(Float(-103)) > 0 && Numerics.sigmoid(-744.0) > 0)
    #expect(Numerics.pow(10, -320) == Double("1e-320")! && Numerics.pow(2, -1074) == 0x1p-1074)
  }

  @Test func valuesThatAreExact() {
    #expect(Numerics.exp(0.0) == 1 && Numerics.log(1.0) == 0 && Numerics.sigmoid(Float(0)) == 0.5)
    #expect(Numerics.pow(2, 10) == 1024 && Numerics.pow(10, -2) == 0.01)
    #expect(Numerics.pow(9, 0.5) == 3 && Numerics.pow(27, 2) == 729)
    #expect((0...22).allSatisfy { Numerics.pow(10, Double($0)) == Double("1e\($0)")! })
  }

  /// Nothing asks for not-a-number: it comes through the arithmetic with its sign and its payload.
  @Test(arguments: [Float.nan, -Float.nan, Float(bitPattern: 0x7FC0_1234)])
  func exponentialsOfNotANumber(_ x: Float) {
    #expect(Numerics.exp(x).bitPattern == x.bitPattern)
  }

  @Test func powersAtTheEdges() {
    let values = [0, -0.0, 1, -1, 0.5, -2, 3, .infinity, -.infinity, .nan]
    for x in values {
      for y in values {
        let (ours, theirs) = (Numerics.pow(x, y), Foundation.pow(x, y))
        let same = ours == theirs && ours.sign == theirs.sign || ours.isNaN && theirs.isNaN
        #expect(same, "pow(\(x), \(y)) is \(ours), and \(theirs) in glibc")
      }
    }
  }
}
