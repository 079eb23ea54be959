/// How the book stands: how much was computed, and what became of the claims.
struct Standing {
  private(set) var experiments = 0
  private(set) var withoutResult = 0
  private(set) var held = 0
  private(set) var claims = 0

  init(_ book: BookIndex) {
    for page in book.pages {
      page.chapter.forEachBlock { block in
        guard case .experiment(let experiment) = block else { return }
        experiments += 1
        guard let result = book.results[experiment.id] else {
          withoutResult += 1
          return
        }
        claims += result.claims.count
        held += result.claims.count { $0.verdict.outcome == .held }
      }
    }
  }

  /// What the small print under a claim says; nil for a book without claims.
  var howToRead: String? {
    guard claims > 0 else { return nil }
    return
      "Under a claim stands the difference between its two sides, in brackets how far that goes "
      + "up and down over pairs of runs, and what was asked of it."
  }

  /// `34 experiments; all of the book’s own 41 claims hold.`; empty for a book without experiments.
  var sentence: String {
    guard experiments > 0 else { return "" }
    var text = experiments == 1 ? "1 experiment" : "\(experiments) experiments"
    if withoutResult > 0 { text += ", \(withoutResult) without a result" }
    if claims > 0 {
      // The articles have claims too, and not all of those hold.
      let hold = held == 1 ? "holds" : "hold"
      let some = held == claims && claims > 1 ? "all" : "\(held)"
      text += "; \(some) of the book’s own \(claims) claims \(hold)"
    }
    return text + "."
  }
}
