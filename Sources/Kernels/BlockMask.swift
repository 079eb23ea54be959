/// Writes 0 into a square block of the channel at every seed that is 0, and 1 elsewhere.
///
/// - Parameters:
///   - seeds: Where blocks begin, `[batch, height − block + 1, width − block + 1, channels]`.
///   - out: `[batch, height, width, channels]`.
/// - Returns: How many numbers are 1.
public func blockMask(
  _ seeds: UnsafePointer<Real>, into out: UnsafeMutablePointer<Real>, batch: Int, height: Int,
  width: Int, channels: Int, block: Int
) -> Int {
  let count = batch * height * width * channels
  out.update(repeating: 1, count: count)
  let (rows, columns) = (height - block + 1, width - block + 1)
  var seed = 0
  for image in 0..<batch {
    for y in 0..<rows {
      for x in 0..<columns {
        for c in 0..<channels {
          defer { seed += 1 }
          guard seeds[seed] == 0 else { continue }
          for line in 0..<block {
            let first = (image * height + y + line) * width + x
            for step in 0..<block { out[(first + step) * channels + c] = 0 }
          }
        }
      }
    }
  }
  var kept = 0
  for i in 0..<count { kept += out[i] == 0 ? 0 : 1 }
  return kept
}
