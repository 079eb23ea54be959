import Results

/// Compares the ledger with what the experiments decided.
struct LedgerCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ book: BookIndex) {
    guard let ledger = book.book.ledger else { return }
    reportUnknown(ledger, book)
    // What an experiment without a result would have decided is not known; that it has none is
    // reported already.
    let isComplete = book.experiments.keys.allSatisfy { book.results[$0] != nil }
    guard isComplete else { return }
    for entry in ledger.entries where entry.verdict.isDecided {
      // A cited claim that does not hold is an error of its own.
      guard book.citations[entry.id, default: []].isEmpty else { continue }
      diagnostics.append(
        Diagnostic(
          rule: "unproven-verdict",
          "The ledger's verdict on \(entry.id) is “\(entry.verdict.rawValue)”, but no claim cites it.",
          hint: "Write claim(…, tests: \"\(entry.id)\") in a chapter that is no draft, "
            + "or make the verdict opinion or untestable.",
          path: Ledger.path, span: entry.span))
    }
  }

  private mutating func reportUnknown(_ ledger: Ledger, _ book: BookIndex) {
    let ids = Set(ledger.entries.map(\.id))
    for (id, citations) in book.citations.sorted(by: { $0.key < $1.key }) where !ids.contains(id) {
      for citation in citations {
        guard let (path, span) = book.place(of: citation.experiment) else { continue }
        let near = NearestName.suggestions(for: id, among: ids.sorted().map { $0.lowercased() })
          .map { $0.uppercased() }
        diagnostics.append(
          Diagnostic(
            rule: "unknown-claim",
            "“\(citation.claim.sentence)” tests \(id), but the ledger has no claim \(id).",
            hint: "The claims are in \(Ledger.path)"
              + (near.isEmpty ? "." : "; near it: \(near.joined(separator: ", "))."),
            path: path,
            span: SourceSpan(
              line: span.line + citation.claim.location.line,
              column: span.column - 1 + citation.claim.location.column)))
      }
    }
  }
}
