import Foundation
import Results

/// `.regbook/`: everything that a build keeps besides its output. Deleting it loses only time.
struct Workspace: Sendable {
  /// The book's folder, absolute.
  let book: String
  /// The compiler's cache of modules. It holds its own path and is useless after a move, so its name
  /// follows from where it is.
  let modules: String

  init(book: String, modules: String? = nil) {
    self.book = book
    self.modules =
      modules ?? "\(book)/.regbook/modules-\(Fingerprint.of(book.utf8).prefix(12))"
  }

  /// `.regbook` itself.
  var folder: String { book + "/.regbook" }
  /// The cached results.
  var results: String { folder + "/results" }
  /// What is remembered of each experiment's last run.
  var runs: String { folder + "/runs" }
  /// The files of each engine that was used.
  var engines: String { folder + "/engines" }
  /// Programs, scratch folders and tokens of the build that runs now. What a build left behind that was
  /// killed may still be running: it must not meet this one's files.
  var work: String { "\(allWork)/\(getpid())" }
  private var allWork: String { folder + "/work" }
  /// Remembered answers to questions about files, such as a compiler's version.
  var stamps: String { folder + "/stamps" }
  /// Typeset formulas and highlighted code.
  var memory: String { folder + "/typeset.json" }
  /// What is remembered of the last build that wrote a site.
  var lastBuild: String { folder + "/last-build.json" }
  /// Rendered pages.
  var pages: String { folder + "/pages" }
  /// Drawn figures.
  var drawings: String { folder + "/drawings" }
  /// The lock that one build at a time holds.
  var lock: String { folder + "/lock" }

  /// The folders that stay from build to build.
  var folders: [String] { [folder, results, runs, engines, modules, stamps] }

  /// The token files of a build with so many jobs.
  func tokens(jobs: Int) -> String { work + "/tokens-\(jobs)" }

  /// A copy of the memory that goes with this command's work.
  func copyOfMemory() -> String {
    let copy = work + "/typeset.json"
    link(memory, copy)
    return copy
  }

  /// Makes the folders, and leaves nothing of an earlier build's work.
  func prepare(jobs: Int) throws {
    try? FileManager.default.removeItem(atPath: allWork)
    for path in folders + [work, tokens(jobs: jobs)] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    // A build that was killed while it wrote a Result leaves a part of it under another name.
    for folder in [results, runs] {
      for name in Files.names(in: folder) where name.hasSuffix(".tmp") {
        unlink("\(folder)/\(name)")
      }
    }
  }
}
