import Results

/// One experiment that is to be computed: all that decides its Result, and where to report to.
struct ExperimentJob: Sendable {
  /// The chapter's path relative to the book's folder.
  let chapter: String
  /// The chapter's setup blocks in order.
  let setup: [CodeBlock]
  /// Whether the chapter is compiled with `-O`.
  let optimize: Bool
  /// The experiment.
  let experiment: Experiment
  /// The seeds as the process's argument: a count or `A..B`.
  let seeds: String

  /// Every job of a chapter, in the order of its blocks.
  static func jobs(of chapter: Chapter, seeds: String? = nil) -> [ExperimentJob] {
    let blocks = chapter.codeBlocks
    return blocks.experiments.map {
      ExperimentJob(
        chapter: chapter.path, setup: blocks.setup, optimize: chapter.frontMatter.optimize,
        experiment: $0, seeds: seeds ?? String($0.options.seeds))
    }
  }

  /// Whether the parser found an error in the experiment's block or in its chapter's setup, so that
  /// running it would only say so again.
  func isHit(by mistakes: [Diagnostic]) -> Bool {
    mistakes.contains { mistake in
      guard mistake.severity == .error, mistake.path == chapter, let line = mistake.span?.line
      else { return false }
      return ([block] + setupBlocks).contains { $0.contains(line: line) }
    }
  }

  /// The name of the job's Result in the cache: the hash of everything that decides it.
  func key(toolkit: Toolkit) -> String {
    var fingerprint = Fingerprint()
    // Each part is preceded by its length, so that no two different lists read the same.
    for part in [
      "regbook result 1", toolkit.engine, toolkit.compiler, optimize ? "-O" : "-Onone",
      experiment.id, seeds, experiment.code,
    ] + setup.map(\.code) {
      fingerprint.update("\(part.utf8.count)\n\(part)".utf8)
    }
    return fingerprint.hexadecimal
  }
}

extension Chapter {
  /// The setup blocks and experiments, in order, wherever they stand.
  var codeBlocks: (setup: [CodeBlock], experiments: [Experiment]) {
    var setup: [CodeBlock] = []
    var experiments: [Experiment] = []
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .setup(let code): setup.append(code)
        case .experiment(let experiment): experiments.append(experiment)
        case .quote(let inner, _): visit(inner)
        case .list(_, _, let items, _): items.forEach(visit)
        default: break
        }
      }
    }
    visit(blocks)
    return (setup, experiments)
  }
}
