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
  }

  /// What came of all.
  struct Outcome: Sendable {
    var finished: [Finished] = []
    var diagnostics: [Diagnostic] = []
  }

  let toolkit: Toolkit
  let workspace: Workspace
  let limits: RunLimits
  let jobs: Int
  let progress: @Sendable (BuildEvent) -> Void
  /// Called with each Result as soon as it is there, so that an interrupted build loses little.
  let keep: @Sendable (Finished) throws -> Void

  /// Computes the experiments. The outcome's order does not depend on which ended first.
  func compute(_ experiments: [ExperimentJob]) async throws -> Outcome {
    let chapters = Self.byChapter(experiments)
    let slots = Slots(jobs)
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, chapter) in chapters.enumerated() {
        group.addTask { (index, try await compute(chapter, number: index, slots: slots)) }
      }
      return try await Self.inOrder(&group)
    }
  }

  private func compute(
    _ chapter: [ExperimentJob], number: Int, slots: Slots
  ) async throws -> Outcome {
    let folder = "\(workspace.work)/\(number)"
    let tokens = JobTokens(folder: workspace.tokens(jobs: jobs), count: jobs)
    let compiled = try await slots.use {
      try await tokens.withToken {
        progress(.compiling(chapter: chapter[0].chapter, experiments: chapter.count))
        return try await ChapterCompiler(toolkit: toolkit, workspace: workspace)
          .compile(chapter, in: folder)
      }
    }
    guard let program = compiled.program else {
      return Outcome(diagnostics: compiled.diagnostics)
    }
    let runner = ExperimentRunner(workspace: workspace, limits: limits, tokens: tokens)
    var outcome = try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      for (index, job) in compiled.jobs.enumerated() {
        group.addTask {
          try await slots.use {
            let scratch = "\(folder)/run-\(index)"
            return (index, try await run(job, runner: runner, program: program, scratch: scratch))
          }
        }
      }
      return try await Self.inOrder(&group)
    }
    outcome.diagnostics = compiled.diagnostics + outcome.diagnostics
    return outcome
  }

  private func run(
    _ job: ExperimentJob, runner: ExperimentRunner, program: String, scratch: String
  ) async throws -> Outcome {
    let (end, seconds) = try await runner.run(job, program: program, scratch: scratch)
    switch end {
    case .failure(let diagnostic):
      progress(.failed(experiment: job.experiment.id))
      return Outcome(diagnostics: [diagnostic])
    case .result(let result, let printed):
      progress(.finished(experiment: job.experiment.id, seconds: seconds))
      let finished = Finished(job: job, result: result, printed: printed)
      try keep(finished)
      return Outcome(finished: [finished])
    }
  }

  /// Consecutive jobs of one chapter, which share a program.
  private static func byChapter(_ jobs: [ExperimentJob]) -> [[ExperimentJob]] {
    var chapters: [[ExperimentJob]] = []
    for job in jobs {
      if chapters.last?.last?.chapter == job.chapter {
        chapters[chapters.count - 1].append(job)
      } else {
        chapters.append([job])
      }
    }
    return chapters
  }

  private static func inOrder(
    _ group: inout ThrowingTaskGroup<(Int, Outcome), any Error>
  ) async throws -> Outcome {
    var parts: [(Int, Outcome)] = []
    for try await part in group { parts.append(part) }
    var whole = Outcome()
    for (_, part) in parts.sorted(by: { $0.0 < $1.0 }) {
      whole.finished += part.finished
      whole.diagnostics += part.diagnostics
    }
    return whole
  }
}
