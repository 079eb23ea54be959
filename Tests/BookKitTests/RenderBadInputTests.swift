import Foundation
import Results
import Testing

@testable import BookKit

@Suite struct RenderBadInputTests {
  private let span = SourceSpan(line: 1, column: 1)

  @Test func aLongTableScrolls() throws {
    func page(_ rows: Int) throws -> String {
      let table = PipeTable(
        alignments: [], head: [[.text("a")]], rows: (0..<rows).map { [[.text("\($0)")]] },
        span: span)
      return try RenderSupport.page([.table(table)]).html
    }
    #expect(try page(60).contains("\"scroll pipe-table\""))
    let long = try page(10_000)
    #expect(long.contains("\"scroll pipe-table tall\""))
    #expect(long.contains("<td>9999</td>"))
  }

  @Test(arguments: [
    ("שלום abc", true), ("مرحبا", true), ("abc שלום", false), ("123 שלום", true), ("…", false),
  ])
  func rightToLeft(_ text: String, _ isRightToLeft: Bool) throws {
    let page = try RenderSupport.page([.paragraph(content: [.text(text)], span: span)]).html
    #expect(page.contains("<p dir=\"rtl\">\(text)</p>") == isRightToLeft)
  }

  @Test(
    arguments: [
      (["<details><summary>a</summary>", "</details>"], nil),
      (["<b>", "</b>", "<br>", "<p>"], nil),
      (["<!-- <div> -->"], nil), (["<ul><li>a<li>b</ul>"], nil),
      (["<details>", "<summary>a</summary>"], "“<details>” is opened here and never closed."),
      (["</div>"], "“</div>” closes nothing that is open here."),
      (["<div><b></div></b>"], "“</div>” closes nothing that is open here."),
    ] as [([String], String?)])
  func unbalancedHTML(_ blocks: [String], _ message: String?) throws {
    let found = try RenderSupport.page(blocks.map { .html(text: $0, span: span) }).diagnostics
    #expect(found.first?.message == message)
    #expect(found.first?.rule == message.map { _ in "unbalanced-html" })
  }

  @Test(
    arguments: [
      ("../claims.html", "../claims.html", nil), ("../claims.html#A18", "../claims.html#A18", nil),
      ("../claims.html#article-D", "../claims.html#article-D", nil),
      ("../print.html", "../print.html", nil), ("../results.json", "../results.json", nil),
      (
        "../claims.html#A99", nil, "The link “../claims.html#A99” leads to no place in claims.html."
      ),
      (
        "claims.html", nil,
        "The link “claims.html” leads to no file: there is no chapters/9-test/claims.html."
      ),
    ] as [(String, String?, String?)])
  func linksToTheBooksOwnPages(_ link: String, _ href: String?, _ message: String?) throws {
    let chapter = RenderSample.chapter(
      "chapters/9-test/01-page.md", title: "Page",
      [
        .paragraph(
          content: [.link(destination: link, title: "", content: [.text("x")], span: span)],
          span: span)
      ])
    let part = Part(folder: "9-test", index: nil, chapters: [chapter])
    let book = Book(parts: RenderSample.book.parts + [part], ledger: RenderSample.ledger)
    let site = try RenderSupport.render(book)
    #expect(site.diagnostics.map(\.message) == (message.map { [$0] } ?? []))
    let page = RenderSupport.text("9-test/01-page.html", in: site)
    #expect(page.contains("<p><a href=\"\(href ?? "")\">x</a></p>") == (href != nil))
  }

  @Test(arguments: [
    ("89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 00 08 00 00 00 08", true),
    ("89 50 4E 47 0D 0A 1A 0A 6A 75 6E 6B 6A 75 6E 6B 6A 75 6E 6B 6A 75 6E 6B", false),
    ("89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 00 00 00 00 00 08", false),
    ("89 50 4E 47 0D 0A 1A 0A 00 00 00 0D 49 48 44 52 00 00 00 08", false),
    ("89 50 4E 47 0D 0A 1A 0A", false),
    ("FF D8 FF E0", true), ("FF D8 FF 6A", false), ("FF D8 FF", false),
    ("47 49 46 38 39 61 01 00 01 00", true), ("47 49 46 38 39 61 00 00 01 00", false),
    ("47 49 46 38 6A 75 6E 6B 01 00", false),
    ("52 49 46 46 00 00 00 00 57 45 42 50 56 50 38 4C", true),
    ("52 49 46 46 00 00 00 00 57 45 42 50 6A 75 6E 6B", false),
    ("3C 73 76 67", true), ("", false),
  ])
  func whatIsAnImage(_ bytes: String, _ isImage: Bool) {
    let bytes = bytes.split(separator: " ").map { UInt8($0, radix: 16)! }
    #expect(ImageFormat.isKnown(bytes) == isImage)
  }

  @Test func controlCharactersAreShown() throws {
    #expect(
      HTML("a\u{1B}[31m\u{0}\u{8}\u{7F}\u{85}\u{E9}\t\n").text
        == "a␛[31m␀␈␡\u{FFFD}\u{E9}\t\n")
    var result = ExperimentResult()
    result.output = ["\u{1B}[31mred\u{1B}[0m \u{0}"]
    let part = Part(
      folder: "", index: nil,
      chapters: [
        RenderSample.chapter(
          "chapters/01-x.md", title: "X", [RenderSample.experiment("x", "1\n")])
      ])
    let site = try RenderSupport.render(Book(parts: [part]), ["x": result])
    let controls = UnicodeScalar(0)..<UnicodeScalar(10)
    for name in ["01-x.html", "print.html", "results.json", "assets/search.js"] {
      let text = RenderSupport.text(name, in: site)
      #expect(!text.unicodeScalars.contains { controls.contains($0) || $0 == "\u{1B}" }, "\(name)")
    }
    #expect(RenderSupport.text("01-x.html", in: site).contains("␛[31mred␛[0m ␀"))
    let json = Data(RenderSupport.text("results.json", in: site).utf8)
    let read = try JSONDecoder().decode(ResultFile.self, from: json)
    #expect(read.experiments[0].output == result.output)
  }

  @Test func aChapterCannotTakeTheNameOfTheLedgersPage() throws {
    let chapter = RenderSample.chapter(
      "chapters/claims.md", title: "Claims", [RenderSample.text("x")])
    let book = Book(parts: [Part(folder: "", index: nil, chapters: [chapter])])
    #expect(try RenderSupport.render(book, [:]).diagnostics.map(\.rule) == ["taken-name"])
  }

  @Test func valuesInCaptions() throws {
    var results = RenderSample.results
    results["l1-zeros"]!.figures[0].caption = "With {{l1-zeros.zeros}} zeros & {{x}}."
    results["l1-zeros"]!.tables[0].caption = "None {{l1-zeros.none}}."
    let site = try RenderSupport.render(RenderSample.book, results)
    let page = RenderSupport.text("1-survey/03-norm-penalties.html", in: site)
    #expect(page.contains("<data class=\"value\" value=\"41.4\">41</data></a> zeros &amp; {{x}}."))
    #expect(page.contains("<title id=\"chart-l1-zeros-path-title\">With 41 zeros &amp; {{x}}."))
    #expect(site.diagnostics.map(\.rule) == ["unknown-value"])
  }
}
