import Results

/// The experiments of a book, for `regbook list`.
public struct BookListing: Sendable {
  /// One experiment.
  public struct Entry: Sendable, Codable, Equatable {
    /// Its id.
    public var id: String
    /// Its chapter and the line of its fence.
    public var place: String
    /// Its seeds as on the fence.
    public var seeds: Int
    /// The failure that it must end in; nil for none.
    public var expect: ExperimentFailure.Kind?
    /// Whether its chapter is a draft.
    public var isDraft: Bool
  }

  /// The experiments in the order of the book.
  public let experiments: [Entry]

  /// Lists the experiments of the book in `folder`. A mistake is thrown as a `Diagnostic`.
  public init(folder: String) throws {
    let folder = BookFolder.absolute(folder)
    try BookFolder.check(folder)
    experiments = BookLoader.load(folder: folder).book.chapters.flatMap { chapter in
      chapter.codeBlocks.experiments.map { experiment in
        Entry(
          id: experiment.id, place: "\(chapter.path):\(experiment.span.line)",
          seeds: experiment.options.seeds, expect: experiment.options.expect,
          isDraft: chapter.frontMatter.draft)
      }
    }
  }

  /// A line each, in columns.
  public var text: String {
    let width = experiments.map(\.id.count).max() ?? 0
    return experiments.map { entry in
      let expect = entry.expect.map { " expect=\($0.rawValue)" } ?? ""
      return
        "\(entry.id.padded(to: width))  \(entry.place)\(expect)\(entry.isDraft ? " (draft)" : "")\n"
    }.joined()
  }

  /// The experiments as JSON.
  public var json: String {
    get throws { try ResultCoding.text(of: experiments) }
  }
}
