/// A row of small grey images: digits, augmentations, filters. Zero is like paper and larger values
/// are like ink; where there are negative values, zero is in the middle.
public struct Images: MarkSource {
  /// The marks that it draws.
  public let marks: [Mark]

  /// Images from their pixels.
  ///
  /// - Parameters:
  ///   - label: The row's name.
  ///   - images: The pixels of each image, row by row, from 0 to 1 or in any range.
  ///   - width: How many pixels are in a row.
  ///   - captions: What stands under each image; none or one for each.
  public init(_ label: String, _ images: [[Double]], width: Int, captions: [String] = []) {
    let size = images.first?.count ?? 0
    require(
      width >= 1 && size >= 1 && size % width == 0 && images.allSatisfy { $0.count == size },
      "the images \"\(label)\" need the same number of pixels, a multiple of the width \(width), not \(Set(images.map(\.count)).sorted())"
    )
    require(
      captions.isEmpty || captions.count == images.count,
      "\(images.count) images need as many captions, not \(captions.count)")
    let pixels = images.joined().filter(\.isFinite)
    let largest = pixels.reduce(0) { max($0, $1.magnitude) }
    let high =
      largest <= 1 && largest > 0 && pixels.allSatisfy { $0 >= 0 } ? 1 : max(largest, 1e-300)
    let low = pixels.contains { $0 < 0 } ? -high : 0
    marks = [
      Mark(
        kind: .images, label: label, x: [low, high],
        categories: captions.isEmpty ? images.map { _ in "" } : captions,
        raster: images.flatMap { image in
          stride(from: 0, to: size, by: width).map { start in
            image[start..<start + width].map { Self.digits($0, low, high) }.joined()
          }
        })
    ]
  }

  /// Images of examples, with their labels under them unless there are other captions.
  public init(_ label: String, _ examples: LabeledExamples, captions: [String]? = nil) {
    guard let size = examples.image, size.channels == 1 else {
      refuse("the examples of the images \"\(label)\" are not images of one channel")
    }
    self.init(
      label,
      (0..<examples.count).map { i in
        examples.inputs[i * size.count..<(i + 1) * size.count].map(Double.init)
      }, width: size.width, captions: captions ?? examples.labels.map { "\($0)" })
  }

  /// Two hexadecimal digits, 00 for `low`; a pixel that is not a number is like paper.
  private static func digits(_ pixel: Double, _ low: Double, _ high: Double) -> String {
    let part = pixel.isNaN ? 0 : min(max((pixel - low) / (high - low), 0), 1)
    let level = Int((part * 255).rounded())
    let digits = Array("0123456789abcdef")
    return String([digits[level / 16], digits[level % 16]])
  }
}
