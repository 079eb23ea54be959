import Autograd
import Kernels
import Numerics

@testable import Training

let visionCases: [OperationCase] = [
  OperationCase("convolution", [Shape(2, 4, 5, 3), Shape(3, 2, 3, 4), Shape(4)]) {
    weighted(conv2d($0[0], $0[1], $0[2]))
  },
  OperationCase("convolution with padding", [Shape(2, 4, 5, 2), Shape(3, 3, 2, 3), Shape(3)]) {
    weighted(conv2d($0[0], $0[1], $0[2], padding: 2))
  },
  OperationCase("convolution with a stride", [Shape(2, 6, 5, 2), Shape(3, 3, 2, 3)]) {
    weighted(conv2d($0[0], $0[1], nil, stride: 2, padding: 1))
  },
  OperationCase("circular convolution", [Shape(2, 4, 5, 2), Shape(3, 3, 2, 3), Shape(3)]) {
    weighted(conv2d($0[0], $0[1], $0[2], stride: 2, padding: 2, circular: true))
  },
  OperationCase("convolution of sequences", [Shape(2, 7, 2), Shape(3, 2, 3), Shape(3)]) {
    weighted(conv1d($0[0], $0[1], $0[2], stride: 2, padding: 1))
  },
  OperationCase("convolution of one tensor with itself", [Shape(2, 2, 2, 2)]) {
    weighted(conv2d($0[0], $0[0], nil, padding: 1))
  },
  OperationCase("max pool", [Shape(2, 5, 6, 3)]) { weighted(maxPool2d($0[0], 2)) },
  OperationCase("overlapping max pool of sequences", [Shape(2, 7, 3)]) {
    weighted(maxPool1d($0[0], 3, stride: 2))
  },
  OperationCase("average pool", [Shape(2, 5, 6, 3)]) { weighted(avgPool2d($0[0], 2)) },
  OperationCase("overlapping average pool of sequences", [Shape(2, 7, 3)]) {
    weighted(avgPool1d($0[0], 3, stride: 2))
  },
  OperationCase("global average pool", [Shape(2, 3, 4, 3)]) { weighted(globalAveragePool($0[0])) },
  OperationCase("batch norm", [Shape(7, 3), Shape(3), Shape(3)]) {
    weighted(batchNorm($0[0], $0[1], $0[2]))
  },
  OperationCase("batch norm of images", [Shape(3, 5, 5, 2), Shape(2), Shape(2)]) {
    weighted(batchNorm($0[0], $0[1], $0[2], eps: 0.1))
  },
  OperationCase("batch norm with given statistics", [Shape(3, 2, 2, 2), Shape(2), Shape(2)]) {
    let (x, weight, bias) = ($0[0], $0[1], $0[2])
    let statistics: [Real] = [0.5, -1, 2, 3]
    return statistics.withUnsafeBufferPointer {
      weighted(
        batchNorm(x, weight, bias, mean: $0.baseAddress!, variance: $0.baseAddress! + 2))
    }
  },
  OperationCase("spatial dropout", [Shape(2, 2, 3, 4)]) {
    weighted(dropout($0[0], p: 0.5, sharing: .positions, RandomStream(seed: 1, "mask")))
  },
  OperationCase("row dropout", [Shape(6, 3)]) {
    weighted(
      dropout($0[0], p: 0.5, inverted: false, sharing: .entries, RandomStream(seed: 1, "mask")))
  },
  OperationCase("DropBlock", [Shape(2, 5, 5, 2)]) {
    weighted(dropBlock2d($0[0], p: 0.4, blockSize: 3, RandomStream(seed: 3, "mask")))
  },
]

let visionLayerCases: [LayerCase] = [
  LayerCase("Conv2d", Shape(2, 4, 4, 2)) { Conv2d(2, 3, kernel: 3, stride: 2, padding: 1) },
  LayerCase("Conv2d, circular, no bias", Shape(2, 4, 4, 2)) {
    Conv2d(2, 3, kernel: 3, padding: 1, circular: true, bias: false)
  },
  LayerCase("Conv1d", Shape(2, 6, 2)) { Conv1d(2, 3, kernel: 3, padding: 1) },
  LayerCase("MaxPool2d", Shape(2, 4, 4, 2)) { MaxPool2d(2) },
  LayerCase("MaxPool1d", Shape(2, 6, 2)) { MaxPool1d(2) },
  LayerCase("AvgPool2d", Shape(2, 4, 4, 2)) { AvgPool2d(3, stride: 1) },
  LayerCase("AvgPool1d", Shape(2, 6, 2)) { AvgPool1d(2) },
  LayerCase("GlobalAvgPool2d", Shape(2, 3, 4, 2)) { GlobalAvgPool2d() },
  LayerCase("GlobalAvgPool1d", Shape(2, 5, 2)) { GlobalAvgPool1d() },
  LayerCase("BatchNorm", Shape(5, 3)) { BatchNorm(3) },
  LayerCase("BatchNorm, evaluation", Shape(5, 3), .evaluation) { BatchNorm(3) },
  LayerCase("Flatten and Unflatten", Shape(2, 8)) {
    Unflatten(2, 2, 2)
    Conv2d(2, 2, kernel: 2, padding: 1)
    Flatten()
    Unflatten(9, 2)
  },
  LayerCase("Sequential", Shape(3, 4)) {
    Sequential {
      Linear(4, 3)
      Sigmoid()
    }
  },
  LayerCase("Residual", Shape(3, 4)) {
    Residual {
      Linear(4, 4)
      BatchNorm(4)
    }
  },
  LayerCase("Residual with a shortcut and an activation", Shape(2, 4, 4, 2)) {
    Residual(activation: Sigmoid()) {
      Conv2d(2, 3, kernel: 3, stride: 2, padding: 1)
      Sigmoid()
      Conv2d(3, 3, kernel: 3, padding: 1)
    } shortcut: {
      Conv2d(2, 3, kernel: 1, stride: 2)
    }
  },
  LayerCase("StochasticDepth by row", Shape(6, 3)) {
    Residual(depth: StochasticDepth(p: 0.4, mode: .row)) { Linear(3, 3) }
  },
  LayerCase("StochasticDepth by batch", Shape(2, 3)) {
    for depth in StochasticDepth.linear(blocks: 4, last: 0.9) {
      Residual(depth: depth, activation: Sigmoid()) { Linear(3, 3) }
    }
  },
  LayerCase("StochasticDepth, evaluation", Shape(2, 3), .evaluation) {
    Residual(depth: StochasticDepth(p: 0.4, scaling: .evaluation)) { Linear(3, 3) }
  },
  LayerCase("SpatialDropout", Shape(2, 2, 2, 4)) { SpatialDropout(p: 0.5) },
  LayerCase("DropBlock2d", Shape(2, 4, 4, 2)) { DropBlock2d(p: 0.4, blockSize: 2) },
]
