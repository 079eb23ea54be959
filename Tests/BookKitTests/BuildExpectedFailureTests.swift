import Foundation
import Results
import Testing

@testable import BookKit

/// Experiments whose failure is the lesson.
@Suite struct BuildExpectedFailureTests {
  /// The endless one prints seldom: a fast machine would reach the output limit before the time limit.
  static let chapter = """
    # Failures

    ```swift experiment traps expect=trap
    let numbers = seeds { seed in
      print("before", seed)
      return [seed]
    }
    let index = numbers.results.count
    print(numbers.results[index])
    ```

    ```swift experiment refused expect=compile-error
    let x: Int = "one"
    let y = nothing
    ```

    ```swift experiment diverges expect=diverges
    let moons = PointClouds.moons(60, seed: 1)
    _ = train(
      Network(seed: 1) { Linear(2, 2) }, on: Split(train: moons, test: moons),
      with: SGD(learningRate: 1e38), epochs: 9, seed: 1)
    ```

    ```swift experiment endless expect=timeout timeout=1
    var turns = 0
    while true {
      turns &+= 1
      if turns % 1_000_000 == 0 { print("again") }
    }
    ```

    ```swift experiment fine
    print("fine")
    ```

    """

  @Test func theirEndIsTheirResult() async throws {
    let book = try BuildCase(chapter: Self.chapter)
    let report = try await book.build()
    #expect(report.diagnostics == [])
    #expect((report.ran, report.failed) == (5, 0))
    let file = try ResultCoding.decode(
      ResultFile.self, from: #require(Files.read(book.folder + "/output/results.json")))
    let failures = Dictionary(
      uniqueKeysWithValues: file.experiments.map { ($0.id, ($0.failure, $0.output)) })
    #expect(
      failures["traps"]?.0
        == ExperimentFailure(
          kind: .trap, message: "Index out of range",
          location: BlockLocation(line: 6, column: 22)))
    #expect(
      failures["traps"]?.1 == (1...5).map { "before \($0)" }, "seeds run one at a time")
    #expect(
      failures["refused"]?.0?.message == """
        line 1: cannot convert value of type 'String' to specified type 'Int'
        line 2: cannot find 'nothing' in scope
        """)
    #expect(failures["diverges"]?.0?.kind == .diverges)
    #expect(failures["diverges"]?.0?.message.contains("training diverged") == true)
    #expect(failures["endless"]?.0?.message == "ran for 1 s and was stopped")
    #expect(failures["endless"]?.1 == [], "how far it came is chance")
    #expect(failures["fine"]?.0 == nil)
    let page = try #require(book.read("output/01-one.html"))
    for title in ["Stopped by a check", "Does not compile", "Training diverged", "Did not end"] {
      #expect(page.contains(title))
    }
    #expect(try await book.build().cached == 5)
  }
}
