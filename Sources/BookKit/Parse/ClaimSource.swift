import Results

/// The two sides of a claim as its source spells them: the right side of `a > 5 * b` is 2.74 where b,
/// which readers know, is 0.548.
struct ClaimSource: Equatable {
  let left: ClaimSide
  let right: ClaimSide

  /// Both sides as they are, for a claim whose source is not at hand.
  static let unread = ClaimSource(left: ClaimSide(), right: ClaimSide())

  private init(left: ClaimSide, right: ClaimSide) {
    (self.left, self.right) = (left, right)
  }

  /// Reads a claim where it stands in its experiment.
  ///
  /// It is unread where it stands elsewhere, as that of a function in a setup block, or where its
  /// comparison was made before.
  ///
  /// - Parameter lines: The experiment's lines without texts and comments.
  init(_ claim: Claim, in lines: [Substring]) {
    self = .unread
    let row = claim.location.line - 1
    guard lines.indices.contains(row) else { return }
    // The column counts bytes, of which a character before it may have several.
    let call = "claim("
    let line = lines[row]
    let reach = line.prefix(claim.location.column - 1 + call.count)
    guard let start = reach.ranges(of: call).last?.upperBound else { return }
    let code = line[start...] + " " + lines[(row + 1)...].joined(separator: " ")
    let words = CodeWords.ofArgument(1, in: code)
    let relations = words.indices.filter { ["<", "<=", ">", ">=", "=="].contains(words[$0]) }
    guard relations.count == 1 else { return }
    let right = ClaimSide(words[(relations[0] + 1)...])
    var left = ClaimSide(words[..<relations[0]])
    // Beside a typed number all of the left side is what was found: a deviation x / y - 1.
    if right.isTyped { left = ClaimSide(share: left.share) }
    self.init(left: left, right: right)
  }
}

/// One side of a claim: `5 * b + 0.02` is a factor, a term, and what is added.
struct ClaimSide: Equatable {
  /// The number that the term is multiplied by.
  var factor: Double?
  /// The number that is added, or less than 0 where it is taken away.
  var offset = 0.0
  /// Whether it is nothing but numbers that somebody typed.
  var isTyped = false
  /// Whether it is calculated with typed numbers in another way, as `b / 3` is.
  var isCalculated = false
  /// The unit that its name tells: an accuracy or a confidence, or a difference of two.
  var share: Unit?

  /// The term's samples, from those of the whole side.
  func term(of samples: [Double]) -> [Double] {
    samples.map { ($0 - offset) / (factor ?? 1) }
  }
}

extension ClaimSide {
  /// Reads the words of a side.
  fileprivate init(_ words: ArraySlice<String>) {
    if words.count == 1, let inner = CodeWords.inParentheses(words.first!) {
      self.init(inner[...])
      return
    }
    self.init()
    let operators = words.filter(Self.isOperator)
    guard operators.allSatisfy({ "+-*/".contains($0) }) else { return }
    let sum = Self.sum(words)
    let numbers = sum.filter { $0.factors.count == 1 && $0.number != nil }
    var terms = sum.filter { $0.factors.count != 1 || $0.number == nil }
    let typed = words.filter { Self.number($0) != nil }
    share = Self.share(of: terms)
    isTyped = !words.isEmpty && typed.count + operators.count == words.count
    guard !isTyped, !typed.isEmpty else { return }
    // `1 - b` is no term with something added.
    if numbers.count == 1, terms.first!.sign > 0 {
      offset = numbers[0].sign * numbers[0].number!
    } else {
      terms = sum
    }
    if terms.count == 1, terms[0].isProduct { factor = terms[0].number }
    let unread = typed.count - (offset == 0 ? 0 : 1) - (factor == nil ? 0 : 1)
    isCalculated = unread > 0 && factor == nil
  }

  /// A part of a sum: words between `+` and `-`.
  private struct Term {
    var sign: Double
    /// The words between `*` and `/`.
    var factors: [ArraySlice<String>]
    /// Whether nothing is divided.
    var isProduct: Bool

    /// The first typed number.
    var number: Double? {
      factors.lazy.compactMap { $0.count == 1 ? ClaimSide.number($0.first!) : nil }.first
    }
  }

  private static func sum(_ words: ArraySlice<String>) -> [Term] {
    var terms: [Term] = []
    var start = words.startIndex
    var sign = 1.0
    for place in start...words.endIndex {
      let isEnd = place == words.endIndex
      guard isEnd || words[place] == "+" || words[place] == "-" else { continue }
      let part = words[start..<place]
      terms.append(
        Term(
          sign: sign, factors: part.split { $0 == "*" || $0 == "/" },
          isProduct: !part.contains("/")))
      if !isEnd { sign = words[place] == "-" ? -1 : 1 }
      start = isEnd ? place : place + 1
    }
    return terms
  }

  private static func isOperator(_ word: String) -> Bool {
    word.allSatisfy { "+-*/%<>=!&|^~?:.".contains($0) }
  }

  private static func number(_ word: String) -> Double? {
    guard let first = word.first(where: { $0 != "-" }), first.isASCII, first.isNumber else {
      return nil
    }
    return Double(word.replacing("_", with: ""))
  }

  /// The unit of what an experiment calls an accuracy or a confidence.
  private static func share(of terms: [Term]) -> Unit? {
    let areShares = terms.map { term in
      guard let name = term.factors.last?.joined() else { return false }
      let parts = CodeWords.withoutBrackets(name).split(separator: ".")
      let measure = parts.last { !["last", "max", "min", "mean", "samples"].contains($0) }
      return ["accuracy", "confidence"].contains { measure?.lowercased().hasSuffix($0) == true }
    }
    guard areShares.contains(true) else { return nil }
    switch terms.count {
    case 1: return .percent
    case 2 where terms[1].sign < 0: return .points
    default: return nil
    }
  }
}
