import Foundation
import Lab

extension ElementaryFunction {
  static let all: [ElementaryFunction] = singles + doubles + powers

  private static let everywhere = -Double.infinity...Double.infinity

  private static let singles: [ElementaryFunction] = [
    ElementaryFunction(
      single: "exp (Float)", promised: 1, hash: 10854535698732030872, { Numerics.exp($0) },
      { Foundation.exp($0) }),
    ElementaryFunction(
      single: "log (Float)", promised: 1, hash: 8948484826332106407, { Numerics.log($0) },
      { Foundation.log($0) }),
    ElementaryFunction(
      single: "tanh (Float)", promised: 2, hash: 1147299930406361878, { Numerics.tanh($0) },
      { Foundation.tanh($0) }),
    ElementaryFunction(
      single: "sigmoid (Float)", promised: 3, hash: 1010173970041461396, { Numerics.sigmoid($0) },
      { 1 / (1 + Foundation.exp(-$0)) }),
    ElementaryFunction(
      single: "erf (Float)", promised: 3, hash: 10390740211193229589, { Numerics.erf($0) },
      { Foundation.erf($0) }),
  ]

  private static let doubles: [ElementaryFunction] = [
    ElementaryFunction(
      double: "exp (Double)", promised: 1, hash: 3171519867318282792, within: everywhere,
      lines: [-746...710, -2...2], { Numerics.exp($0) }, { Foundation.exp($0) }),
    ElementaryFunction(
      double: "log (Double)", promised: 1, hash: 10009928914625590966, within: everywhere,
      lines: [1e-300...1e300, 0.3...3], { Numerics.log($0) }, { Foundation.log($0) }),
    ElementaryFunction(
      double: "tanh (Double)", promised: 2, hash: 5623845041136775862, within: everywhere,
      lines: [-22...22, -1...1], { Numerics.tanh($0) }, { Foundation.tanh($0) }),
    ElementaryFunction(
      double: "sigmoid (Double)", promised: 3, hash: 10114521155809889541, within: everywhere,
      lines: [-745...40, -5...5], { Numerics.sigmoid($0) }, { 1 / (1 + Foundation.exp(-$0)) }),
    ElementaryFunction(
      double: "erf (Double)", promised: 1, hash: 8709443299408254938, within: everywhere,
      lines: [-7...7, -1...1],
      { Numerics.erf($0) }, { Foundation.erf($0) }),
    ElementaryFunction(
      double: "sin (Double)", promised: 2, hash: 4447958004496981179, within: -1e5...1e5,
      lines: [-1e5...1e5, -7...7], { Numerics.sin($0) }, { Foundation.sin($0) }),
    ElementaryFunction(
      double: "cos (Double)", promised: 2, hash: 879501590042876341, within: -1e5...1e5,
      lines: [-1e5...1e5, -7...7], { Numerics.cos($0) }, { Foundation.cos($0) }),
  ]

  private static let powers: [ElementaryFunction] = [
    power(0.5, hash: 12234508379041352816), power(-1.5, hash: 1064995728095430820),
    power(3, hash: 9961124642910773527), power(-64, hash: 6970134798566454907),
    power(100.5, hash: 6606218193081055525),
    ElementaryFunction(
      double: "pow of 1023/1024 (Double)", promised: 1, hash: 16271360903239887139,
      within: 0...1e300,
      lines: [0...10_000, 0...800_000], { Numerics.pow(0.9990234375, $0) },
      { Foundation.pow(0.9990234375, $0) }),
  ]

  /// x to one power y.
  private static func power(_ y: Double, hash: UInt64) -> ElementaryFunction {
    ElementaryFunction(
      double: "pow to \(y) (Double)", promised: 1, hash: hash, within: everywhere,
      lines: [0...100, 0.5...2], { Numerics.pow($0, y) }, { Foundation.pow($0, Extended(y)) })
  }
}
