import Autograd
import Kernels
import Numerics
import Training

private let random = RandomStream(seed: 5, "dropout case")

/// Operations with noise; the same stream at every call.
let dropoutCases: [OperationCase] = [
  OperationCase("dropout", [Shape(3, 5)]) { weighted(dropout($0[0], p: 0.4, random)) },
  OperationCase("dropout, standard", [Shape(3, 5)]) {
    weighted(dropout($0[0], p: 0.4, inverted: false, random))
  },
  OperationCase("dropout of positions", [Shape(2, 3, 4)]) {
    weighted(dropout($0[0], p: 0.4, sharing: .positions, random))
  },
  OperationCase("dropout of channels", [Shape(2, 2, 3, 4)]) {
    weighted(dropout($0[0], p: 0.4, sharing: .positions, random))
  },
  OperationCase("dropout of entries", [Shape(4, 3)]) {
    weighted(dropout($0[0], p: 0.4, sharing: .entries, random))
  },
  OperationCase("Gaussian dropout", [Shape(3, 5)]) {
    weighted(gaussianDropout($0[0], p: 0.4, random))
  },
  OperationCase("Gaussian noise", [Shape(3, 5)]) {
    weighted(gaussianNoise($0[0], standardDeviation: 0.4, random))
  },
  OperationCase("standout", [Shape(3, 5), Shape(3, 5)]) {
    weighted(standout($0[0], preactivation: $0[1], alpha: 1.5, beta: 0.2, random))
  },
  OperationCase("standout's mean", [Shape(3, 5), Shape(3, 5)]) {
    weighted(standoutMean($0[0], preactivation: $0[1], alpha: 1.5, beta: 0.2))
  },
  OperationCase("DropConnect", [Shape(3, 4), Shape(4, 6), Shape(6)]) {
    weighted(dropConnect($0[0], $0[1], $0[2], p: 0.4, random))
  },
  OperationCase("DropConnect of a sequence", [Shape(2, 2, 3), Shape(3, 5), Shape(5)]) {
    weighted(dropConnect($0[0], $0[1], $0[2], p: 0.4, random))
  },
  OperationCase("Gaussian mean of relu", [Shape(3, 5), Shape(3, 5)]) {
    weighted(gaussianMean(of: .rectify, $0[0], variance: $0[1] * $0[1]))
  },
  OperationCase("Gaussian mean of tanh", [Shape(3, 5), Shape(3, 5)]) {
    weighted(gaussianMean(of: .tanh, $0[0], variance: $0[1] * $0[1]))
  },
  OperationCase("Gaussian mean of sigmoid", [Shape(3, 5), Shape(3, 5)]) {
    weighted(gaussianMean(of: .sigmoid, $0[0], variance: $0[1] * $0[1]))
  },
]

/// Layers with noise, and their inference.
let dropoutLayerCases: [LayerCase] = [
  LayerCase("Dropout", Shape(3, 4)) { Dropout(p: 0.4) },
  LayerCase("Dropout, standard", Shape(3, 4)) { Dropout(p: 0.4, form: .standard) },
  LayerCase("Dropout, standard, at inference", Shape(3, 4), .evaluation) {
    Dropout(p: 0.4, form: .standard)
  },
  LayerCase("Dropout in sampling", Shape(3, 4), .sampling) { Dropout(p: 0.4) },
  LayerCase("GaussianDropout", Shape(3, 4)) { GaussianDropout(p: 0.4) },
  LayerCase("GaussianNoise", Shape(3, 4)) { GaussianNoise(standardDeviation: 0.4) },
  LayerCase("DropConnect", Shape(3, 4)) { DropConnect(4, 5, p: 0.4) },
  LayerCase("DropConnect, tanh", Shape(3, 4)) { DropConnect(4, 5, p: 0.4, activation: .tanh) },
  LayerCase("DropConnect at inference", Shape(3, 4), .evaluation) { DropConnect(4, 5, p: 0.4) },
  LayerCase("DropConnect, tanh, at inference", Shape(3, 4), .evaluation) {
    DropConnect(4, 5, p: 0.4, activation: .tanh)
  },
  LayerCase("DropConnect, sigmoid, at inference", Shape(3, 4), .evaluation) {
    DropConnect(4, 5, p: 0.4, activation: .sigmoid)
  },
  LayerCase("DropConnect, identity, at inference", Shape(3, 4), .evaluation) {
    DropConnect(4, 5, p: 0.4, activation: .identity)
  },
  LayerCase("Standout", Shape(3, 4)) {
    Linear(4, 5)
    Standout(alpha: 1.5, beta: 0.2)
  },
  LayerCase("Standout, tanh", Shape(3, 4)) { Standout(activation: .tanh) },
  LayerCase("Standout at inference", Shape(3, 4), .evaluation) {
    Linear(4, 5)
    Standout(alpha: 1.5, beta: 0.2, activation: .sigmoid)
  },
]
