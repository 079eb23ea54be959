internal import Foundation
import Results

/// Runs the experiment that the process's arguments name, writes its Result and ends the process.
///
/// Exit status 0: the Result is written. 1: the experiment threw an error, which is on standard
/// error after `regbook-error: `. 70: the arguments make no sense.
public func runExperiments(_ entries: [ExperimentEntry]) -> Never {
  StandardStreams.bufferByLine()
  let arguments: ProcessArguments
  do {
    arguments = try ProcessArguments(Array(CommandLine.arguments.dropFirst()))
  } catch {
    StandardStreams.stop(70, "regbook-arguments: \(error.message)")
  }
  guard let entry = entries.first(where: { $0.id == arguments.experiment }) else {
    StandardStreams.stop(70, "regbook-arguments: there is no experiment \(arguments.experiment)")
  }
  ProcessLimits.apply(memory: arguments.memory, threads: arguments.tokens?.count ?? 1)
  if let parent = arguments.parent { ParentWatch.begin(parent: parent) }
  RunContext.current = RunContext(
    seeds: arguments.seeds, bookFolder: arguments.book, entry: entry)
  TokenPool.shared = arguments.tokens.map { TokenPool(folder: $0.folder, count: $0.count) }
  // Held until the process ends: the first thread always computes.
  let token = TokenPool.shared?.acquire()
  if let timeout = arguments.timeout { ProcessLimits.endAfter(seconds: timeout) }
  if let started = arguments.started { close(open(started, O_CREAT | O_WRONLY | O_CLOEXEC, 0o644)) }
  do {
    let result = try Recorder.collect(entry.body)
    StandardStreams.flush()
    try ResultFile.write(result, to: arguments.result)
  } catch {
    StandardStreams.stop(1, "regbook-error: \(error)")
  }
  _ = consume token
  exit(0)
}

/// The file that tells the build that the experiment ran to its end.
private enum ResultFile {
  /// Writes to a temporary file and renames it: the file is whole, or absent.
  static func write(_ result: ExperimentResult, to path: String) throws {
    let temporary = path + ".tmp"
    try ResultCoding.encode(result).write(to: URL(fileURLWithPath: temporary))
    guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
