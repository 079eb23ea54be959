// Measures the engine. Without arguments it answers one request a line: the name of a case, `peak`,
// `operation`, `product-256`, or `exp`; each answer is a line of JSON. `chapter` trains one and ends,
// `scaling` says how much more two cores do than one.
//
// Benchmarks/bench.py asks it and its peers in turn.

import Glibc

if CommandLine.arguments.dropFirst().first == "chapter" {
  Chapter.run()
} else if CommandLine.arguments.dropFirst().first == "scaling" {
  print(Scaling.factor)
} else if CommandLine.arguments.count > 1 {
  for name in CommandLine.arguments.dropFirst() { print(answer(to: name)) }
} else {
  while let line = readLine() {
    print(answer(to: line))
    fflush(nil)
  }
}

func answer(to request: String) -> String {
  let words = request.split(separator: "-", maxSplits: 1)
  if request == "peak" { return "{\"gigaflops\": \(Peak.gigaflops)}" }
  if request == "operation" { return json(Operations.timing, per: 1000, loss: nil, flops: 0) }
  if let form = Product.Form(rawValue: String(words[0])), let n = Int(words.last!) {
    let product = Product(form: form, n: n)
    return json(product.timing, per: 1, loss: nil, flops: product.flops)
  }
  if let kernel = BoundedKernel.all[request]?() {
    return "{\"us\": \(kernel.timing.minimum), \"bound\": \(kernel.bound)}"
  }
  guard let measured = Case.all[request]?() else {
    return "{\"error\": \"there is no case \(request)\"}"
  }
  return json(measured.timing, per: 1, loss: measured.loss, flops: measured.flops)
}

func json(_ timing: Timing, per count: Double, loss: Float?, flops: Double) -> String {
  """
  {"us": \(timing.minimum / count), "median": \(timing.median / count), \
  "spread": \(timing.spread), "flops": \(flops), "loss": \(loss.map { String($0) } ?? "null")}
  """
}
