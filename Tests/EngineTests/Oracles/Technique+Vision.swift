import Lab

@testable import Training

extension Technique {
  static let vision: [Technique] = [
    layer(
      "Convolution of images", "Conv2d", "Conv2d",
      "LeCun et al. 1989; Goodfellow et al. 2016, §9.1",
      ["Conv2d", "Conv2d padding", "Conv2d stride"]
    ) { name in
      switch name {
      case "Conv2d": [Conv2d(3, 4, kernel: 3)]
      case "Conv2d padding": [Conv2d(3, 4, kernel: 3, padding: 1)]
      default: [Conv2d(2, 3, kernel: 3, stride: 2, padding: 1, bias: false)]
      }
    },
    layer(
      "Circular convolution", "Conv2d", "Conv2d(padding_mode='circular')",
      "Goodfellow et al. 2016, §9.1", ["Conv2d circular", "Conv2d circular stride"]
    ) { name in
      name == "Conv2d circular"
        ? [Conv2d(2, 3, kernel: 3, padding: 2, circular: true)]
        : [Conv2d(2, 3, kernel: 3, stride: 2, padding: 1, circular: true)]
    },
    layer(
      "Convolution of sequences", "Conv1d", "Conv1d", "Goodfellow et al. 2016, §9.1",
      ["Conv1d", "Conv1d circular"]
    ) { name in
      name == "Conv1d"
        ? [Conv1d(3, 4, kernel: 3, stride: 2, padding: 1)]
        : [Conv1d(3, 4, kernel: 3, padding: 1, circular: true)]
    },
    layer(
      "Max pooling", "MaxPool2d, MaxPool1d", "MaxPool2d", "Goodfellow et al. 2016, §9.3",
      ["MaxPool2d", "MaxPool2d overlapping", "MaxPool2d ties", "MaxPool1d"]
    ) { name in
      switch name {
      case "MaxPool2d overlapping": [MaxPool2d(3, stride: 2)]
      case "MaxPool1d": [MaxPool1d(3, stride: 2)]
      default: [MaxPool2d(2)]
      }
    },
    layer(
      "Average pooling", "AvgPool2d, AvgPool1d", "AvgPool2d", "Goodfellow et al. 2016, §9.3",
      ["AvgPool2d", "AvgPool2d overlapping", "AvgPool1d"]
    ) { name in
      switch name {
      case "AvgPool2d": [AvgPool2d(2)]
      case "AvgPool1d": [AvgPool1d(3, stride: 2)]
      default: [AvgPool2d(3, stride: 2)]
      }
    },
    layer(
      "Global average pooling", "GlobalAvgPool2d, GlobalAvgPool1d", "adaptive_avg_pool2d",
      "Lin, Chen & Yan 2014, §3.2", ["GlobalAvgPool2d", "GlobalAvgPool1d"]
    ) { $0 == "GlobalAvgPool2d" ? [GlobalAvgPool2d()] : [GlobalAvgPool1d()] },
    layer(
      "Batch normalisation of features", "BatchNorm", "BatchNorm1d",
      "Ioffe & Szegedy 2015, algorithms 1 and 2", ["BatchNorm1d", "BatchNorm1d evaluation"]
    ) { _ in [BatchNorm(4)] },
    layer(
      "Batch normalisation of images", "BatchNorm", "BatchNorm2d", "Ioffe & Szegedy 2015, §3.2",
      ["BatchNorm2d", "BatchNorm2d evaluation"]
    ) { [$0 == "BatchNorm2d" ? BatchNorm(3, eps: 1e-3, momentum: 0.3) : BatchNorm(3)] },
    Technique(
      "Layers", "Running statistics of a batch normalisation", type: "BatchNorm",
      oracle: "PyTorch `BatchNorm1d`, `BatchNorm2d`", source: "Ioffe & Szegedy 2015, §3.1",
      tolerance: 1e-5
    ) {
      largestError(
        BatchNormTests.runningError(of: "BatchNorm1d", BatchNorm(4)),
        BatchNormTests.runningError(of: "BatchNorm2d", BatchNorm(3, eps: 1e-3, momentum: 0.3)))
    },
    Technique(
      "Layers", "Statistics computed again", type: "Network.updatingStatistics",
      oracle: "PyTorch `swa_utils.update_bn`", source: "Izmailov et al. 2018, §3.2", tolerance: 1e-5
    ) { BatchNormTests.updateError() },
    layer(
      "Images from rows and back, in a nested network", "Sequential, Flatten, Unflatten",
      "Sequential, Flatten, Unflatten", "PyTorch documentation, `torch.nn`", ["Flatten"]
    ) { _ in
      [
        Sequential {
          Unflatten(3, 4, 2)
          Conv2d(2, 3, kernel: 2)
          Flatten()
          Linear(18, 2)
        }
      ]
    },
    layer("Residual block", "Residual", "Conv2d, BatchNorm2d", "He et al. 2016, §3.2", ["Residual"])
    {
      _ in
      [
        Residual(activation: ReLU()) {
          Conv2d(2, 4, kernel: 3, stride: 2, padding: 1)
          ReLU()
          Conv2d(4, 4, kernel: 3, padding: 1, bias: false)
          BatchNorm(4)
        } shortcut: {
          Conv2d(2, 4, kernel: 1, stride: 2)
        }
      ]
    },
    Technique(
      "Layers", "Translation equivariance of a circular convolution", type: "Conv2d",
      oracle: "closed form", source: "Goodfellow et al. 2016, §9.2", tolerance: 1e-7
    ) { EquivarianceTests.error() },
    Technique(
      "Dropout", "Spatial dropout", type: "SpatialDropout",
      oracle: "mean, variance, covariance in closed form, in standard errors",
      source: "Tompson et al. 2015, §3.2",
      tolerance: 5
    ) { StructuredDropoutTests.spatialDeviation() },
    Technique(
      "Dropout", "DropBlock", type: "DropBlock2d",
      oracle: "PyTorch `max_pool2d`, given the blocks' seeds",
      source: "Ghiasi, Lin & Le 2018, algorithm 1; torchvision", tolerance: 1e-5
    ) {
      let reference = Reference("torch_dropout")
      return [2, 3].map { side in
        reference.error(of: "DropBlock of side \(side)") { DropBlock2d(p: 0.3, blockSize: side) }
      }.largestError
    },
    Technique(
      "Dropout", "DropBlock, dropped part", type: "DropBlock2d",
      oracle: "dropped part in closed form",
      source: "Ghiasi, Lin & Le 2018, algorithm 1", tolerance: 0.04
    ) { StructuredDropoutTests.blockError() },
    Technique(
      "Depth", "Stochastic depth by batch", type: "StochasticDepth",
      oracle: "PyTorch, given our decision; expectation in closed form",
      source: "Huang et al. 2016, §3", tolerance: 1e-6
    ) {
      largestError(
        depthError(.batch, p: 0.25), depthError(.batch, p: 0.75),
        StochasticDepthTests.expectationError(.batch))
    },
    Technique(
      "Depth", "Stochastic depth by row", type: "StochasticDepth",
      oracle: "PyTorch, given our decisions; expectation in closed form",
      source: "Huang et al. 2016, §3; torchvision", tolerance: 1e-6
    ) {
      largestError(
        depthError(.row, p: 0.5), depthError(.row, p: 0.25, .evaluation),
        StochasticDepthTests.expectationError(.row))
    },
    Technique(
      "Depth", "Linear decay of survival", type: "StochasticDepth.linear",
      oracle: "closed form (3 L − 1) / 4", source: "Huang et al. 2016, eq. 4",
      tolerance: 1e-12
    ) { StochasticDepthTests.linearDecayError() },
  ]

