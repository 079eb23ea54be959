import Foundation
import Lab

/// Numbers that another program computed, read from a JSON file in `References/` that stands beside
/// the script that made it.
struct Reference: Decodable {
  /// The programs and their versions.
  let versions: [String: String]
  private let cases: [Case]

  struct Case: Decodable {
    let name: String
    let tensors: [String: Array]
  }

  /// A tensor of a case: its extents and its numbers in row-major order.
  struct Array: Decodable {
    let shape: [Int]
    let values: [Double]

    var reals: [Float] { values.map { Float($0) } }
    var asShape: Shape {
      switch shape.count {
      case 0: Shape()
      case 1: Shape(shape[0])
      case 2: Shape(shape[0], shape[1])
      case 3: Shape(shape[0], shape[1], shape[2])
      default: Shape(shape[0], shape[1], shape[2], shape[3])
      }
    }
  }

  /// The file `References/NAME.json`.
  init(_ name: String) {
    let url = Bundle.module.url(forResource: "References/" + name, withExtension: "json")
    guard let url, let data = try? Data(contentsOf: url) else {
      fatalError("References/\(name).json cannot be read")
    }
    do {
      self = try JSONDecoder().decode(Reference.self, from: data)
    } catch {
      fatalError("References/\(name).json: \(error)")
    }
  }

  /// The programs that a file `References/NAME.json` is from, with their versions; none where it
  /// does not say.
  static func versions(of name: String) -> [String: String] {
    struct Origin: Decodable { let versions: [String: String]? }
    let url = Bundle.module.url(forResource: "References/" + name, withExtension: "json")
    guard let url, let data = try? Data(contentsOf: url) else { return [:] }
    return (try? JSONDecoder().decode(Origin.self, from: data))?.versions ?? [:]
  }

  /// The case of a name.
  subscript(_ name: String) -> [String: Array] {
    guard let found = cases.first(where: { $0.name == name }) else {
      fatalError("there is no case \(name) among \(cases.map(\.name))")
    }
    return found.tensors
  }
}

/// The largest difference of two lists of numbers, relative to the largest magnitude of the second.
func relativeError(_ found: [Float], _ expected: [Double]) -> Double {
  guard found.count == expected.count else { return .infinity }
  let size = max(expected.map(abs).max() ?? 0, 1e-30)
  return zip(found, expected).map { abs(Double($0) - $1) }.largestError / size
}
