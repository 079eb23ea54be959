/// Finds what differs from run to run in an experiment: random numbers without a seed, time, and where
/// the process lies.
enum RepeatabilityCheck {
  /// One diagnostic for each call.
  static func diagnostics(_ block: SourceBlock) -> [Diagnostic] {
    // Few blocks have such a word at all, and telling code from text takes time.
    let suspects = kinds.filter { block.code.mentions(oneOf: $0.words) }
    guard !suspects.isEmpty else { return [] }
    return block.codeLines.enumerated().flatMap { number, line in
      suspects.filter { line.mentions(oneOf: $0.words) }.flatMap { kind in
        // To Unicode `Clock.now` is one word.
        line.ranges(of: kind.pattern().wordBoundaryKind(.simple)).map { range in
          Diagnostic(
            rule: "unrepeatable", kind.message, hint: kind.hint, path: block.path,
            span: block.place(of: line[range], in: line, number: number))
        }
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
  ]
}
