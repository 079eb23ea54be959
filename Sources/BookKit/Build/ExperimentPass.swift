import Foundation
import Results

/// Computes experiments: compiles each chapter's into one program and runs them, as many at once as
/// the build has jobs.
struct ExperimentPass: Sendable {
  /// What came of one experiment.
  struct Finished: Sendable {
    let job: ExperimentJob
    let result: ExperimentResult
    /// What it printed on its standard output.
    let printed: String
    /// How long it ran.
    let seconds: Double
    /// What the compiler warned of in its block.
    var warnings: [Diagnostic] = []
  }

  /// What came of all.
  struct Outcome: Sendable {
    var finished: [Finished] = []
    var diagnostics: [Diagnostic] = []

    static func += (whole: inout Outcome, part: Outcome) {
      whole.finished += part.finished
      whole.diagnostics += part.diagnostics
    }
  }

  /// What an experiment that never ran here is taken to last, in seconds.
  private static let unknownDuration = 1.0

  let toolkit: Toolkit
  let workspace: Workspace
  let limits: RunLimits
  let jobs: Int
  let progress: @Sendable (BuildEvent) -> Void
  /// Called with each Result as soon as it is there, so that an interrupted build loses little. If it
  /// gives a mistake and the pass fails fast, nothing more is begun.
  let keep: @Sendable (Finished) throws -> [Diagnostic]
  /// Set once nothing more is to be begun; nil to go on after a failure.
  let stop: StopFlag?

  /// Computes the experiments. The outcome's order does not depend on which ended first. The programs'
  /// folders are numbered from `start`: a later pass must not meet an earlier one's.
  func compute(
    _ experiments: [ExperimentJob], numberedFrom start: Int = 0
  ) async throws -> Outcome {
    let programs = Self.programs(experiments)
    let slots = Slots(jobs)
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, jobs) in programs.enumerated() {
        group.addTask { (index, try await compute(jobs, number: start + index, slots: slots)) }
      }
      return try await Self.inOrder(&group)
    }
  }

  private func compute(
    _ jobs: [ExperimentJob], number: Int, slots: Slots
  ) async throws -> Outcome {
    let folder = "\(workspace.work)/\(number)"
    let tokens = JobTokens(folder: workspace.tokens(jobs: self.jobs), count: self.jobs)
    let expected = jobs.map(expectedSeconds)
    let compiled = try await slots.use(.compile, expecting: expected.reduce(0, +)) {
      () -> ChapterCompiler.Outcome? in
      if stop?.isSet == true { return nil }
      return try await tokens.withToken {
        progress(.compiling(chapter: jobs[0].chapter, experiments: jobs.count))
        defer { progress(.compiled(chapter: jobs[0].chapter)) }
        return try await ChapterCompiler(toolkit: toolkit, workspace: workspace)
          .compile(jobs, in: folder)
      }
    }
    guard let compiled else { return Outcome() }
    if let refused = try refusal(of: jobs[0], compiled) { return refused }
    var outcome = Outcome(diagnostics: compiled.diagnostics)
    if compiled.diagnostics.contains(where: { $0.severity == .error }) { stop?.set() }
    for job in jobs where !compiled.jobs.contains(where: { $0.experiment.id == job.experiment.id })
    {
      progress(.failed(experiment: job.experiment.id))
    }
    guard let program = compiled.program else { return outcome }
    let runner = ExperimentRunner(workspace: workspace, limits: limits, tokens: tokens)
    outcome += try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, job) in compiled.jobs.enumerated() {
        group.addTask {
          try await slots.use(.run, expecting: expectedSeconds(job)) {
            if stop?.isSet == true { return (index, Outcome()) }
            let scratch = "\(folder)/run-\(index)"
            let warnings = compiled.diagnostics.filter {
              $0.severity == .warning && job.block.contains(line: $0.span?.line ?? 0)
            }
            return (
              index,
              try await run(
                job, warnings, runner: runner, program: program, scratch: scratch)
            )
          }
        }
      }
      return try await Self.inOrder(&group)
    }
    return outcome
  }

  /// What its last run took, for the order of the runs.
  private func expectedSeconds(_ job: ExperimentJob) -> Double {
    RunRecord(of: job.experiment.id, in: workspace)?.seconds ?? Self.unknownDuration
  }

  private func run(
    _ job: ExperimentJob, _ warnings: [Diagnostic], runner: ExperimentRunner, program: String,
    scratch: String
  ) async throws -> Outcome {
    progress(.running(experiment: job.experiment.id))
    let (end, seconds) = try await runner.run(job, program: program, scratch: scratch)
    switch end {
    case .failure(let diagnostic): return failed(job, [diagnostic])
    case .result(let result, let printed):
      return try kept(
        Finished(job: job, result: result, printed: printed, seconds: seconds, warnings: warnings))
    }
  }

  /// What a block that is not to compile came to; nil for any other.
  private func refusal(
    of job: ExperimentJob, _ compiled: ChapterCompiler.Outcome
  ) throws -> Outcome? {
    guard job.isToBeRefused, let expected = ExpectedFailure(job) else { return nil }
    if compiled.program != nil { return failed(job, [expected.mismatch(nil)]) }
    let errors = compiled.diagnostics.filter {
      $0.severity == .error && job.block.contains(line: $0.span?.line ?? 0)
        && CompilerReport.rules.contains($0.rule)
    }
    if errors.isEmpty { return failed(job, compiled.diagnostics) }
    let result = expected.result(of: errors)
    return try kept(Finished(job: job, result: result, printed: "", seconds: 0))
  }

  private func kept(_ finished: Finished) throws -> Outcome {
    progress(.finished(experiment: finished.job.experiment.id, seconds: finished.seconds))
    if try keep(finished).contains(where: { $0.severity == .error }) { stop?.set() }
    return Outcome(finished: [finished])
  }

  private func failed(_ job: ExperimentJob, _ diagnostics: [Diagnostic]) -> Outcome {
    progress(.failed(experiment: job.experiment.id))
    stop?.set()
    return Outcome(diagnostics: diagnostics)
  }

  /// The jobs that share a program: those of a chapter, but a block that is not to compile has its own.
  private static func programs(_ jobs: [ExperimentJob]) -> [[ExperimentJob]] {
    var programs: [[ExperimentJob]] = []
    for job in jobs where !job.isToBeRefused {
      if programs.last?.last?.chapter == job.chapter {
        programs[programs.count - 1].append(job)
      } else {
        programs.append([job])
      }
    }
    return programs + jobs.filter(\.isToBeRefused).map { [$0] }
  }

  private static func inOrder(
    _ group: inout ThrowingTaskGroup<(Int, Outcome), any Error>
  ) async throws -> Outcome {
    var parts: [(Int, Outcome)] = []
    for try await part in group { parts.append(part) }
    var whole = Outcome()
    for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) { whole += part }
    return whole
  }
}

extension ExperimentJob {
  /// Whether its fence says `expect=compile-error`.
  fileprivate var isToBeRefused: Bool { experiment.options.expect == .compileError }
}
