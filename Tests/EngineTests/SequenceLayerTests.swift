import Lab
import Testing

@testable import Autograd
@testable import Training

/// Properties of the layers for sequences that hold to the bit.
@Suite struct SequenceLayerTests {
  static let networks: [Network] = [
    Network(seed: 1) {
      Embedding(9, 5)
      RNN(5, 6)
      LSTM(6, 7)
      GRU(7, 3)
    },
    Network(seed: 2) {
      Embedding(9, 6)
      PositionalEncoding(6)
      TransformerBlock(6, heads: 3, causal: true)
      LayerNorm(6)
      PositionEmbedding(6, maxLength: 8)
      TransformerBlock(6, heads: 2, causal: true, normFirst: false, activation: .gelu)
    },
  ]

  static func output(_ network: Network, _ words: [Float], length: Int) -> [Float] {
    let tape = Tape()
    defer { tape.release() }
    tape.begin(recording: false)
    let x = tape.constant(words, Shape(words.count / length, length))
    return LiveNetwork(network).pass(on: tape, .evaluation)(x).values
  }

  @Test(arguments: networks.indices)
  func permutedExamplesGivePermutedOutputs(_ index: Int) {
    let network = Self.networks[index]
    var random = RandomStream(seed: 1, "words")
    let words = (0..<7 * 6).map { _ in Float(random.integer(below: 9)) }
    let order = random.permutation(7)
    let outputs = Self.output(network, words, length: 6)
    let size = outputs.count / 7
    let permuted = Self.output(
      network, order.flatMap { words[6 * $0..<6 * $0 + 6] }, length: 6)
    #expect(permuted == order.flatMap { outputs[size * $0..<size * ($0 + 1)] })
  }

  @Test(arguments: networks.indices)
  func laterWordsChangeNoEarlierOutput(_ index: Int) {
    let network = Self.networks[index]
    let words: [Float] = [1, 4, 2, 8, 5, 7]
    let outputs = Self.output(network, words, length: 6)
    let size = outputs.count / 6
    let changed = Self.output(network, [1, 4, 2, 8, 0, 3], length: 6)
    #expect(outputs[0..<4 * size] == changed[0..<4 * size])
    #expect(outputs[4 * size..<5 * size] != changed[4 * size..<5 * size])
    // A shorter sequence has the same beginning.
    #expect(Self.output(network, [1, 4, 2], length: 3) == Array(outputs[0..<3 * size]))
  }

  @Test func parametersHaveTheirNamesAndFirstValues() {
    let network = Network(seed: 1) {
      Embedding(40, 50)
      LSTM(50, 16)
      LayerNorm(16)
      TransformerBlock(16, heads: 2)
    }
    #expect(
      network.parameters.map(\.name) == [
        "0.weight", "1.weightIH", "1.weightHH", "1.biasIH", "1.biasHH", "2.weight", "2.bias",
        "3.attention.inProjection.weight", "3.attention.inProjection.bias",
        "3.attention.outProjection.weight", "3.attention.outProjection.bias", "3.linear1.weight",
        "3.linear1.bias", "3.linear2.weight", "3.linear2.bias", "3.norm1.weight", "3.norm1.bias",
        "3.norm2.weight", "3.norm2.bias",
      ])
    let words = network.values(of: "0.weight").map { Double($0) }
    let variance = words.reduce(0) { $0 + $1 * $1 } / 2000
    #expect(abs(variance - 1) <= 4 * (2.0 / 2000).squareRoot())
    func largest(_ name: String) -> Float { network.values(of: name).map(abs).max()! }
    #expect(largest("1.weightIH") <= 0.25 && largest("1.weightIH") > 0.24)
    #expect(largest("1.biasHH") <= 0.25 && largest("1.biasHH") > 0.2)
    // √(6 / 64) for the input's projection, 1/√16 for the output's.
    #expect(largest("3.attention.inProjection.weight") <= 0.30619)
    #expect(largest("3.attention.inProjection.weight") > 0.3)
    #expect(largest("3.attention.outProjection.weight") <= 0.25)
    #expect(largest("3.attention.inProjection.bias") == 0)
    #expect(network.values(of: "2.weight") == [Float](repeating: 1, count: 16))
    // Decay and penalties leave normalisations alone.
    #expect(network.parameter(named: "2.weight").role == .bias)
  }

  @Test func attentionWeightsAreThereForAPlot() {
    let words: [Float] = [1, 4, 2, 8, 5, 7]
    let sequences = SequenceExamples(
      length: 6, vocabulary: 9, classes: 2, inputs: words + words,
      labels: Array(repeating: 0, count: 12))
    let maps = Self.networks[1].attentionWeights(for: sequences)
    #expect(maps.count == 2 && maps[0].heads == 3 && maps[1].heads == 2 && maps[0].examples == 2)
    let matrix = maps[0].matrix(example: 1, head: 2)
    #expect(matrix.rows == 6 && matrix.columns == 6)
    for t in 0..<6 {
      #expect(abs(matrix.row(t).sum - 1) <= 1e-6)
      for s in 0..<6 { #expect((matrix[t, s] > 0) == (s <= t)) }
    }
    #expect(maps[0].matrix(example: 0, head: 2) == matrix)
    #expect(maps[0].matrix(example: 0, head: 1) != matrix)
  }

  @Test func gradientsOfAWordThatIsTwiceThereAreAdded() {
    let tape = Tape()
    defer { tape.release() }
    let table = tape.variable([1, 2, 3, 4, 5, 6], Shape(3, 2))
    let x = embedding(tape.constant([2, 0, 2], Shape(1, 3)), table)
    #expect(x.values == [5, 6, 1, 2, 5, 6])
    (x * tape.constant([1, 2, 3, 4, 5, 6], Shape(1, 3, 2))).sum().backward()
    #expect(table.gradientValues == [3, 4, 0, 0, 6, 8])
  }
}
