/// How the numbers of an array share those of a mask: the array is `groups` × `repeats` × `width`,
/// the mask `groups` × `width`, and all repeats of a group see the same row of it.
public struct MaskLayout {
  /// How many rows the mask has.
  public let groups: Int
  /// How many rows of the array share one of the mask.
  public let repeats: Int
  /// The length of a row.
  public let width: Int

  /// How many numbers the mask has.
  public var maskCount: Int { groups * width }

  /// A layout of `groups` × `repeats` × `width` numbers.
  public init(groups: Int, repeats: Int, width: Int) {
    self.groups = groups
    self.repeats = repeats
    self.width = width
  }
}

/// out = x · mask
public func multiply(
  _ x: UnsafePointer<Real>, mask: UnsafePointer<Real>, _ layout: MaskLayout,
  into out: UnsafeMutablePointer<Real>
) {
  let (repeats, width) = (layout.repeats, layout.width)
  for group in 0..<layout.groups {
    let first = group * repeats * width
    // One number for the whole group: let the repeats be the inner loop.
    if width == 1 {
      scale(x + first, by: mask[group], into: out + first, repeats)
      continue
    }
    for i in 0..<repeats {
      let row = first + i * width
      multiply(x + row, mask + group * width, into: out + row, width)
    }
  }
}

/// out += gradient · mask, or where this is the first: out = 0 + gradient · mask
public func addProduct(
  _ gradient: UnsafePointer<Real>, mask: UnsafePointer<Real>, _ layout: MaskLayout,
  into out: UnsafeMutablePointer<Real>, isFirst: Bool = false
) {
  let (repeats, width) = (layout.repeats, layout.width)
  for group in 0..<layout.groups {
    let first = group * repeats * width
    if width == 1 {
      addScaled(
        gradient + first, by: mask[group], into: out + first, isFirst: isFirst, repeats)
      continue
    }
    for i in 0..<repeats {
      let row = first + i * width
      addProduct(
        gradient + row, mask + group * width, into: out + row, isFirst: isFirst, width)
    }
  }
}
