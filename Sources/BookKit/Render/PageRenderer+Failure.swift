import Results

extension PageRenderer {
  /// How an experiment failed that is to fail: what kind of end it was, where, and the words that the
  /// reader would see.
  func failure(_ failure: ExperimentFailure?) -> HTML {
    guard let failure else { return HTML() }
    let place = failure.location.map { " in line \($0.line)" } ?? ""
    let head =
      HTML.tag("strong", [:], HTML("\(failure.kind.title)\(place)."))
      + HTML(" This failure is the lesson.")
    let words = HTML.tag(
      "div", ["class": "scroll output"],
      .tag("pre", [:], .tag("samp", [:], HTML(failure.message))))
    return .tag(
      "div", ["class": "failure", "data-failure": failure.kind.rawValue],
      .tag("p", ["class": "failure-title"], head) + words)
  }
}

extension ExperimentFailure.Kind {
  /// What a reader is told first.
  var title: String {
    switch self {
    case .trap: "Stopped by a check"
    case .compileError: "Does not compile"
    case .diverges: "Training diverged"
    case .timeout: "Did not end"
    }
  }
}
