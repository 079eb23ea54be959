/// Finds what differs from run to run in an experiment: random numbers without a seed, time, and where
/// the process lies.
enum RepeatabilityCheck {
  /// One diagnostic for each call. What the block or one of the chapter's `setups` declares is the author's
  /// own: `func shuffled()` may draw from a stream. `Double.random(in:)` is the library's all the same.
  static func diagnostics(_ block: SourceBlock, setups: [SourceBlock]) -> [Diagnostic] {
    // Few blocks have such a word at all, and telling code from text takes time.
    let suspects = kinds.filter { block.code.mentions(oneOf: $0.words) }
    guard !suspects.isEmpty else { return [] }
    let own = Set(([block] + setups).flatMap(declaredCalls))
    return block.codeLines.enumerated().flatMap { number, line in
      suspects.filter { line.mentions(oneOf: $0.words) }.flatMap { kind in
        // To Unicode `Clock.now` is one word.
        line.ranges(of: kind.pattern().wordBoundaryKind(.simple)).compactMap { range in
          let isNumbers = line[..<range.lowerBound].contains(/\b(?:Double|Float|U?Int\d*)$/)
          if own.contains(String(line[range])), !isNumbers { return nil }
          return Diagnostic(
            rule: "unrepeatable", kind.message, hint: kind.hint, path: block.path,
            span: block.place(of: line[range], in: line, number: number))
        }
      }
    }
  }

  /// `.shuffled()` for `func shuffled()`, `.random(in:` for `func random(in range: …)`: the calls as the
  /// patterns find them.
  private static func declaredCalls(_ block: SourceBlock) -> [String] {
    guard block.code.mentions(oneOf: ["func "]) else { return [] }
    let declaration =
      /\bfunc\s+(shuffled|shuffle|randomElement|random)(?:<[^>]*>)?\(\s*(\)|in\b)/
    return block.codeLines.flatMap { line in
      line.matches(of: declaration.wordBoundaryKind(.simple)).map { match in
        match.2 == ")" ? ".\(match.1)()" : ".\(match.1)(in:"
      }
    }
  }

  private struct Kind {
    /// One of these is in every line that the pattern fits.
    var words: [String]
    var pattern: @Sendable () -> Regex<Substring>
    var message: String
    var hint: String
  }

  private static let kinds = [
    Kind(
      words: [
        ".random(", ".shuffled()", ".shuffle()", ".randomElement()",
        "SystemRandomNumberGenerator",
      ],
      pattern: {
        /\.random\(in:(?![^)]*using:)|\bBool\.random\(\)|\.(?:shuffled|shuffle|randomElement)\(\)|\bSystemRandomNumberGenerator\b/
      },
      message: "Random numbers without a seed differ from run to run.",
      hint: "Draw from RandomStream(seed: seed, \"name\"): uniform(), normal(), integer(below: n)."),
    Kind(
      words: ["ContinuousClock", "SuspendingClock"],
      pattern: { /\b(?:Continuous|Suspending)Clock\b/ },
      message: "Time differs from run to run, and from machine to machine.",
      hint: "Count what the work is made of instead: steps, epochs, products."),
    Kind(
      words: [
        "CommandLine", "ObjectIdentifier", "Unsafe", "unsafeBitCast", "Unmanaged", "#dsohandle",
      ],
      pattern: {
        /#dsohandle|\b(?:CommandLine|ObjectIdentifier|Unmanaged|unsafeBitCast)\b|\b(?:with)?Unsafe(?:Mutable)?(?:Raw)?(?:Buffer)?(?:Pointer|Bytes)\b/
      },
      message: "Addresses and a process's arguments differ from run to run.",
      hint: "Say what is computed, not where."),
    Kind(
      words: ["KeyPath"],
      pattern: {
        /(?:\bSet<|\bDictionary<|\[)\s*(?:Partial|Any|Writable|ReferenceWritable)?KeyPath\b(?:<[^>\]]*>)?\s*[:,>]/
      },
      message: "The order of key paths in a set or a dictionary differs from run to run.",
      hint: "Take names for keys, or a list of pairs."),
  ]
}
