import Foundation
import Testing

@testable import BookKit

@Suite struct DoctorTests {
  private func doctor(_ book: BuildCase) -> Doctor {
    var doctor = Doctor(folder: book.folder)
    doctor.executable = BuildCase.executable
    return doctor
  }

  @Test func aHealthyMachineBuilds() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    let findings = try await doctor(book).findings()
    #expect(findings.filter { $0.state == .bad } == [])
    #expect(findings.last?.name == "a small book")
    #expect(try FileManager.default.contentsOfDirectory(atPath: book.folder) == ["chapters"])
  }

  @Test func whatIsMissingIsSaid() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    var doctor = doctor(book)
    doctor.environment = ["PATH": "/nowhere"]
    doctor.packages.share = "/nowhere"
    doctor.executable = "/nowhere/bin/regbook"
    let bad = try await doctor.findings().filter { $0.state == .bad }
    #expect(bad.map(\.name) == ["compiler", "linker", "engine", "KaTeX", "highlight.js"])
    #expect(bad.allSatisfy { $0.hint != nil })
  }

  @Test func aReadOnlySiteIsSaid() async throws {
    let book = try BuildCase(chapter: BuildCacheTests.chapter)
    try book.write("{}", to: "output/results.json")
    chmod(book.folder + "/output", 0o555)
    #expect(doctor(book).writing.state == .bad)
  }

  @Test func controlGroupsOfBothVersions() {
    func limits(_ files: [String: String]) -> ControlGroup { ControlGroup { files[$0] } }
    let second = limits([
      "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/cpu.max": "150000 100000\n",
      "/sys/fs/cgroup/a/b/cpu.max": "max 100000\n", "/sys/fs/cgroup/a/b/memory.max": "1073741824\n",
    ])
    #expect((second.cores, second.memory) == (1.5, 1 << 30))
    let first = limits([
      "/proc/self/cgroup": "4:memory:/x\n2:cpu,cpuacct:/\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1\n",
      "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/memory/x/memory.limit_in_bytes": "2147483648\n",
    ])
    #expect((first.cores, first.memory) == (nil, 2 << 30))
    #expect(Machine.cores(4, 1.5).hint == "Build with: regbook build --jobs 1")
    #expect(Machine.memory(8 << 30, 1 << 29).state == .note)
  }
}
