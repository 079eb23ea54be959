import Results

/// A claim of an experiment that says which claim of an article it decides.
struct Citation {
  var experiment: String
  /// The claim's place among those of its experiment, from 0.
  var number: Int
  var claim: Claim
}

extension [Citation] {
  /// The first of each experiment.
  var firstOfEachExperiment: [Citation] {
    var seen: Set<String> = []
    return filter { seen.insert($0.experiment).inserted }
  }
}

extension BookIndex {
  /// The citations of each claim of the articles, in reading order.
  static func citations(
    of pages: [Page], _ results: [String: ExperimentResult]
  ) -> [String: [Citation]] {
    var citations: [String: [Citation]] = [:]
    for page in pages {
      page.chapter.forEachBlock { block in
        guard case .experiment(let experiment) = block else { return }
        for (number, claim) in (results[experiment.id]?.claims ?? []).enumerated() {
          let citation = Citation(experiment: experiment.id, number: number, claim: claim)
          for id in claim.tests { citations[id, default: []].append(citation) }
        }
      }
    }
    return citations
  }

  /// Where an experiment stands in its chapter.
  func place(of experiment: String) -> (path: String, span: SourceSpan)? {
    guard let home = experiments[experiment]?.page else { return nil }
    var place: SourceSpan?
    pages[home].chapter.forEachBlock { block in
      if case .experiment(let found) = block, found.id == experiment { place = found.span }
    }
    return place.map { (pages[home].chapter.path, $0) }
  }
}
