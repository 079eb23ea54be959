import Autograd
import Kernels
import Numerics

/// Adds waves of many lengths to a sequence, so that attention can tell its steps apart (Vaswani et
/// al. 2017, §3.5): sin(t / 10000^(2i/d)) to number 2i of step t and the cosine to number 2i + 1.
///
/// Nothing is learned. `[batch, time, dimensions]` keeps its shape.
public struct PositionalEncoding: Layer {
  /// How many numbers a step has.
  public let dimensions: Int
  /// The longest sequence.
  public let maxLength: Int
  private let waves: [Real]

  /// An encoding of positions; sequences have up to `maxLength` steps, 512 by default.
  public init(_ dimensions: Int, maxLength: Int = 512) {
    require(
      dimensions >= 1 && maxLength >= 1 && maxLength <= 100_000,
      "PositionalEncoding(\(dimensions), maxLength: \(maxLength)) needs dimensions, and 1 to 100000 steps"
    )
    self.dimensions = dimensions
    self.maxLength = maxLength
    let rates = (0..<dimensions).map { j in
      exp(-log(10_000) * Double(j / 2 * 2) / Double(dimensions))
    }
    waves = (0..<maxLength).flatMap { t in
      rates.enumerated().map { j, rate in
        Real(j % 2 == 0 ? sin(Double(t) * rate) : cos(Double(t) * rate))
      }
    }
  }

  /// x plus the waves.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let row = x.rowLength("PositionalEncoding", dimensions, maxLength)
    return x.addingToSequences(x.tape.constant(waves[..<row], Shape(row)))
  }
}

/// Adds a learned vector to each step of a sequence, so that attention can tell its steps apart (GPT,
/// BERT). `[batch, time, dimensions]` keeps its shape.
///
/// The vectors start normal with variance 1, as those of an `Embedding`.
public struct PositionEmbedding: Layer {
  /// How many numbers a step has.
  public let dimensions: Int
  /// The longest sequence.
  public let maxLength: Int
  private var weight: Parameter?

  /// Learned positions; sequences have up to `maxLength` steps.
  public init(_ dimensions: Int, maxLength: Int) {
    require(
      dimensions >= 1 && maxLength >= 1,
      "PositionEmbedding(\(dimensions), maxLength: \(maxLength)) has no weights")
    self.dimensions = dimensions
    self.maxLength = maxLength
  }

  /// Declares `weight`, `[maxLength, dimensions]`.
  public mutating func declare(in list: inout ParameterList) {
    weight = list.declare(
      "weight", Shape(maxLength, dimensions), .weight, .normal(standardDeviation: 1))
  }

  /// x plus the vectors.
  public func callAsFunction(_ x: Tensor, _ pass: Pass) -> Tensor {
    let row = x.rowLength("PositionEmbedding", dimensions, maxLength)
    return x.addingToSequences(pass[weight].prefix(Shape(row)))
  }
}

extension Tensor {
  /// How many numbers a sequence has, after the checks of a layer of positions.
  fileprivate func rowLength(_ name: StaticString, _ dimensions: Int, _ maxLength: Int) -> Int {
    require(
      shape.rank == 3 && shape[2] == dimensions && shape[1] >= 1 && shape[1] <= maxLength,
      "\(name)(\(dimensions), maxLength: \(maxLength)) takes [batch, time, \(dimensions)] of 1 to \(maxLength) steps, and got \(shape)"
    )
    return shape[1] * dimensions
  }

  /// The sum with a row that is as long as a sequence.
  fileprivate func addingToSequences(_ row: Tensor) -> Tensor {
    (reshaped(Shape(shape[0], row.shape[0])) + row).reshaped(shape)
  }
}
