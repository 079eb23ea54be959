/// The largest of some errors; not-a-number if one of them is, so that it passes no test.
func largestError(_ errors: Double...) -> Double { errors.largestError }

extension Sequence<Double> {
  /// The largest of these errors; not-a-number if one of them is. `max()` would pass over it.
  var largestError: Double { reduce(0) { $0.isNaN || $0 >= $1 ? $0 : $1 } }
}
