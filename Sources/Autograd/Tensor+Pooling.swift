import Kernels
import Numerics

/// The largest number of every window of an image, channel by channel. Among equals the first in
/// row-major order gets the gradient; not-a-number counts as the largest.
///
/// - Parameters:
///   - x: `[batch, height, width, channels]`.
///   - size: The side of a square window.
///   - stride: How many pixels lie between two windows; `size` by default.
/// - Returns: `[batch, (height − size) / stride + 1, …, channels]`, rounded down: the pixels left
///   over at the right and below belong to no window.
public func maxPool2d(_ x: Tensor, _ size: Int, stride: Int? = nil) -> Tensor {
  require(
    x.shape.rank == 4, "maxPool2d takes [batch, height, width, channels], and got \(x.shape)")
  return maxPool(x, size, size, stride: stride ?? size)
}

/// The largest number of every window of a sequence `[batch, length, channels]`: `maxPool2d` on images
/// of one row.
public func maxPool1d(_ x: Tensor, _ size: Int, stride: Int? = nil) -> Tensor {
  require(x.shape.rank == 3, "maxPool1d takes [batch, length, channels], and got \(x.shape)")
  return asSequence(maxPool(asImages(x), 1, size, stride: stride ?? size))
}

/// The mean of every window of an image, channel by channel.
///
/// - Parameters:
///   - x: `[batch, height, width, channels]`.
///   - size: The side of a square window.
///   - stride: How many pixels lie between two windows; `size` by default.
/// - Returns: `[batch, (height − size) / stride + 1, …, channels]`, rounded down.
public func avgPool2d(_ x: Tensor, _ size: Int, stride: Int? = nil) -> Tensor {
  require(
    x.shape.rank == 4, "avgPool2d takes [batch, height, width, channels], and got \(x.shape)")
  return averagePool(x, size, size, stride: stride ?? size)
}

/// The mean of every window of a sequence `[batch, length, channels]`: `avgPool2d` on images of one
/// row.
public func avgPool1d(_ x: Tensor, _ size: Int, stride: Int? = nil) -> Tensor {
  require(x.shape.rank == 3, "avgPool1d takes [batch, length, channels], and got \(x.shape)")
  return asSequence(averagePool(asImages(x), 1, size, stride: stride ?? size))
}

/// The mean of every channel over all positions (Lin, Chen & Yan 2014, *Network in Network*, §3.2).
///
/// - Parameter x: `[batch, height, width, channels]` or `[batch, length, channels]`.
/// - Returns: `[batch, channels]`.
public func globalAveragePool(_ x: Tensor) -> Tensor {
  require(
    x.shape.rank == 4 || x.shape.rank == 3,
    "globalAveragePool takes [batch, height, width, channels] or [batch, length, channels], and got \(x.shape)"
  )
  let images = x.shape.rank == 3 ? asImages(x) : x
  let (height, width) = (images.shape[1], images.shape[2])
  return averagePool(images, height, width, stride: 1)
    .reshaped(Shape(images.shape[0], images.shape[3]))
}

private func asImages(_ x: Tensor) -> Tensor {
  x.reshaped(Shape(x.shape[0], 1, x.shape[1], x.shape[2]))
}

private func asSequence(_ x: Tensor) -> Tensor {
  x.reshaped(Shape(x.shape[0], x.shape[2], x.shape[3]))
}

private func maxPool(_ x: Tensor, _ height: Int, _ width: Int, stride: Int) -> Tensor {
  let extents = poolingExtents(x.shape, height, width, stride)
  let result = x.tape.append(.maxPool, shape(extents), x)
  let places = x.tape.state.pointee.arena.allocateLabels(result.shape.count)
  result.withNode { $0.labels = UnsafePointer(places) }
  maxPool(x.value, into: result.value, places: places, extents)
  return result
}

private func averagePool(_ x: Tensor, _ height: Int, _ width: Int, stride: Int) -> Tensor {
  let extents = poolingExtents(x.shape, height, width, stride)
  let result = x.tape.append(.averagePool, shape(extents), x)
  result.withNode {
    $0.sizes = SIMD8(Int32(height), Int32(width), Int32(stride), 0, 0, 0, 0, 0)
  }
  averagePool(x.value, into: result.value, extents)
  return result
}

private func poolingExtents(_ x: Shape, _ height: Int, _ width: Int, _ stride: Int)
  -> PoolingExtents
{
  require(height >= 1 && width >= 1, "a pooling window has a side of at least 1, not \(width)")
  require(stride >= 1, "a pooling's stride is at least 1, not \(stride)")
  require(
    height <= x[1] && width <= x[2],
    "a pooling window of \(height) × \(width) is larger than the image of \(x[1]) × \(x[2])")
  return PoolingExtents(
    batch: x[0], height: x[1], width: x[2], channels: x[3], windowHeight: height,
    windowWidth: width, stride: stride)
}

private func shape(_ e: PoolingExtents) -> Shape { Shape(e.batch, e.rows, e.columns, e.channels) }

extension Tape {
  func maxPoolBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    guard let (dx, isFirst) = x.sink?.taken(), let places = node.labels else { return }
    let batch = max(1, node.shape[0])
    let (image, pooled) = (x.shape.count / batch, node.shape.count / batch)
    // Image by image, which is still in the cache where it was cleared.
    for i in 0..<batch {
      if isFirst { (dx + i * image).update(repeating: 0, count: image) }
      addScattered(gradient + i * pooled, places: places + i * pooled, into: dx, pooled)
    }
  }

  func averagePoolBackward(_ node: Node, _ gradient: UnsafeMutablePointer<Real>) {
    let x = input(node, 0)
    guard let dx = x.gradient else { return }
    let (height, width) = (Int(node.sizes[0]), Int(node.sizes[1]))
    addAveragePoolGradient(
      gradient, into: dx, poolingExtents(x.shape, height, width, Int(node.sizes[2])))
  }
}
