import Foundation

/// The whole book on one page, for paper: the text of every page with its ids and links made the one
/// page's.
struct PrintPage {
  static let path = "print.html"

  private let book: BookIndex
  private let pageOfPath: [String: Int]
  private var chapters: [[String: Any]] = []
  private(set) var hasMath = false
  /// The articles' claims, which stand at the end.
  private var ledger: HTML?

  /// The page of `pages`, which are in reading order, and of what the ledger's page holds.
  init(book: BookIndex, pages: [RenderedPage], ledger: HTML?) {
    self.book = book
    pageOfPath = Dictionary(
      book.pages.enumerated().map { ($0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    for page in pages { add(page) }
    self.ledger = ledger.map {
      PrintAnchors(book: book, path: LedgerPage.path, id: Self.ledgerID, pageOfPath: pageOfPath)
        .rewritten($0)
    }
  }

  private mutating func add(_ page: RenderedPage) {
    let anchors = PrintAnchors(
      book: book, path: book.pages[page.index].path, id: PrintAnchors.id(of: page.index),
      pageOfPath: pageOfPath)
    hasMath = hasMath || page.hasMath
    chapters.append([
      "id": PrintAnchors.id(of: page.index), "number": book.pages[page.index].number,
      "titleHTML": page.title.text, "title": book.pages[page.index].title,
      "isPart": book.pages[page.index].isIndex,
      "textLanguage": book.pages[page.index].chapter.frontMatter.language ?? false,
      "summary": book.pages[page.index].chapter.frontMatter.summary ?? false,
      "body": anchors.rewritten(page.body).text,
    ])
  }

  /// Chapters in reading order, and the list of them that the first opens with.
  var context: [String: Any] {
    let claims: [String: Any] = [
      "id": Self.ledgerID, "number": "", "title": LedgerPage.title, "isPart": true,
    ]
    return [
      "chapters": chapters,
      "contents": Array(chapters.dropFirst()) + (ledger == nil ? [] : [claims]),
      "ledger": ledger.map { ["title": LedgerPage.title, "id": Self.ledgerID, "body": $0.text] }
        ?? false,
    ]
  }

  /// The id of the ledger's begin.
  static let ledgerID = "claims"
}

/// Gives the ids of a page's text a prefix, and leads its links to where they are on the one page.
struct PrintAnchors {
  let book: BookIndex
  /// The text's own page: `1-survey/03-norm-penalties.html`.
  let path: String
  /// The id of its begin, with which all of its ids begin.
  let id: String
  /// The book's pages by their paths.
  let pageOfPath: [String: Int]

  /// The id of a page's begin.
  static func id(of page: Int) -> String { "page-\(page + 1)" }

  func rewritten(_ body: HTML) -> HTML {
    let bytes = Array(body.text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    var copied = 0
    var place = 0
    while let angle = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = angle + 1
      guard place < bytes.count, bytes[place].isLetter else { continue }
      result += bytes[copied..<angle]
      place = copyTag(from: bytes, at: angle, to: &result)
      copied = place
    }
    result += bytes[copied...]
    return HTML(trusted: String(decoding: result, as: UTF8.self))
  }

  /// Copies a tag with its attributes' values changed; returns where it ends.
  private func copyTag(from bytes: [UInt8], at start: Int, to result: inout [UInt8]) -> Int {
    var place = start
    var nameStart = start
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      if bytes[place] == UInt8(ascii: " ") { nameStart = place + 1 }
      let isValue = bytes[place] == UInt8(ascii: "\"") && bytes[place - 1] == UInt8(ascii: "=")
      guard isValue, let end = bytes[(place + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
        result.append(bytes[place])
        place += 1
        continue
      }
      if Self.mayName(bytes[nameStart..<place - 1], bytes[(place + 1)..<end]) {
        let name = String(decoding: bytes[nameStart..<place - 1], as: UTF8.self)
        let value = String(decoding: bytes[(place + 1)..<end], as: UTF8.self)
        result += "\"\(changed(name, value))\"".utf8
      } else {
        result += bytes[place...end]
      }
      place = end + 1
    }
    return place
  }

  /// Whether an attribute can hold an id or a link: most cannot, and making strings of them takes long.
  private static func mayName(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>) -> Bool {
    switch name.first {
    case UInt8(ascii: "i"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "a"),
      UInt8(ascii: "h"), UInt8(ascii: "s"):
      true
    default: value.starts(with: "url(#".utf8)
    }
  }

  private func changed(_ name: String, _ value: String) -> String {
    switch name {
    case "id", "for", "name", "aria-controls": return anchor(value)
    case "aria-labelledby", "aria-describedby":
      return value.split(separator: " ").map { anchor(String($0)) }.joined(separator: " ")
    case "href", "src": return address(value)
    default:
      guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return value }
      return "url(#\(anchor(String(value.dropFirst(5).dropLast()))))"
    }
  }

  private func anchor(_ name: String) -> String { "\(id)-\(name)" }

  private func address(_ address: String) -> String {
    if address.hasPrefix("#") { return "#" + anchor(String(address.dropFirst())) }
    if address.contains(":") { return address }
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    let path = parts[0].removingPercentEncoding ?? parts[0]
    guard let file = SitePath.resolve(path, from: self.path) else { return address }
    let isLedger = file == LedgerPage.path && book.book.ledger != nil
    guard let id = isLedger ? PrintPage.ledgerID : pageOfPath[file].map(Self.id) else {
      return SitePath.address(file) + (parts.count > 1 ? "#\(parts[1])" : "")
    }
    return "#" + id + (parts.count > 1 ? "-\(parts[1])" : "")
  }
}
