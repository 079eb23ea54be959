import Foundation
import Testing

@testable import Lab

@Suite struct ConcurrentMapTests {
  private struct Odd: Error, Equatable { let index: Int }

  private func withPool<R>(_ count: Int, _ body: (TokenPool) throws -> R) throws -> R {
    let folder = NSTemporaryDirectory() + "tokens-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(TokenPool(folder: folder, count: count))
  }

  @Test(arguments: [1, 2, 5])
  func resultsAreInOrderWhateverTheThreads(cores: Int) throws {
    try withPool(cores) { pool in
      let results = concurrentMap(50, pool: pool) { index in
        usleep(UInt32((50 - index) * 20))
        return index * index
      }
      #expect(results == (0..<50).map { $0 * $0 })
    }
  }

  @Test func firstErrorInOrderIsThrown() throws {
    try withPool(3) { pool in
      _ = #expect(throws: Odd(index: 1)) {
        try concurrentMap(9, pool: pool) { index in
          if index == 1 { usleep(5000) }
          if index % 2 == 1 { throw Odd(index: index) }
          return index
        }
      }
    }
  }

  @Test func mapsInsideMapsEnd() throws {
    try withPool(4) { pool in
      let sums = concurrentMap(6, pool: pool) { i in
        concurrentMap(6, pool: pool) { i * $0 }.reduce(0, +)
      }
      #expect(sums == [0, 15, 30, 45, 60, 75])
    }
  }

  @Test func tokensAreExclusiveAndComeBack() throws {
    try withPool(2) { pool in
      func isFree() -> Bool {
        if let token = pool.tryAcquire() {
          _ = consume token
          return true
        }
        return false
      }
      let first = pool.tryAcquire()
      #expect(isFree())
      let second = pool.tryAcquire()
      #expect(!isFree())
      _ = consume first
      #expect(isFree())
      _ = consume second
    }
  }

  @Test func argumentsAreRead() throws {
    let arguments = try ProcessArguments([
      "x", "--result", "/r", "--seeds", "3..5", "--tokens", "/a:b:4", "--memory", "7",
    ])
    #expect(arguments.experiment == "x")
    #expect(arguments.seeds == [3, 4, 5])
    #expect(arguments.tokens?.folder == "/a:b" && arguments.tokens?.count == 4)
    #expect(throws: ProcessArguments.Mistake.self) { try ProcessArguments(["x"]) }
    #expect(throws: ProcessArguments.Mistake.self) {
      try ProcessArguments(["x", "--result", "r", "--seeds", "1.5"])
    }
  }
}
