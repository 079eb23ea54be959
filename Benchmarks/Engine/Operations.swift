import Autograd

/// What recording an operation costs, forward and backward: a thousand of them on sixteen numbers,
/// where the numbers themselves cost next to nothing.
enum Operations {
  static var timing: Timing {
    let tape = Tape()
    let start = fill(16, size: 1)
    return Timing {
      tape.begin()
      var x = tape.variable(start, Shape(16))
      for _ in 0..<1000 { x = 0.999 * x }
      x.sum().backward()
    }
  }
}
