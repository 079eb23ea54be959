import Autograd
import Datasets
import Kernels
import Numerics

/// A generator that learns to make examples of each class, and a discriminator that learns to tell
/// them from real ones (Goodfellow et al., *Generative Adversarial Nets*, NeurIPS 2014; with the class
/// as a condition of both, Mirza & Osindero 2014).
///
/// ```swift
/// let gan = GAN(
///   noise: 2, classes: 2,
///   generator: Network(seed: 1) { Linear(4, 32); ReLU(); Linear(32, 2) },
///   discriminator: Network(seed: 2) { Linear(4, 32); ReLU(); Linear(32, 2) }
/// ).trained(on: examples, with: SGD(learningRate: 0.05), steps: 2000, seed: 1)
/// let more = gan.examples(100, of: 0, seed: 1)
/// ```
public struct GAN: Sendable {
  /// From noise and a class, `noise + classes` numbers, to an example.
  public private(set) var generator: Network
  /// From an example and a class, `features + classes` numbers, to two logits: made and real. The
  /// cross-entropy of two logits is the binary cross-entropy of their difference.
  public private(set) var discriminator: Network
  /// How many normal numbers the generator begins with.
  public let noise: Int
  /// How many classes there are; the class is given as 1 in one place and 0 in the others.
  public let classes: Int
  /// The discriminator's loss at each step: −log D(x) − log(1 − D(G(z))).
  public private(set) var discriminatorLosses: [Double] = []
  /// The generator's loss at each step: −log D(G(z)), the form that does not saturate.
  public private(set) var generatorLosses: [Double] = []

  /// Two networks that have not met yet.
  public init(noise: Int, classes: Int, generator: Network, discriminator: Network) {
    require(
      noise >= 1 && classes >= 1,
      "a GAN needs at least 1 number of noise and 1 class, not \(noise) and \(classes)")
    self.noise = noise
    self.classes = classes
    self.generator = generator
    self.discriminator = discriminator
  }

  /// The networks after some steps; in each, first the discriminator learns from a batch of real and
  /// as many made examples, then the generator from what the discriminator says of others.
  ///
  /// - Parameters:
  ///   - examples: The real ones, of `classes` classes.
  ///   - optimizer: What moves both networks' parameters.
  ///   - steps: How many, at least 1.
  ///   - batchSize: How many real examples a step draws, with replacement; 64 by default.
  ///   - seed: Decides the draws, the noise and the layers' randomness.
  public func trained(
    on examples: LabeledExamples, with optimizer: any Optimizer, steps: Int, batchSize: Int = 64,
    seed: Int
  ) -> GAN {
    require(
      steps >= 1 && batchSize >= 1 && examples.count >= 1 && examples.classes == classes,
      "a GAN of \(classes) classes needs examples of as many, a step and an example a batch, not \(examples.count) examples of \(examples.classes) classes, \(steps) steps and \(batchSize)"
    )
    let generator = Trainer(self.generator, with: optimizer, seed: seed)
    // Another seed: the two networks' dropouts are not to draw the same masks.
    let discriminator = Trainer(self.discriminator, with: optimizer, seed: ~seed)
    let real = [Int32](repeating: 1, count: batchSize)
    let made = [Int32](repeating: 0, count: batchSize)
    var trained = self
    var batch = Batch(of: examples)
    var rows = [Int](repeating: 0, count: batchSize)
    var inputs = Conditioned(noise: noise, classes: classes)
    for step in 0..<steps {
      var random = RandomStream(seed: seed, "gan", step: step)
      for i in rows.indices { rows[i] = random.integer(below: examples.count) }
      batch.fill(rows[...], of: examples)
      inputs.draw(batch.labels, &random)
      let discriminatorLoss = discriminator.step { discriminator in
        let x = discriminator.tape.constant(batch.inputs, Shape(batch.count, batch.features))
        let y = generator(inputs.noise(on: discriminator.tape))
        require(
          y.shape == x.shape,
          "the generator makes \(y.shape.columns) numbers an example, and a real one has \(examples.features)"
        )
        return crossEntropy(discriminator(inputs.joined(x)), real)
          + crossEntropy(discriminator(inputs.joined(y)), made)
      }
      inputs.draw(batch.labels, &random)
      let generatorLoss = generator.step { generator in
        let y = generator(inputs.noise(on: generator.tape))
        return crossEntropy(discriminator(inputs.joined(y)), real)
      }
      trained.discriminatorLosses.append(Double(discriminatorLoss))
      trained.generatorLosses.append(Double(generatorLoss))
    }
    trained.generator = generator.network
    trained.discriminator = discriminator.network
    return trained
  }

  /// New examples of a class.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1.
  ///   - label: Their class.
  ///   - seed: Decides the noise.
  ///   - image: How their numbers lie in an image; nil where they are not one.
  public func examples(
    _ count: Int, of label: Int, seed: Int, image: ImageSize? = nil
  ) -> LabeledExamples {
    require(
      count >= 1 && label >= 0 && label < classes,
      "a GAN of \(classes) classes makes at least 1 example of class 0 to \(classes - 1), not \(count) of \(label)"
    )
    var random = RandomStream(seed: seed, "gan examples", step: label)
    let labels = [Int32](repeating: Int32(label), count: count)
    var inputs = Conditioned(noise: noise, classes: classes)
    inputs.draw(labels, &random)
    let outputs = generator.outputs(
      for: LabeledExamples(
        features: noise + classes, classes: classes, inputs: inputs.numbers, labels: labels))
    return LabeledExamples(
      features: outputs.count / count, classes: classes, inputs: outputs, labels: labels,
      image: image)
  }
}
