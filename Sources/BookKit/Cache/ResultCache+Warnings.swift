import Foundation
import Results

/// What the compiler warned of in an experiment's block, kept beside its Result: a warning is shown, and
/// counts under `--strict`, for as long as it is true.
extension ResultCache {
  /// Keeps the warnings of a block; none are kept as no file.
  func store(warnings: [Diagnostic], of job: ExperimentJob, key: ResultKey) throws {
    guard !warnings.isEmpty else {
      unlink(warningsPath(key))
      return
    }
    let moved = warnings.map { $0.moved(by: -job.experiment.span.line) }
    try Files.writeAtomically(try ResultCoding.encode(moved), to: warningsPath(key))
  }

  /// The warnings on the lines where the block is now.
  func warnings(of job: ExperimentJob, key: ResultKey) -> [Diagnostic] {
    let path = warningsPath(key)
    guard Files.exists(path), let data = Files.read(path),
      let kept = try? ResultCoding.decode([Diagnostic].self, from: data)
    else { return [] }
    return kept.map {
      var warning = $0.moved(by: job.experiment.span.line)
      warning.path = job.chapter
      return warning
    }
  }

  private func warningsPath(_ key: ResultKey) -> String {
    "\(workspace.results)/\(key.name).warnings"
  }
}

extension Diagnostic {
  fileprivate func moved(by lines: Int) -> Diagnostic {
    var moved = self
    moved.span?.line += lines
    moved.span?.endLine += lines
    return moved
  }
}
