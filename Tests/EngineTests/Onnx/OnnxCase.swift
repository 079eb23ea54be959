import Foundation
import Lab
import Testing

/// A test case of ONNX (`References/onnx_cases.py` makes the file): an operation, its settings, its
/// inputs and the outputs that ONNX expects, in the engine's layouts.
struct OnnxCase: Decodable, Sendable, CustomTestStringConvertible {
  let name: String
  let operation: String
  private let attributes: [String: Double]
  private let tensors: [String: Reference.Array]

  var testDescription: String { "\(operation): \(name)" }

  /// What the engine found for one of the outputs.
  struct Output {
    let name: String
    let found: [Float]
    let expected: [Double]
  }

  static let all: [OnnxCase] = {
    let url = Bundle.module.url(forResource: "References/onnx_cases", withExtension: "jsonl")
    guard let url, let text = try? String(contentsOf: url, encoding: .utf8) else {
      fatalError("References/onnx_cases.jsonl cannot be read")
    }
    return text.split(separator: "\n").map { line in
      do {
        return try JSONDecoder().decode(OnnxCase.self, from: Data(line.utf8))
      } catch {
        fatalError("References/onnx_cases.jsonl: \(error)")
      }
    }
  }()

  /// A setting that is one number.
  func number(_ name: String) -> Double {
    guard let found = attributes[name] else { fatalError("\(self.name) has no setting \(name)") }
    return found
  }

  /// A setting that is a whole number.
  func integer(_ name: String) -> Int { Int(number(name)) }

  /// A setting that is on or off.
  func flag(_ name: String) -> Bool { number(name) != 0 }

  func has(_ name: String) -> Bool { tensors[name] != nil }

  /// A tensor's extents and numbers.
  func array(_ name: String) -> Reference.Array {
    guard let found = tensors[name] else { fatalError("\(self.name) has no tensor \(name)") }
    return found
  }

  /// A tensor on a tape.
  func tensor(_ name: String, _ tape: Tape) -> Tensor {
    tape.constant(array(name).reals, array(name).asShape)
  }

  /// A tensor's numbers as class labels.
  func labels(_ name: String) -> [Int32] { array(name).values.map { Int32($0) } }

  func output(_ name: String, _ found: [Float]) -> Output {
    Output(name: name, found: found, expected: array(name).values)
  }

  func output(_ name: String, _ found: Tensor) -> Output { output(name, found.values) }
}
