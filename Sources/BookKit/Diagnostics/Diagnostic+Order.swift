extension [Diagnostic] {
  /// By path, then line, then column, each once; mistakes in no file come first, and those of a
  /// whole file before those inside it.
  public var sortedByPlace: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    let unique = filter { seen.insert($0).inserted }
    // Swift's sort is stable, so equals keep their order.
    return unique.sorted { first, second in
      let paths = (Array<UInt8>((first.path ?? "").utf8), Array<UInt8>((second.path ?? "").utf8))
      if paths.0 != paths.1 { return paths.0.lexicographicallyPrecedes(paths.1) }
      let lines = (first.span?.line ?? 0, second.span?.line ?? 0)
      if lines.0 != lines.1 { return lines.0 < lines.1 }
      return (first.span?.column ?? 0) < (second.span?.column ?? 0)
    }
  }
}
