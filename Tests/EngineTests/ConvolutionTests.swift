import Lab
import Testing

@testable import Autograd

/// The convolution beside plain loops in the order that its documentation promises: the same bits.
@Suite struct ConvolutionTests {
  struct Example: Sendable {
    var batch = 3
    var height = 6
    var width = 7
    var inputs = 3
    var outputs = 5
    var kernelHeight = 3
    var kernelWidth = 3
    var stride = 1
    var padding = 0
    var circular = false
    var bias = true
  }

  static let examples: [Example] = [
    Example(),
    Example(padding: 1),
    Example(kernelHeight: 2, kernelWidth: 3, padding: 2, bias: false),
    Example(stride: 2, padding: 1),
    Example(height: 8, stride: 3, padding: 2, bias: false),
    Example(padding: 1, circular: true),
    Example(kernelHeight: 3, kernelWidth: 2, stride: 2, padding: 3, circular: true),
    Example(batch: 2, height: 14, width: 14, inputs: 4, outputs: 35, padding: 1),
    Example(height: 1, width: 9, kernelHeight: 1, kernelWidth: 3),
    Example(kernelHeight: 1, kernelWidth: 1),
    Example(kernelHeight: 6, kernelWidth: 7),
    Example(inputs: 1, outputs: 1, padding: 1),
  ]

  @Test(arguments: examples)
  func sameBitsAsPlainLoops(_ e: Example) {
    var random = RandomStream(seed: 3, "convolution")
    func numbers(_ n: Int) -> [Float] { (0..<n).map { _ in Float(random.normal()) } }
    let x = numbers(e.batch * e.height * e.width * e.inputs)
    let w = numbers(e.kernelHeight * e.kernelWidth * e.inputs * e.outputs)
    let b = numbers(e.outputs)
    let tape = Tape()
    defer { tape.release() }
    let tx = tape.variable(x, Shape(e.batch, e.height, e.width, e.inputs))
    let tw = tape.variable(w, Shape(e.kernelHeight, e.kernelWidth, e.inputs, e.outputs))
    let tb = tape.variable(b, Shape(e.outputs))
    let y = conv2d(
      tx, tw, e.bias ? tb : nil, stride: e.stride, padding: e.padding, circular: e.circular)
    let dy = numbers(y.shape.count)
    (y * tape.constant(dy, y.shape)).sum().backward()

    let expected = PlainConvolution(e, x, w, e.bias ? b : nil, dy)
    #expect(y.shape == Shape(e.batch, expected.rows, expected.columns, e.outputs))
    #expect(y.values == expected.y)
    #expect(tw.gradientValues == expected.dw)
    #expect(tx.gradientValues == expected.dx)
    if e.bias { #expect(tb.gradientValues == expected.db) }
  }

  /// A sequence is an image of one row.
  @Test func sequencesAreImagesOfOneRow() {
    let tape = Tape()
    defer { tape.release() }
    var random = RandomStream(seed: 4, "convolution")
    let x = (0..<2 * 9 * 3).map { _ in Float(random.normal()) }
    let w = (0..<3 * 3 * 4).map { _ in Float(random.normal()) }
    let image = conv2d(
      tape.constant(x, Shape(2, 1, 9, 3)), tape.constant(w, Shape(1, 3, 3, 4)), nil, stride: 2)
    let sequence = conv1d(
      tape.constant(x, Shape(2, 9, 3)), tape.constant(w, Shape(3, 3, 4)), nil, stride: 2)
    #expect(sequence.shape == Shape(2, 4, 4))
    #expect(sequence.values == image.values)
  }
}

/// A convolution and its gradients as plain loops.
private struct PlainConvolution {
  let rows: Int
  let columns: Int
  var y: [Float] = []
  var dw: [Float]
  var db: [Float]
  var dx: [Float]

  init(_ e: ConvolutionTests.Example, _ x: [Float], _ w: [Float], _ b: [Float]?, _ dy: [Float]) {
    let (height, width) = (e.height + 2 * e.padding, e.width + 2 * e.padding)
    let rows = (height - e.kernelHeight) / e.stride + 1
    let columns = (width - e.kernelWidth) / e.stride + 1
    self.rows = rows
    self.columns = columns
    dw = Array(repeating: 0, count: w.count)
    db = Array(repeating: 0, count: e.outputs)
    dx = Array(repeating: 0, count: x.count)

    /// The place in x of a pixel's channel, counted in the padded image; nil in a border of zeros.
    func place(_ image: Int, _ row: Int, _ column: Int, _ c: Int) -> Int? {
      var (i, j) = (row - e.padding, column - e.padding)
      if e.circular {
        i = (i + e.height) % e.height
        j = (j + e.width) % e.width
      }
      guard i >= 0 && i < e.height && j >= 0 && j < e.width else { return nil }
      return ((image * e.height + i) * e.width + j) * e.inputs + c
    }
    func weight(_ ky: Int, _ kx: Int, _ ci: Int, _ co: Int) -> Int {
      ((ky * e.kernelWidth + kx) * e.inputs + ci) * e.outputs + co
    }
    func output(_ image: Int, _ row: Int, _ column: Int, _ co: Int) -> Int {
      ((image * rows + row) * columns + column) * e.outputs + co
    }

    for image in 0..<e.batch {
      for row in 0..<rows {
        for column in 0..<columns {
          for co in 0..<e.outputs {
            var sum = b?[co] ?? 0
            for ky in 0..<e.kernelHeight {
              for kx in 0..<e.kernelWidth {
                for ci in 0..<e.inputs {
                  let p = place(image, row * e.stride + ky, column * e.stride + kx, ci)
                  let v = p.map { x[$0] } ?? 0
                  sum += v * w[weight(ky, kx, ci, co)]
                }
              }
            }
            y.append(sum)
          }
        }
      }
    }

    for image in 0..<e.batch {
      for co in 0..<e.outputs {
        var own: Float = 0
        for row in 0..<rows {
          for column in 0..<columns { own += dy[output(image, row, column, co)] }
        }
        db[co] += own
        for ky in 0..<e.kernelHeight {
          for kx in 0..<e.kernelWidth {
            for ci in 0..<e.inputs {
              var own: Float = 0
              for row in 0..<rows {
                for column in 0..<columns {
                  let p = place(image, row * e.stride + ky, column * e.stride + kx, ci)
                  let v = p.map { x[$0] } ?? 0
                  own += v * dy[output(image, row, column, co)]
                }
              }
              dw[weight(ky, kx, ci, co)] += own
            }
          }
        }
      }
    }

    // Every pixel of the padded image, in row-major order, gives its own sum to where it came from.
    for image in 0..<e.batch {
      for i in 0..<height {
        for j in 0..<width {
          for ci in 0..<e.inputs {
            guard let target = place(image, i, j, ci) else { continue }
            var own: Float = 0
            for fy in 0..<e.kernelHeight {
              for fx in 0..<e.kernelWidth {
                let (ky, kx) = (e.kernelHeight - 1 - fy, e.kernelWidth - 1 - fx)
                let (up, left) = (i - ky, j - kx)
                let (row, column) = (up / e.stride, left / e.stride)
                let seen =
                  up >= 0 && left >= 0 && up % e.stride == 0 && left % e.stride == 0 && row < rows
                  && column < columns
                for co in 0..<e.outputs {
                  let g = seen ? dy[output(image, row, column, co)] : 0
                  own += g * w[weight(ky, kx, ci, co)]
                }
              }
            }
            dx[target] += own
          }
        }
      }
    }
  }
}
