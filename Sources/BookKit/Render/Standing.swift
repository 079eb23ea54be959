/// How the book stands: how much was computed, and what became of the checks.
struct Standing {
  private(set) var experiments = 0
  private(set) var withoutResult = 0
  private(set) var held = 0
  private(set) var checks = 0

  init(_ book: BookIndex) {
    for page in book.pages {
      page.chapter.forEachBlock { block in
        guard case .experiment(let experiment) = block else { return }
        experiments += 1
        guard let result = book.results[experiment.id] else {
          withoutResult += 1
          return
        }
        checks += result.claims.count
        held += result.claims.count { $0.verdict.outcome == .held }
      }
    }
  }

  /// What the small print under a check says; nil for a book without checks.
  var howToRead: String? {
    guard checks > 0 else { return nil }
    return
      "Under a check stands what was found, how far that goes up and down over pairs of runs, and what "
      + "was claimed of it."
  }

  /// `144 claims of the articles, put on trial by 34 experiments. All of their 41 checks hold.`; empty
  /// for a book without experiments. `claims` are the ledger's, nil for a book without one.
  func sentence(claims: Int?) -> String {
    guard experiments > 0 else { return "" }
    let count = experiments == 1 ? "1 experiment" : "\(experiments) experiments"
    let trial = claims.map { $0 == 1 ? "1 claim of the articles" : "\($0) claims of the articles" }
    var text = trial.map { "\($0), put on trial by \(count)" } ?? count
    if withoutResult > 0 { text += ", \(withoutResult) without a result" }
    text += "."
    if checks > 0 {
      // The articles have claims too, and not all of those hold.
      let hold = held == 1 ? "holds" : "hold"
      let some = held == checks && checks > 1 ? "All" : "\(held)"
      text += " \(some) of their \(checks) checks \(hold)."
    }
    return text
  }
}
