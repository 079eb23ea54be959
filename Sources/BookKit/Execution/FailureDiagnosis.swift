import Foundation

/// Says in one diagnostic why an experiment gave no Result, on the chapter's line where it is known.
struct FailureDiagnosis {
  let job: ExperimentJob
  let limits: RunLimits

  func diagnostic(of end: ProcessEnd) -> Diagnostic {
    switch end.cause {
    case .timeLimit:
      return atFence(
        "time-limit",
        "\(name) ran longer than \(job.timeout) s and was stopped"
          + lastLine(of: end) + ".",
        hint: "Look for an endless loop, or allow more time with `timeout=…` on the fence.")
    case .outputLimit: return outputLimit
    case .exited(1) where end.errors.contains(Self.thrown):
      let error = end.errors.components(separatedBy: Self.thrown).last ?? ""
      return atFence(
        "experiment-threw", "\(name) threw an error: \(Self.sentence(error))",
        hint: "Catch it, or change what made it fail.")
    case .exited(70) where end.errors.contains("regbook-arguments: "):
      return atFence(
        "toolkit-mismatch",
        "The engine does not understand this regbook: \(Self.sentence(end.errors))",
        hint: "Build or install both together.")
    case .exited(let status):
      return atFence(
        "experiment-exited", "\(name) ended the process with status \(status) before its end.",
        hint: "An experiment ends by reaching the end of its block, or by `return`.")
    case .signal(Int(SIGXFSZ)): return outputLimit
    case .signal(let signal): return crash(end, signal)
    }
  }

  private var name: String { "The experiment “\(job.experiment.id)”" }

  /// What `runExperiments` prints before a thrown error.
  private static let thrown = "regbook-error: "

  private var outputLimit: Diagnostic {
    atFence(
      "output-limit",
      "\(name) printed more than \(limits.output >> 10) KiB and was stopped.",
      hint: "Print less, or record what matters with `record`.")
  }

  private func crash(_ end: ProcessEnd, _ signal: Int) -> Diagnostic {
    if end.isOutOfMemory {
      return located(
        "memory-limit", "\(name) needed more than \(limits.memory >> 20) MiB of memory.", end,
        hint: "Look for an array that grows without end.")
    }
    if let trap = end.trap {
      return located("trap", "\(name) stopped: \(Self.sentence(trap.words))", end, hint: trap.hint)
    }
    return atFence(
      "experiment-killed", "\(name) was killed from outside by signal \(signal).",
      hint: signal == Int(SIGKILL) ? "The machine may have run out of memory." : nil)
  }

  private func atFence(_ rule: String, _ message: String, hint: String?) -> Diagnostic {
    Diagnostic(rule: rule, message, hint: hint, path: job.chapter, span: job.block.fence)
  }

  private func located(
    _ rule: String, _ message: String, _ end: ProcessEnd, hint: String? = nil
  ) -> Diagnostic {
    var diagnostic = atFence(rule, message, hint: hint)
    if let place = end.crash?.place, place.file == job.chapter,
      let block = ([job.block] + job.setupBlocks).first(where: { $0.contains(line: place.line) })
    {
      diagnostic.span = block.place(line: place.line, byteColumn: place.column)
    }
    return diagnostic
  }

  private func lastLine(of end: ProcessEnd) -> String {
    guard let line = end.output.split(separator: "\n").last else { return "" }
    return "; the last line it printed was “\(Self.trimmed(String(line)))”"
  }

  /// Somebody else's text as the end of a sentence.
  private static func sentence(_ text: String) -> String {
    let text = trimmed(text)
    return text.last.map { ".!?…".contains($0) } ?? true ? text : text + "."
  }

  private static func trimmed(_ text: String) -> String {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return text.count > 500 ? text.prefix(500) + "…" : text
  }
}
