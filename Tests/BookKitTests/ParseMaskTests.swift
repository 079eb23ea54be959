import Foundation
import Testing

@testable import BookKit

struct ParseMaskTests {
  static let nasty = [
    "", "$", "$$", "$$$", "$$$$", "$x$", "a $x$ b $y$", "$5 and $10", "\\$x$", "$x\\$ y$", "$ x$",
    "$x $",
    "$x$5", "$a\nb$", "$a\n\nb$", "$a\nb\nc$", "$$\nx\n$$", "$$\n= b\n- c\n# d\n$$",
    "> $$\n> x\n> $$",
    "> $$\nx\n$$", "- $$\n  x\n  $$\n- y", "`$x$` $y$", "`` ` $x$ `` $y$", "`a\n$b$` $c$", "` $x$",
    "```\n$x$\n```\n$y$",
    "    $x$\n\n$y$", "- a\n\n      $x$\n\n  $y$", "<!-- $x$ --> $y$", "<!--\n\n$x$\n-->\n\n$y$",
    "<div>\n$x$\n</div>",
    "{{a.b}}", "{{a.b c d}}", "{{{a.b}}}", "{{a.b}", "{{A.b}}", "\\frac{{a}}{{b}}",
    "$\\frac{{a}}{{b}}$", "${{a.b}}$",
    "中文 $x$ 中文 {{a.b}} 😀 $y$", "| a | b |\n|---|---|\n| $x|y$ | `|` |",
    "[a $x$](http://b/$c$ \"$d$\")", "<https://a.b/$c$d$>",
    "# $x$ #", "$$\nx\n$$ and $$\ny\n$$", "$$ open\n```swift\n$x$\n```", "\t$x$", "-\t$x$",
    "- - - - $x$", "1. $x$\n   $y$",
    "a\n===\n$x$", "&#36;x$", "*$x$*", "_{{a.b}}_", "$$x$$y$$z$$", "> - > $$\n> > x $$ y\n> $$z$$",
    "[r]: /u '$t$'\n[r] $x$",
    "~~~\n$x$", "> ```\n> $x$\n$y$", "1) $a\n2) b$", "$`x`$", "costs $5, `x$`",
    "a  \n$$\nb  \nc\\\n$$",
  ]

  @Test(arguments: nasty)
  func maskKeepsLengthAndLines(text: String) {
    let source = SourceText(path: "x.md", bytes: Array(text.utf8))
    let mask = Mask(source: source, bodyStart: 0, runs: BlockScanner.scan(source, from: 0).runs)
    #expect(mask.bytes.count == source.bytes.count)
    #expect(String(validating: mask.bytes, as: UTF8.self) != nil)
    #expect(SourceText(path: "x.md", bytes: mask.bytes).lineStarts == source.lineStarts)
  }

  /// Nothing of the mask may be left in what the chapter says.
  @Test(arguments: nasty)
  func nothingOfTheMaskIsLeft(text: String) {
    let dump = ParseDump(parse(text).chapter).text
    #expect(!dump.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) })
    #expect(!dump.utf8.contains { $0.isControl })
    #expect(!dump.contains("xx"))
  }

  /// Random soup of Markdown's marks: no crash, equal lengths, nothing left, cmark sees the same fences.
  @Test func soup() {
    let words = [
      "$", "$$", "x", " ", "\n", "\n\n", "> ", "- ", "1. ", "    ", "```", "```\n", "~~~", "`",
      "``", "{{a.b}}", "\\", "|",
      "|--|--|\n", "<!--", "-->", "<div>", "# ", "===\n", "---\n", "*", "_", "[", "](u)", "中", "\t",
      "=",
    ]
    var state: UInt64 = 1
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33)
    }
    for _ in 0..<20_000 {
      let text = (0..<(next() % 24)).map { _ in words[next() % words.count] }.joined()
      let source = SourceText(path: "x.md", bytes: Array(text.utf8))
      let scan = BlockScanner.scan(source, from: 0)
      let mask = Mask(source: source, bodyStart: 0, runs: scan.runs)
      #expect(mask.bytes.count == source.bytes.count)
      let dump = ParseDump(parse(text).chapter).text
      let isClean = !dump.unicodeScalars.contains {
        (0xE000...0xF8FF).contains($0.value) || $0.value == 1
      }
      #expect(isClean, "\(text.debugDescription)")
      let seen = FenceLister(mask.bytes).lines
      #expect(seen == scan.fences.map { $0.line + 1 }, "\(text.debugDescription)")
    }
  }

  @Test func deepNestingIsRefused() {
    let quotes = String(repeating: ">", count: 20_000) + " a"
    #expect(parse("# T\n\n" + quotes).diagnostics.map(\.rule) == ["nesting-too-deep"])
    let list = String(repeating: "- ", count: 20_000) + "a"
    #expect(parse("# T\n\n" + list).diagnostics.map(\.rule) == ["nesting-too-deep"])
    let images = String(repeating: "![", count: 20_000) + String(repeating: "](a)", count: 20_000)
    #expect(parse("# T\n\n" + images).diagnostics.map(\.rule) == ["nesting-too-deep"])
    let stars =
      String(repeating: "*a _b ", count: 9_000) + String(repeating: "c_ d* ", count: 9_000)
    #expect(parse("# T\n\n" + stars).diagnostics.map(\.rule) == ["nesting-too-deep"])
  }
}
