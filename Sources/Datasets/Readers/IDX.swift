import Kernels
import Numerics

/// An array of numbers in an IDX file, the format of MNIST (LeCun, Cortes & Burges 1998), plain or
/// compressed by gzip.
///
/// ```swift
/// let examples = LabeledExamples(
///   images: IDX("chapters/data/train-images-idx3-ubyte.gz"),
///   labels: IDX("chapters/data/train-labels-idx1-ubyte.gz"))
/// ```
/// The file is two zero bytes, a byte for the type, a byte for the number of dimensions, the
/// dimensions as big-endian 32-bit numbers, and the numbers in row-major order, big-endian.
public struct IDX: Sendable {
  /// The type of an array's numbers; the raw value is the file's third byte.
  public enum Element: UInt8, Sendable, CaseIterable {
    /// Whole numbers from 0 to 255.
    case uint8 = 0x08
    /// Whole numbers from −128 to 127.
    case int8 = 0x09
    /// Whole numbers of 16 bits.
    case int16 = 0x0B
    /// Whole numbers of 32 bits.
    case int32 = 0x0C
    /// Single precision.
    case float = 0x0D
    /// Double precision.
    case double = 0x0E

    /// How many bytes a number has.
    public var size: Int {
      switch self {
      case .uint8, .int8: 1
      case .int16: 2
      case .int32, .float: 4
      case .double: 8
      }
    }
  }

  /// The extents, the slowest first.
  public let dimensions: [Int]
  /// The numbers' type.
  public let element: Element
  /// How many numbers there are.
  public let count: Int
  private let bytes: ArraySlice<UInt8>

  /// Reads a file of the book.
  ///
  /// - Parameters:
  ///   - path: `chapters/data/NAME`; a gzip file is recognised by its first two bytes.
  ///   - limit: How many bytes a gzip file may expand to; 256 MiB by default, five times MNIST's.
  public init(_ path: String, limit: Int = 1 << 28) {
    self.init(bytes: DataFiles.contents(path, limit: limit), path: path)
  }

  init(bytes: [UInt8], path: String) {
    require(
      bytes.count >= 4,
      "\(path) is cut off: an IDX file begins with 4 bytes, and it has \(bytes.count)")
    let magic = bytes[..<4].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined(separator: " ")
    guard bytes[0] == 0, bytes[1] == 0, let element = Element(rawValue: bytes[2]) else {
      refuse(
        "\(path) is no IDX file: it should begin with 00 00, a type of 08, 09, 0b, 0c, 0d or 0e and the number of dimensions, and it begins with \(magic)"
      )
    }
    let header = 4 + 4 * Int(bytes[3])
    require(
      bytes[3] >= 1 && bytes.count >= header,
      "\(path) has \(bytes[3]) dimensions, which take a header of \(max(header, 8)) bytes, and it has \(bytes.count) bytes"
    )
    let dimensions = stride(from: 4, to: header, by: 4).map { start in
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    var size = element.size
    for extent in dimensions {
      let product = size.multipliedReportingOverflow(by: extent)
      require(!product.overflow, "\(path) says that its dimensions are \(dimensions): too large")
      size = product.partialValue
    }
    let found = bytes.count - header
    require(
      found == size,
      "\(path) \(found < size ? "is cut off" : "has bytes after its end"): \(Self.extents(dimensions)) numbers of \(element.size) bytes are \(size) bytes, and \(found) follow the header"
    )
    self.dimensions = dimensions
    self.element = element
    count = size / element.size
    self.bytes = bytes[header...]
  }

  /// The number at a place in row-major order.
  public subscript(_ index: Int) -> Double {
    require(
      index >= 0 && index < count, "number \(index) is outside an IDX file of \(count) numbers")
    let start = bytes.startIndex + index * element.size
    let pattern = bytes[start..<start + element.size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    switch element {
    case .uint8: return Double(pattern)
    case .int8: return Double(Int8(truncatingIfNeeded: pattern))
    case .int16: return Double(Int16(truncatingIfNeeded: pattern))
    case .int32: return Double(Int32(truncatingIfNeeded: pattern))
    case .float: return Double(Float(bitPattern: UInt32(pattern)))
    case .double: return Double(bitPattern: pattern)
    }
  }

  /// All numbers; bytes are divided by 255.
  func reals() -> [Real] {
    element == .uint8 ? bytes.map { Real($0) / 255 } : (0..<count).map { Real(self[$0]) }
  }

  /// `60000 × 28 × 28`.
  static func extents(_ dimensions: [Int]) -> String {
    dimensions.map(String.init).joined(separator: " × ")
  }
}

extension LabeledExamples {
  /// Images and their classes from two IDX files.
  ///
  /// - Parameters:
  ///   - images: `[count, height, width]` or `[count, height, width, channels]`. Bytes are divided
  ///     by 255, other numbers are taken as they are.
  ///   - labels: `[count]`, whole numbers from 0.
  ///   - classes: How many classes there are; the largest label and 1 by default.
  public init(images: IDX, labels: IDX, classes: Int? = nil) {
    let extents = images.dimensions
    require(
      (3...4).contains(extents.count) && labels.dimensions.count == 1,
      "images have the dimensions count × height × width and labels count, and these are \(IDX.extents(extents)) and \(IDX.extents(labels.dimensions))"
    )
    require(
      extents[0] == labels.count && labels.count >= 1,
      "every image needs a label, and there are \(extents[0]) images and \(labels.count) labels")
    let size = ImageSize(extents[1], extents[2], channels: extents.count == 4 ? extents[3] : 1)
    let classOf = (0..<labels.count).map { i in
      let label = labels[i]
      require(
        label >= 0 && label == label.rounded() && label < Double(classes ?? 1 << 31),
        "a label is a whole number from 0\(classes.map { " to \($0 - 1)" } ?? ""), and label \(i) is \(label)"
      )
      return Int32(label)
    }
    self.init(
      features: size.count, classes: classes ?? Int(classOf.max()!) + 1,
      inputs: images.reals(), labels: classOf, image: size)
  }
}
