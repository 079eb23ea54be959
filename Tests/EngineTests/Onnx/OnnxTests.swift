import Testing

/// The engine's operations beside the expected outputs of ONNX's own tests.
@Suite struct OnnxTests {
  @Test(arguments: OnnxCase.all)
  func agreesWithOnnx(_ test: OnnxCase) {
    let outputs = test.outputs()
    #expect(!outputs.isEmpty)
    for output in outputs {
      #expect(output.found.count == output.expected.count, "\(output.name): so many numbers")
      // ONNX's own runner allows 1e-3.
      let error = relativeError(output.found, output.expected)
      #expect(error <= 1e-5, "\(output.name): \(error)")
    }
  }
}

extension OnnxCase {
  /// The largest relative error of the cases of some operations.
  static func error(_ operations: [String]) -> Double {
    let cases = all.filter { operations.contains($0.operation) }
    guard !cases.isEmpty else { return .infinity }
    return cases.flatMap { $0.outputs() }.map { relativeError($0.found, $0.expected) }
      .largestError
  }

  /// `ONNX MatMul, 3 cases`.
  static func oracle(_ operations: [String]) -> String {
    let count = all.count { operations.contains($0.operation) }
    return "ONNX \(operations.joined(separator: ", ")): \(count) cases"
  }
}
