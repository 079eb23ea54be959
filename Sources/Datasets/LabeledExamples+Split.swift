import Numerics

extension LabeledExamples {
  /// Random examples to learn from and others to judge by.
  ///
  /// - Parameters:
  ///   - train: How many examples to learn from.
  ///   - validation: How many others to choose by; 0 by default.
  ///   - test: How many others to judge by; all that are left by default.
  ///   - stratified: Whether every part has each class in the proportion of the whole, up to two
  ///     examples; false by default.
  ///   - seed: Decides which examples go where.
  public func split(
    train: Int, validation: Int = 0, test: Int? = nil, stratified: Bool = false, seed: Int
  ) -> Split {
    let test = test ?? count - train - validation
    require(
      train >= 1 && validation >= 0 && test >= 1 && train + validation + test <= count,
      "\(train) + \(validation) + \(test) examples were asked for, at least one to learn from and one to judge by, and there are \(count)"
    )
    let order = randomOrder(stratified: stratified, seed: seed)
    return Split(
      train: examples(order[..<train]),
      validation: validation == 0 ? nil : examples(order[train + test..<train + test + validation]),
      test: examples(order[train..<train + test]))
  }

  /// k splits for cross-validation: each example is in the test part of exactly one, and the parts'
  /// sizes differ by one at most.
  ///
  /// - Parameters:
  ///   - k: How many, from 2 to the number of examples.
  ///   - stratified: Whether every part has each class in the proportion of the whole, up to two
  ///     examples; false by default.
  ///   - seed: Decides which examples go where.
  public func folds(_ k: Int, stratified: Bool = false, seed: Int) -> [Split] {
    require(k >= 2 && k <= count, "\(count) examples make 2 to \(count) folds, not \(k)")
    let order = randomOrder(stratified: stratified, seed: seed)
    return (0..<k).map { fold in
      let part = fold * count / k..<(fold + 1) * count / k
      return Split(
        train: examples(order[..<part.lowerBound] + order[part.upperBound...]),
        test: examples(order[part]))
    }
  }

  /// All indices in random order; stratified, the examples of each class lie evenly over the whole.
  private func randomOrder(stratified: Bool, seed: Int) -> [Int] {
    var random = RandomStream(seed: seed, "split")
    let order = random.permutation(count)
    guard stratified else { return order }
    var sizes = [Int](repeating: 0, count: classes)
    for label in labels { sizes[Int(label)] += 1 }
    var ranks = [Int](repeating: 0, count: classes)
    let places = order.map { i in
      let c = Int(labels[i])
      ranks[c] += 1
      return (place: (Double(ranks[c]) - 0.5) / Double(sizes[c]), index: i)
    }
    // Ties in the order of the classes, then of the indices: a sort needs one answer.
    return places.sorted {
      ($0.place, labels[$0.index], $0.index) < ($1.place, labels[$1.index], $1.index)
    }.map(\.index)
  }

  /// These examples followed by others of the same kind.
  public func appending(_ others: LabeledExamples) -> LabeledExamples {
    require(
      features == others.features && classes == others.classes,
      "examples of \(features) features and \(classes) classes cannot be joined by some of \(others.features) and \(others.classes)"
    )
    var joined = self
    joined.inputs += others.inputs
    joined.labels += others.labels
    return joined
  }
}
