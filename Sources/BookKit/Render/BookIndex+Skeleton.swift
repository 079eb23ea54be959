import Results

extension BookIndex {
  /// The hash of everything that one page can know of the others: names, titles, numbers and anchors.
  var skeleton: String {
    var parts: [String] = []
    for (index, page) in pages.enumerated() {
      parts += [page.chapter.path, page.path, page.number, page.title, "\(page.part)"]
      parts += anchors[index].sorted()
      parts += exhibits[index].sorted { $0.key < $1.key }.flatMap {
        [$0.key, $0.value.label, $0.value.anchor]
      }
      parts += equations[index].sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    }
    parts += experiments.sorted { $0.key < $1.key }.flatMap {
      [$0.key, "\($0.value.page)", $0.value.exhibit.label, $0.value.exhibit.anchor]
    }
    if book.isLedgerBroken { parts.append("a ledger with mistakes") }
    parts += book.ledger.map { ["ledger"] + $0.entries.map(\.id) + $0.articles } ?? []
    return ResultKey.hash(parts)
  }
}
