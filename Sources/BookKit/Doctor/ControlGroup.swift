/// What the kernel's control groups allow this process, as a container sets it: version 1 or 2. The
/// groups above its own count too.
struct ControlGroup: Equatable {
  /// Cores, such as 1.5; nil without a limit.
  var cores: Double?
  /// Bytes; nil without a limit.
  var memory: Int?

  /// Reads the limits with a function that gives a file's text.
  init(read: (String) -> String?) {
    for line in (read("/proc/self/cgroup") ?? "").split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      for group in Self.upwards(String(parts[2])) {
        let controllers = parts[1].split(separator: ",")
        if controllers.isEmpty {
          let folder = "/sys/fs/cgroup" + group
          let words = (read(folder + "/cpu.max") ?? "").split(whereSeparator: \.isWhitespace)
          limitCores(words.first.map(String.init), words.last.map(String.init))
          limitMemory(read(folder + "/memory.max"))
        }
        if controllers.contains("cpu") {
          let folder = "/sys/fs/cgroup/cpu" + group
          limitCores(read(folder + "/cpu.cfs_quota_us"), read(folder + "/cpu.cfs_period_us"))
        }
        if controllers.contains("memory") {
          limitMemory(read("/sys/fs/cgroup/memory" + group + "/memory.limit_in_bytes"))
        }
      }
    }
  }

  private mutating func limitCores(_ quota: String?, _ period: String?) {
    guard let quota = quota.flatMap(Self.number), let period = period.flatMap(Self.number),
      quota > 0, period > 0
    else { return }
    cores = min(cores ?? .infinity, Double(quota) / Double(period))
  }

  private mutating func limitMemory(_ bytes: String?) {
    // Version 1 says “no limit” with a number that no machine reaches.
    guard let bytes = bytes.flatMap(Self.number), bytes < 1 << 60 else { return }
    memory = min(memory ?? .max, bytes)
  }

  private static func number(_ text: String) -> Int? {
    Int(text.split(whereSeparator: \.isWhitespace).first ?? "")
  }

  /// `/a/b`, `/a` and the root, which has no name.
  private static func upwards(_ path: String) -> [String] {
    let names = path.split(separator: "/")
    return (0...names.count).reversed().map { count in
      names.prefix(count).map { "/" + $0 }.joined()
    }
  }
}
