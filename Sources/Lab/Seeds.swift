/// Runs `body` for every seed of the experiment (`seeds=5` on its fence) and returns the results in
/// the order of the seeds. Seeds run concurrently; the result does not depend on how many at once.
public func seeds<T: Sendable, E: Error>(
  _ body: @Sendable (Int) throws(E) -> T
) throws(E) -> Seeds<T> {
  let seeds = RunContext.current.seeds
  Recorder.current.say { $0.seeds = seeds }
  return Seeds(
    try Recorder.current.concurrently(seeds.count, asSeeds: true) { index throws(E) in
      try body(seeds[index])
    })
}

/// Results of the same computation, one a seed.
///
/// A property of the results is asked for here and comes back for every seed: `runs.accuracy` is
/// `Samples` where `accuracy` is a number, else `Seeds` again.
@dynamicMemberLookup
public struct Seeds<T: Sendable>: Sendable {
  /// The results in the order of the seeds.
  public let results: [T]

  init(_ results: [T]) { self.results = results }

  /// A number of each result.
  public subscript(dynamicMember path: KeyPath<T, Double>) -> Samples {
    Samples(results.map { $0[keyPath: path] })
  }

  /// A whole number of each result.
  public subscript(dynamicMember path: KeyPath<T, Int>) -> Samples {
    Samples(results.map { Double($0[keyPath: path]) })
  }

  /// A property of each result.
  public subscript<U: Sendable>(dynamicMember path: KeyPath<T, U>) -> Seeds<U> {
    Seeds<U>(results.map { $0[keyPath: path] })
  }

  /// Something computed from each result.
  public func map<U: Sendable>(_ transform: (T) -> U) -> Seeds<U> {
    Seeds<U>(results.map(transform))
  }
}

extension Seeds: Measured where T: Measured {
  /// The numbers as samples.
  public var samples: Samples {
    Samples(
      results.map { number in
        let values = number.samples.values
        require(values.count == 1, "each seed gives one number here, not \(values.count)")
        return values[0]
      })
  }
}

extension Seeds: Counted where T: Counted {}

extension Seeds where T == [Double] {
  /// The last number of each curve.
  public var last: Samples {
    Samples(
      results.map { curve in
        guard let last = curve.last else { refuse("an empty curve has no last number") }
        return last
      })
  }

  /// The largest number of each curve.
  public var max: Samples { Samples(results.map { $0.reduce(-.infinity) { Swift.max($0, $1) } }) }

  /// The smallest number of each curve.
  public var min: Samples { Samples(results.map { $0.reduce(.infinity) { Swift.min($0, $1) } }) }

  /// The curves point by point: at each position one number a seed.
  public var points: [Samples] {
    let count = results.reduce(Int.max) { Swift.min($0, $1.count) }
    return (0..<count).map { i in Samples(results.map { $0[i] }) }
  }
}
