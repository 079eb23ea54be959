import Foundation
import Results
import Subprocess
import Synchronization

/// Runs one experiment in a process of its own.
struct ExperimentRunner: Sendable {
  /// A run's end: a Result, or the one diagnostic that says why there is none.
  enum Outcome: Sendable {
    case result(ExperimentResult, printed: String)
    case failure(Diagnostic)
  }

  let workspace: Workspace
  let limits: RunLimits
  let tokens: JobTokens

  /// Runs the job's experiment from a chapter's program. `scratch` is its folder, new and its own.
  func run(_ job: ExperimentJob, program: String, scratch: String) async throws -> (
    outcome: Outcome, seconds: Double
  ) {
    try FileManager.default.createDirectory(
      atPath: scratch + "/cwd", withIntermediateDirectories: true)
    // Of seeds that run at once, chance decides which fails first: an expected failure is shown, so
    // they run one at a time.
    let threads = job.experiment.options.expect == nil ? tokens.count : 1
    var end = try await observe(job, program: program, scratch: scratch, threads: threads)
    if end.isTrapWithoutPlace && threads > 1 {
      // Seeds that trap at the same time spoil each other's report; one at a time, the first tells.
      try? FileManager.default.removeItem(atPath: scratch + "/started")
      end = try await observe(job, program: program, scratch: scratch, threads: 1)
    }
    return (outcome(of: end, job, scratch), Self.seconds(since: scratch + "/started"))
  }

  private func outcome(of end: ProcessEnd, _ job: ExperimentJob, _ scratch: String) -> Outcome {
    let expected = ExpectedFailure(job)
    if let result = expected?.result(of: end) { return .result(result, printed: end.output) }
    if end.cause == .exited(0), let data = Files.read(scratch + "/result.json"),
      let result = try? ResultCoding.decode(ExperimentResult.self, from: data)
    {
      if let expected { return .failure(expected.mismatch(nil)) }
      return .result(result, printed: end.output)
    }
    let diagnostic = FailureDiagnosis(job: job, limits: limits).diagnostic(of: end)
    return .failure(expected?.mismatch(diagnostic) ?? diagnostic)
  }

  private func observe(
    _ job: ExperimentJob, program: String, scratch: String, threads: Int
  ) async throws -> ProcessEnd {
    let errors = open(scratch + "/stderr", O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
    guard errors >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    let verdict = Mutex<ProcessEnd.Cause?>(nil)
    // Not a part of the closure below: a process may close its output and go on.
    let watchdog = Mutex<Task<Void, any Error>?>(nil)
    defer { watchdog.withLock { $0?.cancel() } }
    let result = try await Subprocess.run(
      .path(.init(program)), arguments: Arguments(arguments(job, scratch, threads)),
      environment: .custom(environment(scratch)), workingDirectory: .init(scratch + "/cwd"),
      platformOptions: options, input: .none, output: .sequence,
      error: .fileDescriptor(.init(rawValue: errors), closeAfterSpawningProcess: true)
    ) { execution in
      let kill = { @Sendable (cause: ProcessEnd.Cause) in
        verdict.withLock { $0 = $0 ?? cause }
        try? execution.send(signal: .kill, toProcessGroup: true)
      }
      watchdog.withLock {
        $0 = Task {
          try await Self.waitForTimeLimit(job, started: scratch + "/started")
          kill(.timeLimit)
        }
      }
      var tail = OutputTail(limit: limits.output)
      for try await buffer in execution.standardOutput {
        buffer.withUnsafeBytes { tail.append($0) }
        if tail.isOverLimit { kill(.outputLimit) }
      }
      return tail.text
    }
    // Whatever it started must not outlive it.
    kill(-result.processIdentifier.value, SIGKILL)
    // An interrupt kills the process too; that is no failure of the experiment.
    try Task.checkCancellation()
    let observed: ProcessEnd.Cause =
      switch result.terminationStatus {
      case .exited(let status): .exited(Int(status))
      case .signaled(let signal): .signal(Int(signal))
      }
    return ProcessEnd(
      cause: verdict.withLock { $0 } ?? observed, output: result.closureResult,
      errors: Self.tail(of: scratch + "/stderr"),
      crash: Files.read(scratch + "/crash.json").flatMap(CrashReport.init))
  }

  private func arguments(
    _ job: ExperimentJob, _ scratch: String, _ threads: Int
  ) -> [String] {
    [
      job.experiment.id, "--result", scratch + "/result.json", "--started", scratch + "/started",
      "--timeout", String(job.timeout), "--seeds", job.seeds,
      "--tokens", "\(tokens.folder):\(threads)", "--memory", String(limits.memory),
      "--book", workspace.book, "--parent", String(getpid()),
    ]
  }

  /// Nothing of the user's environment reaches an experiment, but what chooses among libm's variants:
  /// `make same-bits` shows that no number depends on it.
  private func environment(_ scratch: String) -> [Environment.Key: String] {
    var environment: [Environment.Key: String] = [
      "LC_ALL": "C", "TMPDIR": scratch + "/cwd",
      // The order of a Dictionary must not differ from run to run.
      "SWIFT_DETERMINISTIC_HASHING": "1",
      "SWIFT_BACKTRACE": "enable=yes,format=json,output-to=\(scratch)/crash.json,"
        + "threads=crashed,registers=none,images=none,interactive=no,color=no,limit=200",
    ]
    environment["GLIBC_TUNABLES"] = ProcessInfo.processInfo.environment["GLIBC_TUNABLES"]
    return environment
  }

  /// Returns when the time limit is reached. It begins when the experiment does: until then the
  /// process waits for a free core.
  private static func waitForTimeLimit(_ job: ExperimentJob, started: String) async throws {
    let limit = Double(job.timeout)
    while true {
      let used = Files.exists(started) ? seconds(since: started) : 0
      if used >= limit { return }
      try await Task.sleep(for: .seconds(limit - used))
    }
  }

  private static func seconds(since marker: String) -> Double {
    var info = stat()
    guard stat(marker, &info) == 0 else { return 0 }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec - info.st_mtim.tv_sec)
      + Double(now.tv_nsec - info.st_mtim.tv_nsec) / 1e9
  }

  private static func tail(of path: String) -> String {
    guard let file = FileHandle(forReadingAtPath: path) else { return "" }
    defer { try? file.close() }
    let size = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: size - min(size, 64 << 10))
    return String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
  }
}
