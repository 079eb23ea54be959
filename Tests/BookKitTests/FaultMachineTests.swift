import Foundation
import Subprocess
import Testing

@testable import BookKit

/// What the machine refuses ends with one clear sentence and leaves the last good site as it was.
@Suite struct FaultMachineTests {
  /// A file may have no more than so many bytes: what a full disk looks like, for any user.
  @Test(arguments: [0, 1, 4, 16])
  func aFullDisk(kibibytes: Int) async throws {
    let fault = try FaultCase()
    #expect(try await fault.build().status == .exited(0))
    let site = try fault.site()
    try fault.book.write(
      FaultCase.chapter(1) + "\nOne more sentence.\n", to: "chapters/01-chapter.md")
    let end = try await run(
      .path("/bin/sh"),
      // Blocks of 1,024 bytes; without the trap a write over the limit is a signal.
      arguments: [
        "-c", "trap '' XFSZ; ulimit -f \(kibibytes); exec \"$0\" build --folder \"$1\"",
        BuildCase.executable, fault.book.folder,
      ], input: .none, output: .discarded, error: .string(limit: 1 << 20))
    #expect(end.terminationStatus == .exited(2) || end.terminationStatus == .exited(1))
    #expect(
      end.standardError.contains("regbook: error: File too large: ")
        || end.standardError.contains("[workspace-not-writable]"), "\(end.standardError)")
    #expect(try fault.site() == site)
    #expect(try await fault.build().status == .exited(0), "with room again it goes on")
    #expect(try fault.site() != site)
  }

  @Test(.enabled(if: geteuid() == 0, "only root can mount a small disk"))
  func aSmallDisk() async throws {
    let fault = try FaultCase()
    let small = fault.book.folder + "-small"
    try FileManager.default.createDirectory(atPath: small, withIntermediateDirectories: true)
    defer { rmdir(small) }
    let isMounted = try await run(
      .path("/bin/mount"), arguments: ["-t", "tmpfs", "-o", "size=256k", "regbook", small],
      output: .discarded, error: .discarded
    ).terminationStatus.isSuccess
    try #require(isMounted, "this container does not let root mount")
    defer { umount2(small, CInt(MNT_DETACH)) }
    try FileManager.default.copyItem(
      atPath: fault.book.folder + "/chapters", toPath: small + "/chapters")
    let end = try await BuildCase.regbook(["build", "--folder", small])
    #expect(end.status == .exited(1))
    #expect(end.errors.contains("hint: The disk is almost full ("), "\(end.errors)")
    #expect(!Files.exists(small + "/output"))
  }

  @Test func aCacheThatCannotBeWritten() async throws {
    let fault = try FaultCase()
    #expect(try await fault.build().status == .exited(0))
    let site = try fault.site()
    let folder = fault.book.folder + "/.regbook"
    for name in ["", "/results", "/stamps"] {
      chmod(folder + name, 0o555)
      let end = try await fault.build()
      chmod(folder + name, 0o755)
      #expect(end.status == .exited(1))
      #expect(end.errors.contains("[workspace-not-writable]"), "\(name): \(end.errors)")
      #expect(try fault.site() == site)
    }
    #expect(try await fault.build().status == .exited(0))
  }

  @Test(arguments: ["kill -9 $$", "kill -SEGV $$", "exit 1", "echo nonsense >&2; exit 3", "exit 0"])
  func aCompilerThatCrashes(end way: String) async throws {
    let fault = try FaultCase()
    try await fault.book.writeProgram(
      "#!/bin/sh\n[ \"$1\" = --version ] && { echo Swift; exit 0; }\n\(way)\n", to: "swiftc")
    let end = try await fault.build(
      environment: .inherit.updating(["REGBOOK_SWIFTC": fault.book.folder + "/swiftc"]))
    #expect(end.status == .exited(1))
    let errors = end.errors.components(separatedBy: "error: ").count - 1
    #expect(errors == 2, "one for each chapter: \(end.errors)")
    #expect(end.errors.components(separatedBy: "[compiler-failed]").count == 3)
    #expect(try fault.site() == [:])
  }

  @Test func twoBuildsInOneFolderTakeTurns() async throws {
    let expected = try await FaultCase.undisturbed()
    let fault = try FaultCase()
    async let first = fault.build()
    async let second = fault.build(["-j", "3", "-q"])
    let ends = try await [first, second]
    #expect(ends.allSatisfy { $0.status == .exited(0) })
    #expect(
      ends.filter { $0.errors.contains("wait for another build in this folder") }.count == 1)
    #expect(try fault.site() == expected)
  }

  @Test func aKilledExperimentGivesItsTokenBack() async throws {
    let fault = try FaultCase()
    try fault.book.write(
      """
      # A

      ```swift setup
      @_silgen_name("raise") func raise(_ signal: Int32) -> Int32
      ```

      ```swift experiment killed
      print(raise(9))
      ```

      """, to: "chapters/00-killed.md")
    let end = try await fault.build(["-j", "1"])
    #expect(end.status == .exited(1))
    #expect(end.errors.contains("[experiment-killed]"))
    for experiment in ["first-1", "second-1", "first-2", "second-2"] {
      #expect(end.errors.contains("run \(experiment) "), "the token came back for \(experiment)")
    }
  }

  @Test func theNumberOfJobsChangesNoByte() async throws {
    let expected = try await FaultCase.undisturbed()
    for jobs in ["1", "2", "5"] {
      let fault = try FaultCase()
      #expect(try await fault.build(["-j", jobs]).status == .exited(0))
      #expect(try fault.site() == expected, "-j \(jobs)")
    }
  }
}
