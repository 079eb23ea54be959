import ArgumentParser
import BookKit
import Foundation

/// Standard output for data, standard error for progress and diagnostics.
enum Terminal {
  /// Writes data.
  static func data(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes a line about the work.
  static func progress(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

  /// Writes what an event says of a command that runs nothing.
  static func show(_ event: BuildEvent) {
    ProgressDisplay(jobs: 1, level: .normal).show(event)
  }

  /// Writes a control sequence to the terminal that shows progress.
  static func control(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Writes what is wrong, in colour where that can be seen and is wanted.
  static func report(_ diagnostics: [Diagnostic], folder: String) {
    let printer = DiagnosticPrinter(folder: folder, color: hasColor)
    let text = diagnostics.sortedByPlace.map { printer.text($0) + "\n" }.joined()
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// The result of `body`; a mistake that it throws is reported and ends the command with status 1.
  static func reporting<T>(folder: String, _ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch let diagnostic as Diagnostic {
      report([diagnostic], folder: folder)
      throw ExitCode(1)
    }
  }

  /// The columns of the terminal, by its own word, by `COLUMNS`, or 80.
  static var width: Int {
    var size = winsize()
    if ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
  }

  /// Whether progress can be drawn over.
  static var isInteractive: Bool {
    isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Ends with status 2 and a sentence if the machine fails. On an interrupt the work is cancelled,
  /// which stops every process that it started.
  static func guarded(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let work = Task { try await body() }
    let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler { work.cancel() }
      source.resume()
      return source
    }
    defer { sources.forEach { $0.cancel() } }
    do {
      try await work.value
    } catch let status as ExitCode {
      throw status
    } catch {
      progress(work.isCancelled ? "regbook: stopped" : "regbook: error: \(MachineFailure(error))")
      throw ExitCode(work.isCancelled ? 130 : 2)
    }
  }

  private static var hasColor: Bool {
    isInteractive && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }
}
