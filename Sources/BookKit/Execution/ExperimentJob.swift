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
  /// The time limit in seconds.
  let timeout: Int

  /// The time limit of an experiment that has none of its own.
  static let defaultTimeout = 120

  /// Every job of a chapter, in the order of its blocks. Other `seeds` (a count or `A..B`) go before
  /// the fences' own, another `timeout` after them.
  static func jobs(
    of chapter: Chapter, seeds: String? = nil, timeout: Int? = nil
  ) -> [ExperimentJob] {
    let blocks = chapter.codeBlocks
    return blocks.experiments.map {
      ExperimentJob(
        chapter: chapter.path, setup: blocks.setup, optimize: chapter.frontMatter.optimize,
        experiment: $0, seeds: seeds ?? String($0.options.seeds),
        timeout: $0.options.timeout ?? timeout ?? defaultTimeout)
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
