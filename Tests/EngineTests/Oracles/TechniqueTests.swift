import Foundation
import Lab
import Testing

/// Every technique beside its oracle, and the committed table that the book shows.
@Suite struct TechniqueTests {
  @Test(arguments: Technique.all)
  func agreesWithItsOracle(_ technique: Technique) {
    let error = technique.error()
    #expect(error <= technique.tolerance, "\(technique.testDescription): \(error)")
  }

  @Test func theBooksTableIsCurrent() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../chapters/data/techniques.csv").standardizedFileURL
    let header = "group,technique,type,oracle,tolerance,error,source"
    let rows = Technique.all.map { technique in
      [
        technique.group, technique.name, technique.type, technique.oracle,
        NumberFormatting.significant(technique.tolerance, digits: 1),
        NumberFormatting.significant(technique.error(), digits: 2), technique.source,
      ].map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    let table = ([header] + rows).joined(separator: "\n") + "\n"
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      #expect(environment["CI"] == nil, "REGBOOK_UPDATE_GOLDEN is refused where CI is set")
      try table.write(to: path, atomically: true, encoding: .utf8)
    }
    let committed = try String(contentsOf: path, encoding: .utf8)
    #expect(committed == table, "chapters/data/techniques.csv: REGBOOK_UPDATE_GOLDEN=1 rewrites it")
  }

  @Test func noRowIsEmptyOrTwice() {
    for technique in Technique.all {
      let cells = [technique.name, technique.type, technique.oracle, technique.source]
      #expect(cells.allSatisfy { !$0.isEmpty }, "\(technique.testDescription)")
    }
    #expect(Set(Technique.all.map(\.testDescription)).count == Technique.all.count)
  }
}

@Suite struct LargestErrorTests {
  @Test(arguments: [[0.1, .nan, 0.2], [.nan, 0.1], [0.1, .nan]])
  func notANumberIsTheLargest(_ errors: [Double]) {
    #expect(errors.largestError.isNaN && largestError(errors[0], errors[1]).isNaN)
    #expect(relativeError(errors.map { Float($0) }, errors.map { _ in 1 }).isNaN)
    #expect(Vector(errors).largestMagnitude.isNaN)
  }
}
