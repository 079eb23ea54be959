/// Runs `body` for every value of a parameter and returns the results in order.
///
/// ```swift
/// let paths = sweep("lambda", [0.01, 0.1, 1]) { lambda in ridge(x, y, lambda) }
/// let weak = paths["lambda", 0.01]
/// ```
public func sweep<P: Sendable & Equatable, T: Sendable, E: Error>(
  _ name: String, _ values: [P], _ body: @Sendable (P) throws(E) -> T
) throws(E) -> Sweep<P, T> {
  let results = try Recorder.current.concurrently(values.count, asSeeds: false) {
    index throws(E) in try body(values[index])
  }
  return Sweep(name: name, values: values, results: results)
}

/// Results of the same computation, one for each value of a parameter.
public struct Sweep<P: Sendable & Equatable, T: Sendable>: Sendable {
  /// The parameter's name.
  public let name: String
  /// The parameter's values.
  public let values: [P]
  /// The results in the order of the values.
  public let results: [T]

  /// The result for one value of the parameter.
  public subscript(_ name: String, _ value: P) -> T {
    require(name == self.name, "this sweep varies \"\(self.name)\", not \"\(name)\"")
    guard let index = values.firstIndex(of: value) else {
      refuse("the sweep of \"\(name)\" has no \(value); it has \(values)")
    }
    return results[index]
  }
}

extension Seeds {
  /// The results for one value of the parameter, one a seed.
  public subscript<P, U>(_ name: String, _ value: P) -> Seeds<U> where T == Sweep<P, U> {
    map { $0[name, value] }
  }
}
