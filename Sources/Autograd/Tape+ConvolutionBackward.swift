import Kernels

extension Tape {
  func convolutionBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let (x, weight) = (input(node, 0), input(node, 1))
    let border = Padding(
      height: x.shape[1], width: x.shape[2], channels: x.shape[3],
      vertical: Int(node.sizes[1]), horizontal: Int(node.sizes[2]), circular: node.sizes[3] == 1)
    let extents = ConvolutionExtents(
      weight: weight.shape, result: node.shape, stride: Int(node.sizes[0]), border)
    if let dw = weight.gradient, let images = node.saved {
      addWeightGradient(of: images, border.paddedCount, gradient, node.shape, extents, into: dw)
    }
    if node.inputs[2] >= 0, let db = input(node, 2).gradient {
      addBiasGradient(gradient, node.shape, into: db)
    }
    if x.sink != nil {
      addInputGradient(gradient, node.shape, weight.value, extents, border, into: x)
    }
  }

  private func addWeightGradient(
    of images: UnsafePointer<Real>, _ size: Int, _ gradient: UnsafePointer<Real>, _ shape: Shape,
    _ extents: ConvolutionExtents, into dw: UnsafeMutablePointer<Real>
  ) {
    let scratch = state.pointee.arena.allocate(extents.weightRow)
    let outputs = shape.count / shape[0]
    for image in 0..<shape[0] {
      addConvolutionWeightGradient(
        images + image * size, gradient + image * outputs, into: dw, scratch: scratch, extents)
    }
  }

  private func addBiasGradient(
    _ gradient: UnsafePointer<Real>, _ shape: Shape, into db: UnsafeMutablePointer<Real>
  ) {
    let own = state.pointee.arena.allocate(shape[3])
    let pixels = shape[1] * shape[2]
    for image in 0..<shape[0] {
      own.update(repeating: 0, count: shape[3])
      addColumnSums(
        gradient + image * pixels * shape[3], into: own, rows: pixels, columns: shape[3])
      addScaled(own, by: 1, into: db, shape[3])
    }
  }

  /// The gradient of an image is the convolution of the output's, spread by the stride and with a
  /// border of zeros, with the flipped weight. A border's own gradient is needed where it is circular.
  private func addInputGradient(
    _ gradient: UnsafePointer<Real>, _ shape: Shape, _ weight: UnsafePointer<Real>,
    _ e: ConvolutionExtents, _ border: Padding, into x: Node
  ) {
    guard let sink = x.sink else { return }
    let isWrittenOnce = sink.isEmpty && !border.circular
    let dx = isWrittenOnce ? sink.taken().base : sink.added(x.shape.count)
    let flipped = state.pointee.arena.allocate(e.weights)
    flipWeight(weight, into: flipped, e)
    let width = border.paddedWidth + e.kernelWidth - 1
    let height = border.paddedHeight + e.kernelHeight - 1
    let spreadOut = state.pointee.arena.allocateZeros(height * width * e.outputs)
    let back = ConvolutionExtents(
      width: width, channels: e.outputs, kernelHeight: e.kernelHeight,
      kernelWidth: e.kernelWidth, rows: border.circular ? border.paddedHeight : border.height,
      columns: border.circular ? border.paddedWidth : border.width, outputs: border.channels,
      stride: 1)
    let skipped = border.circular ? 0 : border.vertical * width + border.horizontal
    let count = back.rows * back.columns * back.outputs
    let own = state.pointee.arena.allocate(count)
    for image in 0..<shape[0] {
      spread(
        gradient + image * (shape.count / shape[0]), rows: shape[1], columns: shape[2],
        channels: e.outputs, stride: e.stride, into: spreadOut, width: width,
        top: e.kernelHeight - 1, left: e.kernelWidth - 1)
      let image = dx + image * border.count
      convolve(
        spreadOut + skipped * e.outputs, flipped, into: isWrittenOnce ? image : own,
        startingFrom: .zero, back)
      if isWrittenOnce { continue }
      if border.circular {
        addUnpadded(circular: own, into: image, border)
      } else {
        addScaled(own, by: 1, into: image, count)
      }
    }
  }
}
