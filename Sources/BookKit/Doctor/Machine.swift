import Foundation

/// The cores and the memory that a build may use.
enum Machine {
  static func findings() -> [DoctorFinding] {
    let limits = ControlGroup(read: { path in
      Files.read(path).map { String(decoding: $0, as: UTF8.self) }
    })
    return [cores(ProcessInfo.processInfo.activeProcessorCount, limits.cores)]
      + (availableMemory().map { [memory($0, limits.memory)] } ?? [])
  }

  static func cores(_ count: Int, _ limit: Double?) -> DoctorFinding {
    let found = "\(count) core\(count == 1 ? "" : "s")"
    guard let limit, limit < Double(count) else { return DoctorFinding(.ok, "processor", found) }
    let whole = max(1, Int(limit))
    return DoctorFinding(
      .note, "processor", "\(found), of which the control group allows \(limit)",
      hint: "Build with: regbook build --jobs \(whole)")
  }

  /// A compiler takes up to some 600 MB.
  static func memory(_ available: Int, _ limit: Int?) -> DoctorFinding {
    let usable = min(available, limit ?? .max)
    let found =
      megabytes(available) + " free"
      + (limit.map { $0 < available ? ", of which the control group allows \(megabytes($0))" : "" }
        ?? "")
    if usable >= 1 << 30 { return DoctorFinding(.ok, "memory", found) }
    return DoctorFinding(
      .note, "memory", found, hint: "A compiler takes 600 MB: build with --jobs 1, or free some.")
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes >> 20) MB" }

  private static func availableMemory() -> Int? {
    let text = Files.read("/proc/meminfo").map { String(decoding: $0, as: UTF8.self) } ?? ""
    guard let match = text.firstMatch(of: /MemAvailable:\s+(\d+) kB/) else { return nil }
    return Int(match.1).map { $0 << 10 }
  }
}
