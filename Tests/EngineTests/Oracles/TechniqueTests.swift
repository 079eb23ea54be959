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
    let header = "group,technique,type,oracle,tolerance,error,source"
    let rows = Technique.all.map { technique in
      [
        technique.group, technique.name, technique.type, technique.oracle,
        NumberFormatting.significant(technique.tolerance, digits: 1),
        NumberFormatting.significant(technique.error(), digits: 2), technique.source,
      ]
    }
    try expectCurrent("techniques.csv", header, rows)
  }

  /// The programs that answered, and which script asked each.
  @Test func theBooksOraclesAreCurrent() throws {
    let references = try FileManager.default.contentsOfDirectory(atPath: references.path)
      .filter { $0.hasSuffix(".json") }.sorted().map { String($0.dropLast(5)) }
    var scripts: [String: [String]] = [:]
    for name in references {
      for (oracle, version) in Reference.versions(of: name) {
        scripts["\(oracle)\t\(version)", default: []].append("\(name).py")
      }
    }
    let rows = scripts.keys.sorted().map { key in
      key.split(separator: "\t").map(String.init) + [scripts[key]!.joined(separator: ", ")]
    }
    try expectCurrent("oracles.csv", "oracle,version,scripts", rows)
  }

  private let references = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../References").standardizedFileURL

  /// Compares a file of the book with what the tests found, or writes it.
  private func expectCurrent(_ name: String, _ header: String, _ rows: [[String]]) throws {
    let path = references.appending(path: "../../../chapters/data/\(name)").standardizedFileURL
    let lines = rows.map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    let table = ([header] + lines).joined(separator: "\n") + "\n"
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      #expect(environment["CI"] == nil, "REGBOOK_UPDATE_GOLDEN is refused where CI is set")
      try table.write(to: path, atomically: true, encoding: .utf8)
    }
    let committed = try String(contentsOf: path, encoding: .utf8)
    #expect(committed == table, "chapters/data/\(name): REGBOOK_UPDATE_GOLDEN=1 rewrites it")
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
