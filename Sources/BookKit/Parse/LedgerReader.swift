import Yams

/// Reads `chapters/claims.yaml`.
struct LedgerReader {
  private(set) var entries: [LedgerEntry] = []
  private(set) var mistakes: [Diagnostic] = []

  private let source: SourceText
  private static let keys = ["id", "line", "claim", "verdict", "technique", "note"]
  private static let shape = "A claim has id, line, claim, verdict and technique; note is optional."

  init(_ source: SourceText) {
    self.source = source
    do {
      guard let root = try Yams.compose(yaml: source.text(0..<source.bytes.count)) else { return }
      guard let sequence = root.sequence else {
        report("The ledger should be a list of claims.", at: root.mark, hint: Self.shape)
        return
      }
      for node in sequence { read(node) }
    } catch {
      let mistake = YAMLMistake(error)
      report(
        "The ledger is not valid YAML: \(mistake.problem).", at: mistake.mark,
        hint: "Text that holds “: ” or begins with a sign needs quotes.")
    }
  }

  private mutating func read(_ node: Node) {
    guard let mapping = node.mapping else {
      return report("A claim should be lines of “key: value”.", at: node.mark, hint: Self.shape)
    }
    for key in mapping.keys where !Self.keys.contains(key.string ?? "") {
      let nearest = NearestName.suggestions(for: key.string ?? "", among: Self.keys).first
      report(
        "There is no key “\(key.string ?? "")” in a claim of the ledger.", at: key.mark,
        length: key.string?.count ?? 1,
        hint: (nearest.map { "Did you mean “\($0)”? " } ?? "") + Self.shape)
    }
    // Each is read before any is missed, so that all mistakes of an entry come at once.
    let id = id(node)
    let line = line(node)
    let claim = text("claim", node)
    let verdict = verdict(node)
    let technique = text("technique", node)
    let note = node["note"] == nil ? nil : text("note", node)
    guard let id, let line, let claim, let verdict, let technique else { return }
    entries.append(
      LedgerEntry(
        id: id, line: line, claim: claim, verdict: verdict, technique: technique, note: note,
        span: source.span(source.range(at: node["id"]?.mark ?? node.mark, length: id.count))))
  }

  private mutating func id(_ node: Node) -> String? {
    guard let id = text("id", node) else { return nil }
    let digits = id.drop { ("A"..."Z").contains($0) }
    guard digits.count < id.count, let first = digits.first, ("1"..."9").contains(first),
      digits.allSatisfy({ ("0"..."9").contains($0) })
    else {
      report(
        "“\(id)” is not the id of a claim.", at: node["id"]?.mark, length: id.count,
        hint: "An id is the article's letter and a number: A9.")
      return nil
    }
    if let first = entries.first(where: { $0.id == id }) {
      report(
        "There are two claims “\(id)”; the first is on line \(first.span.line).",
        at: node["id"]?.mark, length: id.count, hint: "Give this one another number.")
    }
    return id
  }

  private mutating func line(_ node: Node) -> Int? {
    guard let text = text("line", node) else { return nil }
    if let line = Int(text), line > 0 { return line }
    report(
      "A claim's line should be a number from 1 up, but it is “\(text)”.",
      at: node["line"]?.mark, length: text.count, hint: "It is the line of the article.")
    return nil
  }

  private mutating func verdict(_ node: Node) -> LedgerEntry.Verdict? {
    guard let text = text("verdict", node) else { return nil }
    if let verdict = LedgerEntry.Verdict(rawValue: text) { return verdict }
    let names = LedgerEntry.Verdict.allCases.map(\.rawValue).joined(separator: ", ")
    report(
      "“\(text)” is not a verdict.", at: node["verdict"]?.mark, length: text.count,
      hint: "The verdicts are \(names).")
    return nil
  }

  private mutating func text(_ key: String, _ node: Node) -> String? {
    guard let value = node[key] else {
      let name = node["id"]?.string.map { "The claim \($0)" } ?? "This claim"
      report("\(name) has no “\(key)”.", at: node.mark, hint: Self.shape)
      return nil
    }
    if let text = value.scalar?.string, !text.isEmpty { return text }
    report("A claim's “\(key)” should be text on its line.", at: value.mark, hint: Self.shape)
    return nil
  }

  private mutating func report(
    _ message: String, at mark: Yams.Mark?, length: Int = 1, hint: String
  ) {
    mistakes.append(
      source.error("bad-ledger", at: source.range(at: mark, length: length), message, hint: hint))
  }
}
