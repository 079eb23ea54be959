import Foundation
import Numerics
import Testing

@testable import Autograd

/// The committed table of gradient errors that the book shows.
@Suite struct GradientTableTests {
  @Test func theBooksTableIsCurrent() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../chapters/data/gradients.csv").standardizedFileURL
    let rows = Self.rows.map { row in
      let error = NumberFormatting.significant(row.error, digits: 2)
      return "\(row.kind),\"\(row.name)\",\(row.checks),\(error)"
    }
    let table = (["kind,name,checks,error"] + rows).joined(separator: "\n") + "\n"
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      #expect(environment["CI"] == nil, "REGBOOK_UPDATE_GOLDEN is refused where CI is set")
      if environment["CI"] == nil {
        try table.write(to: path, atomically: true, encoding: .utf8)
      }
    }
    let committed = try String(contentsOf: path, encoding: .utf8)
    #expect(committed == table, "chapters/data/gradients.csv: REGBOOK_UPDATE_GOLDEN=1 rewrites it")
  }

  private typealias Row = (kind: String, name: String, checks: Int, error: Double)

  /// A row for every operation, with the largest error of the checks that record it, and one for every
  /// layer.
  private static var rows: [Row] {
    let checks = OperationGradientTests.cases.map { GradientCheck.error($0.shapes, $0.loss) }
    let operations = Operation.allCases.filter { $0 != .constant && $0 != .parameter }.map {
      operation in
      let errors = checks.filter { $0.operations.contains(operation) }.map(\.error)
      return Row(
        "operation", "\(operation)", errors.count, errors.isEmpty ? .infinity : errors.largestError)
    }
    return operations
      + LayerGradientTests.cases.map { Row("layer", $0.testDescription, 1, $0.error()) }
  }
}
