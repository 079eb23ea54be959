import Lab

extension Technique {
  static let dense: [Technique] = [
    Technique(
      "Layers", "Dense layer", type: "Linear", oracle: "PyTorch `Linear`",
      source: "Goodfellow, Bengio & Courville 2016, §6", tolerance: 1e-5
    ) {
      Reference("torch_dense").error(of: "Linear") { Linear(5, 3) }
    }
  ]
}