  /// The error of a block of a dense layer and tanh that is dropped at random, scaled in training and
  /// in evaluation.
  private static func depthError(
    _ mode: StochasticDepth.Mode, p: Double, _ pass: Pass.Mode = .training
  ) -> Double {
    let reference = Reference("torch_dropout")
    let end = pass == .evaluation ? ", at inference" : ""
    return [StochasticDepth.Scaling.training, .evaluation].map { scaling in
      reference.error(of: "depth by \(mode), \(p), scaled in \(scaling)" + end, pass) {
        Residual(depth: StochasticDepth(p: p, mode: mode, scaling: scaling)) {
          Linear(4, 4)
          Tanh()
        }
      }
    }.largestError
  }

  /// A row for a layer beside PyTorch's: outputs, gradients of the input and of all parameters.
  private static func layer(
    _ name: String, _ type: String, _ torch: String, _ source: String, _ cases: [String],
    _ layers: @escaping @Sendable (String) -> [any Layer]
  ) -> Technique {
    Technique(
      "Layers", name, type: type, oracle: "PyTorch `\(torch)`", source: source, tolerance: 1e-5
    ) {
      let reference = Reference("torch_vision")
      return cases.map { name in
        reference.error(of: name, name.hasSuffix("evaluation") ? .evaluation : .training) {
          layers(name)
        }
      }.reduce(0) { largestError($0, $1) }
    }
  }
}
