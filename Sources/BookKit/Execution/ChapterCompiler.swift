import Foundation
import Subprocess

/// Compiles a chapter's stale experiments into one program.
struct ChapterCompiler {
  /// What came of it: a program for the experiments that compile, and what is wrong with others.
  struct Outcome: Sendable {
    /// The program; nil if nothing compiles.
    var program: String?
    /// The experiments that the program holds.
    var jobs: [ExperimentJob]
    /// Errors and warnings.
    var diagnostics: [Diagnostic]
  }

  /// Errors found late (a variable used before it is set) only show once all others are gone.
  private static let rounds = 4

  let toolkit: Toolkit
  let workspace: Workspace

  /// Compiles into `folder`; blocks that do not compile are reported and left out.
  func compile(_ jobs: [ExperimentJob], in folder: String) async throws -> Outcome {
    var outcome = Outcome(program: nil, jobs: jobs, diagnostics: [])
    for round in 1...Self.rounds where !outcome.jobs.isEmpty {
      let (output, end) = try await attempt(outcome.jobs, in: "\(folder)/\(round)")
      let setup = outcome.jobs[0].setupBlocks
      let report = CompilerReport(
        messages: CompilerMessage.parse(output), setup: setup,
        experiments: outcome.jobs.map(\.block))
      if end.isSuccess, Files.exists("\(folder)/\(round)/program") {
        outcome.program = "\(folder)/\(round)/program"
        outcome.diagnostics += report.diagnostics
        return outcome
      }
      let errors = report.diagnostics.filter { $0.severity == .error }
      let inSetup = errors.filter { error in
        setup.contains { $0.contains(line: error.span?.line ?? 0) }
      }
      if !inSetup.isEmpty {
        // Errors elsewhere may only follow from these.
        outcome.diagnostics += inSetup
        outcome.jobs = []
      } else if errors.isEmpty {
        outcome.diagnostics.append(failure(outcome.jobs[0], report.unlocated, output, end))
        outcome.jobs = []
      } else {
        outcome.diagnostics += errors
        outcome.jobs.removeAll { report.badBlocks.contains($0.experiment.span.line) }
      }
    }
    outcome.jobs = []
    return outcome
  }

  private func attempt(
    _ jobs: [ExperimentJob], in folder: String
  ) async throws -> (output: String, end: TerminationStatus) {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let program = ChapterProgram(
      chapter: jobs[0].chapter, setup: jobs[0].setup, experiments: jobs.map(\.experiment))
    for file in program.files {
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.name)"))
    }
    let flags = flags(optimize: jobs[0].optimize)
    let sources = program.files.map(\.name)
    let known = try await CompilerCommands.of(
      toolkit, flags: flags, workspace: workspace, folder: folder)
    if let commands = known {
      let (output, end) = try await run([commands.compiling(sources, in: folder)], in: folder)
      // Without a mistake to report, the driver may get further or find better words.
      if !end.isSuccess, output.contains("error: ") { return (output, end) }
      if end.isSuccess,
        let linker = try await LinkerCommand.of(
          toolkit, commands, flags: flags, workspace: workspace, folder: folder),
        try await run([linker.words], in: folder).end.isSuccess
      {
        return (output, end)
      }
    }
    return try await run([[toolkit.swiftc] + flags + sources + ["-o", "program"]], in: folder)
  }

  /// Runs programs one after the other until one fails.
  private func run(
    _ commands: [[String]], in folder: String
  ) async throws -> (output: String, end: TerminationStatus) {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    var output = ""
    var end = TerminationStatus.exited(0)
    for command in commands where end.isSuccess {
      let log = "\(folder)/log"
      // A file, not a pipe with a limit: no amount of output stops the compiler half-way.
      let file = open(log, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o644)
      guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
      end = try await Subprocess.run(
        .path(.init(command[0])), arguments: Arguments(Array(command.dropFirst())),
        environment: .inherit.updating(["LC_ALL": "C"]),
        workingDirectory: .init(folder), platformOptions: options,
        output: .fileDescriptor(.init(rawValue: file), closeAfterSpawningProcess: true),
        error: .combinedWithOutput
      ).terminationStatus
      try Task.checkCancellation()
      output += String(decoding: Files.read(log) ?? Data(), as: UTF8.self)
    }
    return (output, end)
  }

  /// The flags, and why.
  private func flags(optimize: Bool) -> [String] {
    let library = (toolkit.layout.library as NSString).deletingLastPathComponent
    // `-assert-config` keeps the sentences of failed checks.
    let mode = optimize ? ["-O", "-assert-config", "Debug"] : ["-Onone"]
    let headers = toolkit.layout.moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=" + $0] }
    return mode + headers + [
      // One frontend for all files: every block's type errors come in one run.
      "-wmo", "-swift-version", "6", "-module-name", "main",
      // Full debug information: with line tables only, inlined frames name the wrong file. But to
      // the driver `-g` also means a module for debuggers, which costs a third of the time.
      "-gline-tables-only", "-Xfrontend", "-g", "-Xcc", "-fno-omit-frame-pointer",
      "-module-cache-path", workspace.modules,
      "-diagnostic-style", "llvm", "-no-color-diagnostics",
      // Members of modules that the chapter does not import stay invisible.
      "-enable-upcoming-feature", "MemberImportVisibility",
      "-I", toolkit.layout.modules,
      "-use-ld=lld", "-L", library, "-lLab",
      "-Xlinker", "-rpath", "-Xlinker", library,
    ]
  }

  /// The compiler failed without naming a line of the chapter.
  private func failure(
    _ job: ExperimentJob, _ unlocated: [String], _ output: String, _ end: TerminationStatus
  ) -> Diagnostic {
    // Without one sentence that it marks as an error, its last lines are all there is.
    var words =
      unlocated.isEmpty
      ? output.split(separator: "\n").suffix(5).map(String.init) : Array(unlocated.prefix(3))
    switch end {
    case .signaled(let signal): words.append("it was ended by signal \(signal)")
    case .exited(let status) where words.isEmpty:
      words.append("it ended with status \(status) and gave no program")
    case .exited: break
    }
    return Diagnostic(
      rule: "compiler-failed",
      "The Swift compiler failed on this chapter and named no line: "
        + words.joined(separator: "; ").replacing(workspace.work, with: "…") + ".",
      hint: fullDisk ?? "Change the chapter's last edit, or report it with the chapter.",
      path: job.chapter, span: job.block.fence)
  }

  /// What to do if the compiler probably had no room; it rarely says so.
  private var fullDisk: String? {
    guard let room = Files.room(at: workspace.folder), room < 32 << 20 else { return nil }
    return "The disk is almost full (\(room >> 10) KiB are free): make room and build again."
  }
}
