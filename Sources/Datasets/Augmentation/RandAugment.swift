import Numerics

/// Applies a few operations drawn at random to each image, all of one strength (Cubuk, Zoph, Shlens &
/// Le, *RandAugment*, 2020): two numbers to choose instead of a policy to search.
///
/// Here an operation draws its strength up to the magnitude; torchvision's has exactly the magnitude
/// and a random sign.
public struct RandAugment: ImageAugmentation {
  /// A kind of change, made for a strength from 0 (none) to 1 (its most).
  public struct Operation: Sendable {
    /// What it is called.
    public let name: String
    let make: @Sendable (Double) -> any ImageAugmentation

    /// An operation of your own.
    public init(_ name: String, _ make: @escaping @Sendable (Double) -> any ImageAugmentation) {
      self.name = name
      self.make = make
    }

    /// Leaves the image as it is.
    public static let identity = Operation("identity") { _ in RandomTranslation(pixels: 0) }
    /// Mirrors half of the images, whatever the strength.
    public static let horizontalFlip = Operation("flip") { _ in RandomHorizontalFlip() }
    /// Turns by up to `degrees`, 30 by default.
    public static func rotation(degrees: Double = 30) -> Operation {
      Operation("rotation") { RandomRotation(degrees: degrees * $0, interpolation: .bilinear) }
    }
    /// Moves by up to `pixels`.
    public static func translation(pixels: Int) -> Operation {
      Operation("translation") {
        RandomTranslation(pixels: Int((Double(pixels) * $0).rounded()))
      }
    }
    /// Scales by factors that differ from 1 by up to `amount`, which is less than 1; 0.3 by default.
    public static func scale(_ amount: Double = 0.3) -> Operation {
      Operation("scale") {
        RandomScale(1 - amount * $0...1 + amount * $0, interpolation: .bilinear)
      }
    }
    /// Changes the brightness by up to `amount`, 0.9 by default.
    public static func brightness(_ amount: Double = 0.9) -> Operation {
      Operation("brightness") { RandomBrightness(amount * $0) }
    }
    /// Changes the contrast by up to `amount`, 0.9 by default.
    public static func contrast(_ amount: Double = 0.9) -> Operation {
      Operation("contrast") { RandomContrast(amount * $0) }
    }
    /// Erases a square of up to `size` pixels.
    public static func cutout(size: Int) -> Operation {
      Operation("cutout") { Cutout(size: Int((Double(size) * $0).rounded())) }
    }
  }

  /// How many operations an image goes through (the paper's N).
  public let count: Int
  /// How strong they are, 0 to 10 (the paper's M).
  public let magnitude: Double
  private let changes: [any ImageAugmentation]

  /// - Parameters:
  ///   - operations: What is drawn from, each equally likely; at least one.
  ///   - count: How many are applied to an image, at least 0; 2 by default, as in torchvision.
  ///   - magnitude: How strong they are, 0 to 10; 9 by default. (torchvision's 9 is of 30.)
  public init(operations: [Operation], count: Int = 2, magnitude: Double = 9) {
    require(!operations.isEmpty, "RandAugment needs an operation to draw")
    require(
      count >= 0 && magnitude >= 0 && magnitude <= 10,
      "RandAugment's count is at least 0 and its magnitude 0 to 10, not \(count) and \(magnitude)")
    self.count = count
    self.magnitude = magnitude
    changes = operations.map { $0.make(magnitude / 10) }
  }

  /// Applies `count` operations, drawn with replacement.
  public func apply(to image: ImageView, _ random: inout RandomStream) {
    for _ in 0..<count {
      changes[random.integer(below: changes.count)].apply(to: image, &random)
    }
  }
}
