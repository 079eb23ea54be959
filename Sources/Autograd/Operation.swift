/// What made a tensor. The list is the table of contents of the operations' files.
enum Operation: UInt8, CaseIterable {
  // Leaves.
  case constant
  case parameter
  // Arithmetic.
  case add
  case addRow
  case subtract
  case multiply
  case scale
  case matrixProduct
  case linear
  // Shapes.
  case reshape
  case concatenate
  // Activations.
  case rectify
  case sigmoid
  case tanh
  case leakyRectify
  case gelu
  case softmax
  // Randomness.
  case mask
  case addNoise
  case standoutMean
  case dropConnect
  case gaussianMean
  // Images.
  case convolution
  case maxPool
  case averagePool
  case batchNorm
  // Sequences.
  case embedding
  case recurrence
  case lstm
  case gru
  case lastStep
  case layerNorm
  case attention
  // Reductions.
  case sum
  case sumOfSquares
  case sumOfMagnitudes
  // Losses.
  case meanSquaredError
  case crossEntropy
  case softCrossEntropy
  case smoothedCrossEntropy
  case logProbability
  case entropy
  case binaryCrossEntropy

  /// Whether the result may change once it is there: its gradient does without it.
  var isFreeOfItsResult: Bool { self == .linear || self == .convolution || self == .batchNorm }
}
