import Foundation
import Testing

@testable import BookKit

/// A build that is killed leaves the last good site, and the next one makes the same bytes.
@Suite(.serialized) struct FaultKillTests {
  /// How long an undisturbed build takes here and now, so that the moments spread over its phases.
  private func duration() async throws -> Duration {
    let clock = ContinuousClock()
    let fault = try FaultCase()
    return try await clock.measure { _ = try await fault.build() }
  }

  @Test func killedAtTenMoments() async throws {
    let expected = try await FaultCase.undisturbed()
    #expect(expected.count >= 5)
    var whole = try await duration()
    var numbers = SplitMix(state: 20)
    var kills = 0
    for tenth in 0..<10 {
      let fault = try FaultCase()
      let moment = (Double(tenth) + numbers.fraction()) / 10
      let pause = whole * moment
      if try await fault.buildAndKill(wait: { try await Task.sleep(for: pause) }) {
        kills += 1
      } else {
        // Builds are faster now than the one that was measured; the next moments come sooner.
        whole = whole * 0.6
      }
      let left = try fault.site()
      #expect(left.isEmpty || left == expected, "half a site was left at \(moment)")
      let next = try await fault.build()
      #expect(next.status == .exited(0), "\(moment): \(next.errors)")
      #expect(try fault.site() == expected, "other bytes after a kill at \(moment)")
      #expect(try leftovers(fault) == [], "a kill at \(moment)")
    }
    #expect(kills >= 3, "too few builds were still at work to be killed")
  }

  /// The second build is killed while it replaces the site of the first.
  @Test func killedWhileTheSiteIsReplaced() async throws {
    let fault = try FaultCase()
    _ = try await fault.build()
    let old = try fault.site()
    let edited = FaultCase.chapter(1) + "\nOne more sentence.\n"
    try fault.book.write(edited, to: "chapters/01-chapter.md")
    let clock = ContinuousClock()
    let calm = try FaultCase()
    _ = try await calm.build()
    try calm.book.write(edited, to: "chapters/01-chapter.md")
    let whole = try await clock.measure { _ = try await calm.build() }
    let new = try calm.site()
    #expect(old != new)
    var numbers = SplitMix(state: 21)
    for tenth in 0..<10 {
      let moment = (Double(tenth) + numbers.fraction()) / 10
      _ = try await fault.buildAndKill { try await Task.sleep(for: whole * moment) }
      // Between two renames there may be no site for a moment; the next build puts one there.
      let left = try fault.site()
      #expect(left.isEmpty || left == old || left == new, "half a site was left at \(moment)")
    }
    #expect(try await fault.build().status == .exited(0))
    #expect(try fault.site() == new)
    #expect(try leftovers(fault) == [])
  }

  /// An experiment outlives its killed build by a moment, in which it must not keep the next one waiting.
  @Test func anExperimentEndsWithItsBuild() async throws {
    let fault = try FaultCase()
    let work = fault.book.folder + "/.regbook/work"
    let expected = try await FaultCase.undisturbed()
    try fault.book.write(
      "# A\n\n```swift experiment endless timeout=300\nwhile true {}\n```\n",
      to: "chapters/00-endless.md")
    let isKilled = try await fault.buildAndKill(["-j", "1"]) {
      _ = try await ServeCase.until { try !running(work, "endless").isEmpty }
    }
    #expect(isKilled)
    try FileManager.default.removeItem(atPath: fault.book.folder + "/chapters/00-endless.md")
    #expect(try await fault.build(["-j", "1"]).status == .exited(0))
    #expect(try fault.site() == expected)
    #expect(try await ServeCase.until { try running(work, "endless").isEmpty })
  }

  /// The processes of an experiment that has begun.
  private func running(_ work: String, _ experiment: String) throws -> [pid_t] {
    guard BuildCase.started(in: work) else { return [] }
    return try BuildCommandTests.processes(mentioning: "\(experiment)\0--result\0\(work)")
      .compactMap { pid_t($0) }
  }

  /// What a finished build should have taken away.
  private func leftovers(_ fault: FaultCase) throws -> [String] {
    let folder = fault.book.folder + "/.regbook"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let work = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/work")) ?? []
    let results = try FileManager.default.contentsOfDirectory(atPath: folder + "/results")
    return names.filter { $0.hasPrefix("site-") } + work + results.filter { $0.hasSuffix(".tmp") }
  }
}

/// A small generator of random numbers, the same everywhere.
struct SplitMix {
  var state: UInt64

  /// From 0 up to 1.
  mutating func fraction() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ mixed >> 31) >> 11) / Double(1 << 53)
  }
}
