/// What made a tensor. The list is the table of contents of the operations' files.
enum Operation: UInt8 {
  case constant
  case parameter
  case matrixProduct
  case addRow
  case add
  case subtract
  case multiply
  case scale
  case rectify
  case sum
  case sumOfSquares
  case sumOfMagnitudes
  case meanSquaredError
  case crossEntropy
}
