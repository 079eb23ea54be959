import Kernels
import Numerics

extension Batch {
  /// Changes each image in place; refuses examples that are none.
  mutating func changeImages(for name: @autoclosure () -> String, _ change: (ImageView) -> Void) {
    let size = requireImage(for: name())
    prepareScratch()
    inputs.withUnsafeMutableBufferPointer { inputs in
      scratch.withUnsafeMutableBufferPointer { scratch in
        guard let base = inputs.baseAddress, let room = scratch.baseAddress else { return }
        for i in 0..<inputs.count / size.count {
          change(ImageView(size: size, pixels: base + i * size.count, scratch: room))
        }
      }
    }
  }

  /// The images' size; refuses examples that are none.
  func requireImage(for name: @autoclosure () -> String) -> ImageSize {
    guard let image else {
      refuse(
        "\(name()) changes images, and these examples are rows of \(features) numbers without a height and a width"
      )
    }
    return image
  }
}
