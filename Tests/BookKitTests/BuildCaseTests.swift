import Foundation
import Testing

@testable import BookKit

/// Each folder of `Cases/build` is a book with mistakes, and `expected.txt` what the build says.
/// `REGBOOK_UPDATE_GOLDEN=1` rewrites it.
@Suite struct BuildCaseTests {
  static let names = [
    "braces", "ends", "expected-otherwise", "setup", "traps", "traps-optimized", "type-error",
  ]

  @Test(arguments: names)
  func saysWhatIsExpected(name: String) async throws {
    let book = try BuildCase(case: name)
    let text = try await book.build().text(folder: book.folder)
    let path = BuildCase.source(of: name) + "/expected.txt"
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      try #require(environment["CI"] == nil, "expectations are not rewritten under CI")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    let expected = Files.read(path).map { String(decoding: $0, as: UTF8.self) }
    #expect(text == expected)
    #expect(!Files.exists(book.folder + "/output"), "a failed build writes nothing")
  }

  @Test func everyCaseIsTested() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: BuildCase.source(of: ""))
    #expect(names.sorted() == Self.names)
  }
}
