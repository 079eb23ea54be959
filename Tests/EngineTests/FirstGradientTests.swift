import Autograd
import Kernels
import Testing

@testable import Training

/// Gradients are not cleared before a step: the first that comes is written, with the bits of a sum
/// from 0, whatever the memory held.
@Suite struct FirstGradientTests {
  private static let n = 37
  private let a = KernelTests.numbers(n, 1)
  /// Zeros of both signs among the numbers.
  private let b = KernelTests.numbers(n, 2).enumerated().map {
    $0.offset % 3 == 0 ? $0.offset % 2 == 0 ? 0 : -0.0 : $0.element
  }

  @Test(arguments: ["scaled", "product", "where positive"])
  func hasTheBitsOfASumFromZero(_ name: String) {
    func run(_ out: inout [Real], isFirst: Bool) {
      switch name {
      case "scaled": addScaled(b, by: -2, into: &out, isFirst: isFirst, b.count)
      case "product": addProduct(a, b, into: &out, isFirst: isFirst, b.count)
      default: addWherePositive(b, a, into: &out, isFirst: isFirst, b.count)
      }
    }
    var cleared = [Real](repeating: 0, count: b.count)
    run(&cleared, isFirst: false)
    var written = [Real](repeating: .nan, count: b.count)
    run(&written, isFirst: true)
    #expect(written.map(\.bitPattern) == cleared.map(\.bitPattern))
  }

  @Test func aParameterUsedTwiceGetsTheSum() {
    let tape = Tape()
    defer { tape.release() }
    let w = Buffer([2, 3])
    let gradient = Buffer([.nan, .nan])
    var isWritten = false
    withUnsafeMutablePointer(to: &isWritten) { mark in
      func use() -> Tensor {
        tape.parameter(w.base, gradient: gradient.base, isWritten: mark, Shape(2))
      }
      (5 * use() + use().reshaped(Shape(1, 2)).reshaped(Shape(2))).sum().backward()
    }
    #expect(isWritten)
    #expect(gradient.values == [6, 6])
  }

  @Test func whatTheLossDoesNotDependOnHasAGradientOfZero() {
    let trainer = Trainer(
      Network(seed: 1) {
        Linear(2, 2)
        Linear(2, 2)
      }, with: SGD(learningRate: 0.1))
    trainer.step { $0($0.tape.constant([1, 2], Shape(1, 2))).sum() }
    #expect(trainer.gradient(of: "0.weight") != [0, 0, 0, 0])
    let bias = trainer.network.parameter(named: "1.bias")
    trainer.step { $0[bias].sum() }
    #expect(trainer.gradient(of: "0.weight") == [0, 0, 0, 0])
    #expect(trainer.gradient(of: "1.bias") == [1, 1])
  }

  @Test(arguments: [(1, 1), (32, 64), (32, 10), (5, 47), (128, 512), (30, 300), (0, 40)])
  func sumsColumnsInTheirOrder(_ rows: Int, _ columns: Int) {
    let x = KernelTests.numbers(rows * columns, 3)
    let start = KernelTests.numbers(columns, 4)
    var expected = start
    for i in 0..<rows { for j in 0..<columns { expected[j] += x[i * columns + j] } }
    var found = start
    addColumnSums(x, into: &found, rows: rows, columns: columns)
    #expect(found == expected)
  }
}
