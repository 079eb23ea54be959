import Lab

private let torch = Reference("torch_sequences")

extension Technique {
  static let sequences: [Technique] = sequenceLayers + sequenceDropouts + sequenceTasks

  private static let sequenceLayers: [Technique] = [
    Technique(
      "Layers", "Embedding", type: "Embedding", oracle: "PyTorch `Embedding`",
      source: "Bengio et al. 2003, §2", tolerance: 1e-5
    ) {
      torch.error(of: "Embedding") { Embedding(6, 3) }
    },
    Technique(
      "Layers", "Simple recurrent layer", type: "RNN", oracle: "PyTorch `RNN`, tanh and ReLU",
      source: "Elman 1990", tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "RNN tanh") { RNN(3, 4) },
        torch.error(of: "RNN relu") { RNN(3, 4, nonlinearity: .relu) })
    },
    Technique(
      "Layers", "Long short-term memory", type: "LSTM", oracle: "PyTorch `LSTM`",
      source: "Hochreiter & Schmidhuber 1997; Gers et al. 2000", tolerance: 1e-5
    ) {
      torch.error(of: "LSTM") { LSTM(3, 4) }
    },
    Technique(
      "Layers", "Gated recurrent unit", type: "GRU", oracle: "PyTorch `GRU`",
      source: "Cho et al. 2014", tolerance: 1e-5
    ) {
      torch.error(of: "GRU") { GRU(3, 4) }
    },
    Technique(
      "Layers", "Last step", type: "LastStep", oracle: "PyTorch indexing",
      source: "Sutskever, Vinyals & Le 2014, §2",
      tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "last step") { LastStep() },
        torch.error(of: "mean over time") { GlobalAvgPool1d() })
    },
    Technique(
      "Layers", "Layer normalisation", type: "LayerNorm", oracle: "PyTorch `LayerNorm`",
      source: "Ba, Kiros & Hinton 2016, §3", tolerance: 1e-5
    ) {
      torch.error(of: "LayerNorm") { LayerNorm(5) }
    },
    Technique(
      "Layers", "Multi-head attention", type: "MultiHeadAttention",
      oracle: "PyTorch `MultiheadAttention`, with and without a causal mask, and its weights",
      source: "Vaswani et al. 2017, §3.2", tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "MultiheadAttention") { MultiHeadAttention(6, heads: 2) },
        torch.error(of: "causal MultiheadAttention") {
          MultiHeadAttention(6, heads: 2, causal: true)
        },
        torch.attentionError(of: "MultiheadAttention") { MultiHeadAttention(6, heads: 2) },
        torch.attentionError(of: "causal MultiheadAttention") {
          MultiHeadAttention(6, heads: 2, causal: true)
        })
    },
    Technique(
      "Layers", "Transformer block", type: "TransformerBlock",
      oracle: "PyTorch `TransformerEncoderLayer`, norms first (GELU) and last (ReLU)",
      source: "Vaswani et al. 2017, §3; Xiong et al. 2020", tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "TransformerEncoderLayer") {
          TransformerBlock(6, heads: 2, feedForward: 7, causal: true, activation: .gelu)
        },
        torch.error(of: "TransformerEncoderLayer norm last") {
          TransformerBlock(6, heads: 2, feedForward: 7, causal: true, normFirst: false)
        })
    },
    Technique(
      "Layers", "Positional encoding", type: "PositionalEncoding", oracle: "NumPy sin and cos",
      source: "Vaswani et al. 2017, §3.5", tolerance: 1e-5
    ) {
      torch.error(of: "positions") { PositionalEncoding(6) }
    },
    Technique(
      "Layers", "Learned positions", type: "PositionEmbedding", oracle: "PyTorch broadcasting",
      source: "Gehring et al. 2017, §3.1", tolerance: 1e-5
    ) {
      torch.error(of: "learned positions") { PositionEmbedding(6, maxLength: 7) }
    },
  ]

  private static let sequenceDropouts: [Technique] = [
    Technique(
      "Dropout", "Variational dropout of recurrent layers",
      type: "RNN, LSTM, GRU (dropout, recurrentDropout)",
      oracle: "PyTorch's cells, given our one mask for all steps",
      source: "Gal & Ghahramani 2016, §4", tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "variational RNN") { RNN(3, 4, dropout: 0.3, recurrentDropout: 0.4) },
        torch.error(of: "variational LSTM") { LSTM(3, 4, dropout: 0.3, recurrentDropout: 0.4) },
        torch.error(of: "variational GRU") { GRU(3, 4, dropout: 0.3, recurrentDropout: 0.4) })
    },
    Technique(
      "Dropout", "Weight-dropped LSTM", type: "RNN, LSTM, GRU (weightDropout)",
      oracle: "PyTorch `RNN`, `LSTM`, `GRU`, given our mask of weights",
      source: "Merity et al. 2018, §2", tolerance: 1e-5
    ) {
      largestError(
        torch.error(of: "weight-dropped RNN") { RNN(3, 4, weightDropout: 0.4) },
        torch.error(of: "weight-dropped LSTM") { LSTM(3, 4, weightDropout: 0.4) },
        torch.error(of: "weight-dropped GRU") { GRU(3, 4, weightDropout: 0.4) })
    },
    Technique(
      "Dropout", "Embedding dropout", type: "Embedding (dropout)",
      oracle: "PyTorch `embedding` of a masked weight",
      source: "Gal & Ghahramani 2016, §4.2; Merity et al. 2018, §4.3", tolerance: 1e-5
    ) {
      torch.error(of: "embedding dropout", parameters: ["0.weight"]) { x, parameters, constant in
        embedding(x, parameters[0], mask: constant("mask"))
      }
    },
    Technique(
      "Dropout", "Attention dropout", type: "MultiHeadAttention (dropout)",
      oracle: "PyTorch softmax times a mask", source: "Zehui et al. 2019, arXiv:1907.11065",
      tolerance: 1e-5
    ) {
      torch.error(of: "attention dropout inverted", parameters: []) { x, _, constant in
        scaledDotProductAttention(x, heads: 2, mask: constant("mask"))
      }
    },
    Technique(
      "Dropout", "DropAttention with normalized rescaling",
      type: "MultiHeadAttention (rescaling: .renormalized)",
      oracle: "PyTorch softmax times a mask over its detached sum",
      source: "Zehui et al. 2019, arXiv:1907.11065", tolerance: 1e-5
    ) {
      torch.error(of: "attention dropout renormalized", parameters: []) { x, _, constant in
        scaledDotProductAttention(
          x, heads: 2, mask: constant("mask"), rescaling: .renormalized)
      }
    },
  ]

  private static let sequenceTasks: [Technique] = [
    Technique(
      "Data", "Copy and recall tasks", type: "SequenceTasks", oracle: "their definitions",
      source: "Arjovsky, Shah & Bengio 2016; Bengio, Simard & Frasconi 1994", tolerance: 0
    ) {
      let copy = SequenceTasks.copy(symbols: 5, span: 3, delay: 4, train: 20, test: 1, seed: 1)
        .train
      var wrong = 0
      for i in 0..<copy.count {
        let inputs = Array(copy.inputs[i * 10..<(i + 1) * 10])
        let labels = copy.labels[i * 10..<(i + 1) * 10].map { Float($0) }
        let word = inputs[0..<3]
        wrong += inputs == word + [5, 5, 5, 6, 5, 5, 5] ? 0 : 1
        wrong += labels == [5, 5, 5, 5, 5, 5, 5] + word ? 0 : 1
      }
      let recall = SequenceTasks.recall(length: 6, train: 20, test: 1, seed: 1).train
      for i in 0..<recall.count {
        let inputs = recall.inputs[i * 6..<(i + 1) * 6]
        wrong += inputs.first == Float(recall.labels[i]) ? 0 : 1
        wrong += inputs.dropFirst().allSatisfy { $0 >= 4 && $0 < 8 } ? 0 : 1
      }
      return Double(wrong)
    },
    Technique(
      "Data", "Adding problem", type: "AddingProblem", oracle: "the sum of the marked numbers",
      source: "Hochreiter & Schmidhuber 1997, §5.4", tolerance: 1e-6
    ) {
      let task = AddingProblem(count: 50, length: 9, seed: 1)
      return (0..<task.count).map { i in
        let pairs = (0..<9).map { t in
          (task.inputs[2 * (9 * i + t)], task.inputs[2 * (9 * i + t) + 1])
        }
        let marked = pairs.filter { $0.1 == 1 }
        guard marked.count == 2, pairs.allSatisfy({ $0.1 == 0 || $0.1 == 1 }) else { return 1 }
        return Double(abs(marked[0].0 + marked[1].0 - task.targets[i]))
      }.largestError
    },
    Technique(
      "Data", "Markov language of known entropy", type: "MarkovLanguage",
      oracle: "closed form: a step leaves the stationary pairs as they are, rows sum to 1",
      source: "Cover & Thomas 2006, §4.2", tolerance: 1e-12
    ) {
      let language = MarkovLanguage(vocabulary: 7, seed: 3)
      var next = [Double](repeating: 0, count: 49)
      var worst = 0.0
      for pair in 0..<49 {
        let row = language.probabilities[pair * 7..<(pair + 1) * 7]
        worst = largestError(worst, abs(row.reduce(0, +) - 1))
        for (c, p) in row.enumerated() { next[pair % 7 * 7 + c] += language.pairs[pair] * p }
      }
      for (a, b) in zip(next, language.pairs) { worst = largestError(worst, abs(a - b)) }
      let flat = MarkovLanguage(vocabulary: 7, sharpness: 0, seed: 3)
      return largestError(worst, abs(flat.entropyRate - 1.9459101490553132))
    },
  ]
}
