import Lab

extension Technique {
  static let numerics: [Technique] =
    [
      Technique(
        "Numerics", "Philox 4×32-10, the random bits", type: "Philox",
        oracle: "known answers of Random123 (kat_vectors)",
        source: "Salmon et al. 2011", tolerance: 0
      ) {
        Double(
          RandomTests.knownAnswers.count {
            Philox.block(counter: $0.counter, key: $0.key) != $0.out
          })
      }
    ]
    + ElementaryFunction.all.map { function in
      Technique(
        "Numerics", function.name, type: String(function.name.prefix { $0 != " " }),
        oracle: "glibc in extended precision, in last places", source: function.source,
        tolerance: function.promised
      ) {
        let found = ElementaryFunction.measured[function.name]!
        return found.strays.isEmpty ? found.ulps : .infinity
      }
    }
}

extension ElementaryFunction {
  /// Where the method comes from.
  fileprivate var source: String {
    switch name.prefix(3) {
    case "pow": "Dekker 1971"
    case "erf": name.hasSuffix("(Float)") ? "Cephes, ndtrf.c" : "fdlibm, s_erf.c"
    case "tan": name.hasSuffix("(Float)") ? "Cephes, tanhf.c" : "Lambert 1768"
    case "log": "series of artanh"
    default: "Cody & Waite 1980"
    }
  }
}
