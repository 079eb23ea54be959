import Testing

@testable import BookKit

/// Words to the reader, notes, numbered equations and images as figures, from Markdown to the page.
@Suite struct RenderNoteTests {
  private func page(_ markdown: String) throws -> (html: String, diagnostics: [Diagnostic]) {
    let parsed = ChapterParser.parse(
      Array("# T\n\n\(markdown)\n".utf8), path: "chapters/9-test/01-page.md")
    let page = try RenderSupport.page(parsed.chapter.blocks)
    return (page.html, parsed.diagnostics + page.diagnostics)
  }

  @Test(arguments: [
    ("> **Predict.** What?", "predict"), ("> **Try it.** Do.", "attempt"),
    ("> **Note.** So.", "note"), ("> **Careful.** Hot.", "warning"),
    ("> **Where the article is wrong.** There.", "article"),
    ("*Where the article is imprecise.* There.", "article"), ("> [!NOTE]\n> So.", "note"),
    ("> [!WARNING]\n> Hot.", "warning"), ("> [!TIP]\n>\n> So.", "attempt"),
  ])
  func admonitions(_ markdown: String, _ kind: String) throws {
    let page = try page(markdown)
    #expect(page.diagnostics == [])
    #expect(page.html.contains("<div class=\"admonition \(kind)\" role=\"note\">"))
    #expect(!page.html.contains("[!"))
  }

  @Test(arguments: [
    ("> **Predct.** What?", "“Predct.” makes this a note.", "Did you mean “Predict.”?"),
    ("> **Perdict:** What?", "“Perdict:” makes this a note.", "Did you mean “Predict:”?"),
    ("> **Tyr it.** Do.", "“Tyr it.” makes this a note.", "Did you mean “Try it.”?"),
    ("> **Careul!** Hot.", "“Careul!” makes this a note.", "Did you mean “Careful!”?"),
    ("> **Product.** So.", nil, nil),
    ("> **Learning.** So.", nil, nil), ("> **Norm.** So.", nil, nil),
  ])
  func openingsThatAreMisspelt(_ markdown: String, _ message: String?, _ hint: String?) throws {
    let found = try page(markdown).diagnostics
    #expect(found.map(\.rule) == (message == nil ? [] : ["unknown-admonition"]))
    #expect(found.first?.message == message && found.first?.hint == hint)
    #expect(found.allSatisfy { $0.span?.line == 3 && $0.span?.column == 3 })
  }

  @Test(arguments: [
    "> Said by somebody.",
    "> **A quotation that is bold and no short word to the reader at all.** No.",
    "> **Bold** in the text.", "*Emphasis* in a text.",
  ])
  func quotations(_ markdown: String) throws {
    #expect(try !page(markdown).html.contains("admonition"))
  }

  @Test func footnotes() throws {
    let page = try page(
      "One[^b] and *two[^a]* and again[^b].\n\n[^a]: Note `a`.\n[^b]: Note b[^c].\n\n[^c]: Third one."
    )
    #expect(page.diagnostics == [])
    #expect(
      page.html.contains(
        "One<sup><a class=\"note-mark\" id=\"note-b-mark\" href=\"#note-b\" aria-label=\"Note 1\">1</a></sup>"
      ))
    #expect(page.html.contains("again<sup><a class=\"note-mark\" href=\"#note-b\""))
    let notes = page.html.matches(of: #/<aside class="sidenote" role="note" id="(note-.)"/#).map {
      String($0.1)
    }
    #expect(notes == ["note-b", "note-a", "note-c"])
  }

  @Test("A note stands directly after the block that is the first to refer to it")
  func placeOfNotes() throws {
    let html = try page("One[^a].\n\nTwo[^a].\n\n- Three[^b].\n\n[^a]: Note a.\n[^b]: Note b.").html
    let order = html.matches(of: #/One|Two|Three|id="note-.">|<aside[^>]*id="note-(.)"/#)
      .map { String($0.output.1 ?? $0.output.0.prefix(5)) }
    #expect(order == ["One", "a", "Two", "Three", "b"])
    #expect(html.matches(of: #/<div class="noted">/#).count == 2)
  }

  @Test("Paper lists every other host's address once, under the letters of the text")
  func printedLinks() throws {
    let html = try page(
      "[One](https://a.example/1), [two](https://b.example), [one](https://a.example/1), [here](#t)."
    ).html
    let letters = html.matches(of: #/<sup class="link-letter">(.)<\/sup>/#).map { String($0.1) }
    #expect(letters == ["a", "b", "a"])
    #expect(
      html.contains(
        "<ol type=\"a\"><li>https://a.example/1</li>\n<li>https://b.example</li></ol>"))
    #expect(
      [0, 25, 26, 27, 701, 702].map(PageRenderer.letters) == ["a", "z", "aa", "ab", "zz", "aaa"])
    let local = try page("[here](#t)").html
    #expect(!local.contains("printed-links"))
  }

  @Test(arguments: [
    ("A[^x].", "unknown-footnote 3:2"), ("A.\n\n[^x]: Text here.", "unused-footnote 5:1"),
    ("A[^x].\n\n[^x]: One two.\n\n[^x]: Two three.", "duplicate-footnote 7:1"),
    ("A[^x].\n\n[^x]: word", "bad-footnote 5:1"),
  ])
  func mistakesInNotes(_ markdown: String, _ mistake: String) throws {
    #expect(try page(markdown).diagnostics.map(\.summary) == [mistake])
  }

  @Test func equations() throws {
    let page = try page(
      "$$a = b \\label{eq-one}$$\n\n$$c$$\n\n$$d \\label{eq-two}$$\n\nSee [equation](#eq-two) and [](#eq-one)."
    )
    #expect(page.diagnostics == [])
    #expect(page.html.contains("<div class=\"numbered\" id=\"eq-one\">"))
    #expect(page.html.contains("<a class=\"number\" href=\"#eq-two\">(9.1.2)</a>"))
    #expect(
      page.html.contains(
        "See <a href=\"#eq-two\">equation\u{A0}(9.1.2)</a> and <a href=\"#eq-one\">(9.1.1)</a>."))
    #expect(!page.html.contains("label{"))
  }

  @Test(arguments: [
    ("See [equation](#eq-none).", "broken-link 3:5"),
    ("$$a \\label{ridge}$$", "bad-equation-label 3:1"),
    ("$$a \\label{eq-a}$$\n\n$$b \\label{eq-a}$$", "duplicate-equation 5:1"),
    ("Text $$a \\label{eq-a}$$ text.", "equation-in-text 3:6"),
    ("$$a \\label{eq-a} + \\foo$$", "bad-formula 3:20"),
  ])
  func mistakesInEquations(_ markdown: String, _ mistake: String) throws {
    #expect(try page(markdown).diagnostics.map(\.summary) == [mistake])
  }

  @Test func moreDigitsThanTheIntervalSupports() throws {
    // gain: 3.02 points, 95 % interval ±1.2 points.
    #expect(try page("A {{l1-zeros.gain points 1}} b.").diagnostics == [])
    let found = try page("A {{l1-zeros.gain points 3 ± sd}} b.").diagnostics
    #expect(found.map(\.summary) == ["too-many-digits 3:3"])
    #expect(found.first?.severity == .warning)
    #expect(
      found.first?.message
        == "“l1-zeros.gain” is known to ±1.2\u{A0}points, so its last digits here say nothing.")
    #expect(try page("A {{l1-zeros.largest-error significant 9}} b.").diagnostics == [])
  }
}
