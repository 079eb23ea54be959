import Foundation
import Testing

@testable import Lab

/// The same bits at every optimisation level, for every instruction set and on every thread. `make
/// same-bits` runs these tests in builds of the engine for each of them.
@Suite struct BitsTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../References/bits.txt").standardizedFileURL

  @Test func areThoseOfEveryMachine() throws {
    let lines = BitsCase.all.map { "\($0.fingerprint) \($0.name)" }
    let environment = ProcessInfo.processInfo.environment
    if environment["REGBOOK_UPDATE_GOLDEN"] == "1" {
      #expect(environment["CI"] == nil, "REGBOOK_UPDATE_GOLDEN is refused where CI is set")
      if environment["CI"] == nil {
        try (lines.joined(separator: "\n") + "\n")
          .write(to: Self.path, atomically: true, encoding: .utf8)
      }
    }
    let committed = try String(contentsOf: Self.path, encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(committed.count == lines.count, "REGBOOK_UPDATE_GOLDEN=1 rewrites bits.txt")
    for (found, expected) in zip(lines, committed) { #expect(found == expected) }
  }

  @Test func namesAreUnique() {
    #expect(Set(BitsCase.all.map(\.name)).count == BitsCase.all.count)
  }

  @Test func twoThreadsGiveTheBitsOfOne() throws {
    let folder = NSTemporaryDirectory() + "tokens-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pool = TokenPool(folder: folder, count: 2)
    let count = BitsCase.all.count
    // Twice each, so that a case also meets itself.
    let together = concurrentMap(2 * count, pool: pool) { BitsCase.all[$0 / 2].fingerprint }
    let alone = BitsCase.all.map(\.fingerprint)
    for i in together.indices {
      #expect(together[i] == alone[i / 2], "\(BitsCase.all[i / 2].name)")
    }
  }
}
