import Results

extension Mark.Kind {
  /// Whether it has points that are named, colored and described one series each.
  var isSeries: Bool {
    switch self {
    case .line, .steps, .lines, .histogram, .dots, .bars: true
    case .rule, .heat, .regions, .images: false
    }
  }

  /// Whether it is one line, which can be named at its end.
  var isLine: Bool { self == .line || self == .steps }
}
