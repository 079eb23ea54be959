import Lab

extension BitsCase {
  static let images: [BitsCase] = [
    layer("Conv2d", Shape(3, 6, 5, 2)) { Conv2d(2, 7, kernel: 3, stride: 2, padding: 1) },
    layer("Conv2d, circular", Shape(2, 4, 4, 3)) {
      Conv2d(3, 9, kernel: 3, padding: 1, circular: true)
    },
    layer("Conv1d", Shape(3, 11, 2)) { Conv1d(2, 5, kernel: 3, padding: 1) },
    layer("MaxPool2d", Shape(2, 5, 5, 3)) { MaxPool2d(2) },
    layer("AvgPool2d", Shape(2, 5, 5, 3)) { AvgPool2d(3, stride: 1) },
    layer("GlobalAvgPool2d", Shape(2, 5, 5, 3)) { GlobalAvgPool2d() },
    layer("BatchNorm", Shape(9, 13)) { BatchNorm(13) },
    layer("BatchNorm of images", Shape(3, 4, 4, 5)) { BatchNorm(5) },
    layer("Residual", Shape(4, 6)) {
      Residual {
        Linear(6, 6)
        BatchNorm(6)
        ReLU()
      }
    },
    layer("StochasticDepth", Shape(6, 3)) {
      Residual(depth: StochasticDepth(p: 0.4, mode: .row)) { Linear(3, 3) }
    },
    layer("SpatialDropout", Shape(3, 4, 4, 5)) { SpatialDropout(p: 0.4) },
    layer("DropBlock2d", Shape(3, 6, 6, 2)) { DropBlock2d(p: 0.3, blockSize: 2) },
    training("a convolutional network") {
      Unflatten(4, 4, 1)
      Conv2d(1, 4, kernel: 3, padding: 1)
      BatchNorm(4)
      ReLU()
      MaxPool2d(2)
      Flatten()
      Linear(16, 3)
    },
  ]
}
