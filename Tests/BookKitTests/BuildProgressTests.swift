import Testing

@testable import BookKit

@Suite struct BuildProgressTests {
  @Test func linesCountAndLiveLinesEstimate() {
    var progress = BuildProgress(jobs: 2)
    let plan: [BuildEvent.Plan] = [
      .init(experiment: "a", seconds: 4), .init(experiment: "b", seconds: 2),
      .init(experiment: "c", seconds: nil),
    ]
    #expect(progress.take(.planned(plan), at: 0, verbose: false) == nil)
    #expect(progress.live(at: 0, width: 80) == [])
    #expect(
      progress.take(.compiling(chapter: "chapters/x.md", experiments: 3), at: 0, verbose: false)
        == "compile chapters/x.md 3 experiments")
    // 4 s and 2 s are known, the third counts 3 s; two at a time.
    #expect(
      progress.live(at: 1, width: 80) == [
        "  compile chapters/x.md 1.0 s", "[0/3] experiments, about 5 s left",
      ])
    _ = progress.take(.compiled(chapter: "chapters/x.md"), at: 1, verbose: false)
    _ = progress.take(.running(experiment: "a"), at: 1, verbose: false)
    _ = progress.take(.running(experiment: "b"), at: 1, verbose: false)
    #expect(
      progress.live(at: 2, width: 80) == [
        "  run a 1.0 s", "  run b 1.0 s", "[0/3] experiments, about 4 s left",
      ])
    #expect(
      progress.take(.finished(experiment: "b", seconds: 2.25), at: 3, verbose: false)
        == "[1/3] run b 2.3 s")
    #expect(
      progress.take(.failed(experiment: "a"), at: 4, verbose: false) == "[2/3] run a failed")
    #expect(progress.live(at: 4, width: 80) == [])
  }

  @Test func verboseSaysWhy() {
    var progress = BuildProgress(jobs: 2)
    let stale = BuildEvent.stale(experiment: "a", reason: "code changed")
    #expect(progress.take(stale, at: 0, verbose: false) == nil)
    #expect(progress.take(stale, at: 0, verbose: true) == "stale a: code changed")
    #expect(progress.take(.cached(experiment: "b"), at: 0, verbose: true) == "keep b")
  }

  @Test func liveLinesFitTheTerminal() {
    var progress = BuildProgress(jobs: 1)
    _ = progress.take(.running(experiment: "a-very-long-name"), at: 0, verbose: false)
    #expect(progress.live(at: 0, width: 10).allSatisfy { $0.count < 10 })
  }
}
