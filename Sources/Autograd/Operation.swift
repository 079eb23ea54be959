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
  // Activations.
  case rectify
  case sigmoid
  case tanh
  case leakyRectify
  case gelu
  case softmax
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
}
