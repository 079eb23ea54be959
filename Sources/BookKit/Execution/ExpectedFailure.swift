import Foundation
import Results

/// Compares how an experiment ended with the failure that its fence expects.
struct ExpectedFailure {
  let job: ExperimentJob
  let kind: ExperimentFailure.Kind

  /// nil for an experiment that is to succeed.
  init?(_ job: ExperimentJob) {
    guard let kind = job.experiment.options.expect else { return nil }
    self.job = job
    self.kind = kind
  }

  /// What the trainer says when it gives up (`Trainer+Divergence`).
  private static let divergence = "training diverged"

  /// The Result of a process that ended as expected; nil if it ended in another way.
  func result(of end: ProcessEnd) -> ExperimentResult? {
    switch (kind, end.cause) {
    case (.timeout, .timeLimit):
      // How far it came in that time differs from machine to machine, so none of that is kept.
      return result("ran for \(job.timeout) s and was stopped", at: nil, printed: "")
    case (.trap, .signal), (.diverges, .signal):
      guard let trap = end.trap, kind == .trap || trap.words.contains(Self.divergence) else {
        return nil
      }
      return result(trap.words, at: place(end.crash?.place), printed: end.output)
    default: return nil
    }
  }

  /// The Result of a block that the compiler refused.
  func result(of errors: [Diagnostic]) -> ExperimentResult {
    let fence = job.experiment.span.line
    let lines = errors.map { error in
      let line = error.span.map { "line \($0.line - fence): " } ?? ""
      return line + error.message
    }
    let location = errors.first?.span.map {
      BlockLocation(line: $0.line - fence, column: $0.column - job.experiment.span.column + 1)
    }
    return result(lines.joined(separator: "\n"), at: location, printed: "")
  }

  /// The experiment ended well, or failed in a way that is not the expected one.
  func mismatch(_ found: Diagnostic?) -> Diagnostic {
    let expected = "expect=\(kind.rawValue)"
    guard var found else {
      return Diagnostic(
        rule: "unexpected-success",
        "The experiment “\(job.experiment.id)” succeeded, but its fence says \(expected).",
        hint: "Take \(expected) out, or make it fail as the text says.", path: job.chapter,
        span: job.block.fence)
    }
    found.hint =
      (found.hint.map { $0 + " " } ?? "") + "Its fence says \(expected), which this is not."
    return found
  }

  private func result(_ message: String, at location: BlockLocation?, printed: String)
    -> ExperimentResult
  {
    var result = ExperimentResult()
    result.failure = ExperimentFailure(kind: kind, message: message, location: location)
    result.output = printed.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    if result.output.last == "" { result.output.removeLast() }
    return result
  }

  private func place(_ place: CrashReport.Place?) -> BlockLocation? {
    guard let place, place.file == job.chapter, job.block.contains(line: place.line) else {
      return nil
    }
    let span = job.block.place(line: place.line, byteColumn: place.column)
    return BlockLocation(line: span.line - job.experiment.span.line, column: span.column)
  }
}
