/// A file of the site that no chapter makes and that chapters may link to: the ledger, the book on one
/// page, the results. Links name it as if it lay in `chapters/`.
struct OwnPage {
  /// Relative to the output folder.
  let path: String
  private let ledger: Ledger?
  /// Whether its places are not known: the ledger has mistakes, which are reported.
  private let isUnread: Bool

  /// Nil for any other file, and for the ledger's page in a book without one.
  init?(_ file: String, in book: Book) {
    let name = String(file.dropFirst("chapters/".count))
    var names = [PrintPage.path, "results.json"]
    if book.ledger != nil || book.isLedgerBroken { names.append(LedgerPage.path) }
    guard names.contains(name) else { return nil }
    path = name
    let isLedger = name == LedgerPage.path
    ledger = isLedger ? book.ledger : nil
    isUnread = isLedger && book.isLedgerBroken
  }

  /// Whether a link can name a place in it: a claim's id, or an article.
  func has(_ anchor: String?) -> Bool {
    guard let anchor, !anchor.isEmpty, !isUnread else { return true }
    guard let ledger else { return false }
    return ledger.entries.contains { $0.id == anchor }
      || ledger.articles.contains { "article-\($0)" == anchor }
  }
}
