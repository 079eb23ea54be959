/// The text of a new chapter. It builds as it is, and shows each thing that a chapter can hold once: a
/// formula, a recorded value, a placed figure, an experiment with seeds, a claim.
struct ChapterTemplate {
  let title: String
  /// The id of its experiment.
  let id: String

  var text: String {
    """
    ---
    title: \(Self.scalar(title))
    summary: What the reader will know at the end, in one sentence.
    ---

    Ridge regression pays for long weights: with a price $\\lambda$ it minimizes

    $$\\frac{1}{2n}\\lVert y - Xw \\rVert^2 + \\frac{\\lambda}{2}\\lVert w \\rVert^2.$$

    At $\\lambda = 0$ the weights have a length of {{\(id).free ± sd}}, at $\\lambda = 1$ of
    {{\(id).priced ± sd}}.

    {{\(id).lengths}}

    ```swift experiment \(id) seeds=5
    let prices = [0, 0.1, 0.3, 1]
    let runs = seeds { seed in
      let task = Regression.synthetic(examples: 60, features: 8, nonzeros: 8, noise: 0.3, seed: seed)
      return sweep("lambda", prices) { lambda in ridge(task.x, task.y, lambda).norm }
    }
    let lengths = prices.map { runs["lambda", $0].samples }
    record("free", lengths[0])
    record("priced", lengths[3])
    claim("A price makes the weights shorter on every seed.", lengths[3] < lengths[0])
    figure(
      "lengths", "The higher the price, the shorter the weights.",
      x: Axis(label: "λ"), y: Axis(label: "length of w", including: [0])
    ) {
      Line("ridge", x: prices, y: lengths)
    }
    ```

    """
  }

  /// A text as YAML reads it back: plain where nothing in it has a meaning, else in quotes.
  private static func scalar(_ text: String) -> String {
    let words = ["true", "false", "yes", "no", "on", "off", "y", "n", "null"]
    let isPlain =
      text.first?.isLetter == true
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -,.?".contains($0) }
    return isPlain && !words.contains(text.lowercased())
      ? text : "'" + text.replacing("'", with: "''") + "'"
  }
}
