import Foundation
import Subprocess
import Testing

@testable import BookKit

/// Chapters as they come out of other programs and other people's hands.
@Suite struct FaultChapterTests {
  private static let experiment = "```swift experiment a\nrecord(\"x\", 1)\n```\n\n{{a.x}}\n"

  @Test(arguments: [
    "01 a b", "02-it's", "03-\"quoted\"", "04-正则化", "05-50%", "06-a#b?c", "07-a\\b",
    "08-$(touch x);`", "09-<i>&amp;", "10-a:b", "11-é", "--output", "-", "~", "*",
  ])
  func aNameOfAnyCharacters(name: String) async throws {
    let book = try BuildCase()
    try book.write(
      "# A title\n\n```swift experiment a\nclaim(\"Two is more.\", 2 > 1, tests: \"A1\")\n```\n",
      to: "chapters/\(name).md")
    let link = try #require(
      "\(name).md".addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    try book.write("# Another\n\nSome [words](\(link)).\n", to: "chapters/zz.md")
    try book.write(
      "- id: A1\n  line: 1\n  claim: Two is more.\n  verdict: holds\n  technique: sums\n",
      to: "chapters/claims.yaml")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(0), "\(end.errors)")
    #expect(book.read("output/\(name).html")?.contains("<h1>A title</h1>") == true)
    // Addresses of the page lead to its file: in another's contents and text, and in the ledger.
    for other in ["zz.html", "claims.html"] {
      let page = try #require(book.read("output/\(other)"))
      let links = page.matches(of: /href="([^"#]*)[#"]/).map {
        String($0.1).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
      }
      let targets = links.filter { $0.removingPercentEncoding == "\(name).html" }
      #expect(targets.count >= 2, "\(links)")
      for target in targets {
        let address = URL(string: target, relativeTo: URL(string: "file:///book/\(other)"))
        #expect(address?.path == "/book/\(name).html")
      }
    }
    #expect(book.read("output/print.html")?.contains("Some <a href=\"#page-") == true)
  }

  @Test func aLinkToADraft() async throws {
    let book = try BuildCase(chapter: "# A\n\nSee [this](02-two.md).\n")
    try book.write("---\ntitle: Two\ndraft: true\n---\n\nWords.\n", to: "chapters/02-two.md")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(
      end.errors.hasPrefix(
        "chapters/01-one.md:3:5: error: The link “02-two.md” leads to a draft, which is not in the site. "
          + "[broken-link]"), "\(end.errors)")
  }

  @Test(arguments: ["README.md", "_notes.md"]) func aLinkToNoChapter(name: String) async throws {
    let book = try BuildCase(chapter: "# A\n\nSee [this](\(name)).\n")
    try book.write("Words.\n", to: "chapters/\(name)")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(
      end.errors.hasPrefix(
        "chapters/01-one.md:3:5: error: The link “\(name)” leads to chapters/\(name), which is no chapter. "
          + "[broken-link]"), "\(end.errors)")
  }

  @Test(arguments: ["a\nb", "a\tb", "a\u{7F}b"])
  func aNameWithAControlCharacter(name: String) async throws {
    let book = try BuildCase()
    try book.write("# A\n\nSome words.\n", to: "chapters/\(name).md")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(
      end.errors.hasPrefix(
        "chapters/a\u{FFFD}b.md: error: The name of this file or folder holds a line end or another "
          + "control character. [bad-file-name]\nhint: Rename it.\n"), "\(end.errors)")
  }

  @Test func aByteOrderMarkAndOtherLineEndsChangeNothing() async throws {
    let text = "---\ntitle: A\n---\n\n| a | b |\n|---|---|\n| 1 | $x$ |\n\n" + Self.experiment
    var sites: [[String: Data]] = []
    for variant in [
      text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"),
      "\u{FEFF}" + text.replacing("\n", with: "\r\n"),
    ] {
      let book = try BuildCase(chapter: variant)
      #expect(try await BuildCase.regbook(["build", "--folder", book.folder]).status == .exited(0))
      sites.append(try FaultCase.files(in: book.folder + "/output"))
    }
    #expect(sites.allSatisfy { $0 == sites[0] && !$0.isEmpty })
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x41, 0x00], 1, 1), ([0x23, 0x20, 0x41, 0x0A, 0x0A, 0xC3], 3, 1),
      ([0x23, 0x20, 0xED, 0xA0, 0x80], 1, 3), ([0x61, 0x0A, 0x62, 0xC0, 0x80], 2, 2),
    ] as [([UInt8], Int, Int)])
  func bytesThatAreNoText(bytes: [UInt8], line: Int, column: Int) async throws {
    let book = try BuildCase(chapter: "")
    try Data(bytes).write(to: URL(fileURLWithPath: book.folder + "/chapters/01-one.md"))
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(
      end.errors.hasPrefix(
        "chapters/01-one.md:\(line):\(column): error: The file is not UTF-8 text: the first bad byte is "
          + "here. [invalid-utf8]\n"), "\(end.errors)")
    #expect(end.errors.components(separatedBy: "error: ").count == 2, "one mistake, said once")
  }

  @Test func aChapterOfFiftyMegabytes() async throws {
    let book = try BuildCase()
    try book.write(
      "# A\n\n" + String(repeating: "Some *words*.\n\n", count: 3_500_000),
      to: "chapters/01-one.md")
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(
      end.errors.hasPrefix(
        "chapters/01-one.md: error: This file has 50 MiB; a chapter has at most 8. [file-too-large]\n"
      ),
      "\(end.errors)")
  }

  /// Three thousand of everything that can lie in itself, by what it is.
  private static let deep: [String: String] = {
    func many(_ text: String) -> String { String(repeating: text, count: 3000) }
    let emphases = many("*a **b ") + many("** *")
    return [
      "lists, line by line": (0..<3000).map { String(repeating: "  ", count: $0) + "- a\n" }
        .joined(),
      "lists on a line": many("- ") + "a\n",
      "quotes": many("> ") + "a\n",
      "emphases": emphases,
      "links": many("[") + "a" + many("](x)"),
      "emphases in a cell": "| a |\n|---|\n| \(emphases) |\n",
      "braces in a formula": "$" + many("{") + "x" + many("}") + "$\n",
      "roots": "$" + many("\\sqrt{") + "x" + many("}") + "$\n",
      "HTML": "<div>" + many("<b>") + many("</b>") + "</div>\n",
    ]
  }()

  @Test(arguments: deep.keys.sorted())
  func deepNesting(of what: String) async throws {
    let book = try BuildCase(chapter: "# A\n\n" + #require(Self.deep[what]))
    try await expectOneMistakeAtMost(in: book)
  }

  @Test func deepFrontMatter() async throws {
    let deep = String(repeating: "[", count: 3000)
    try await expectOneMistakeAtMost(in: BuildCase(chapter: "---\ntitle: \(deep)\n---\n\na\n"))
  }

  private func expectOneMistakeAtMost(in book: BuildCase) async throws {
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(0) || end.status == .exited(1), "\(end.errors.prefix(500))")
    if end.status == .exited(1) {
      #expect(
        end.errors.components(separatedBy: "error: ").count == 2, "\(end.errors.prefix(2000))")
    }
  }

  @Test func aLinkOutOfTheTree() async throws {
    let book = try BuildCase(chapter: "# A\n\n![a](image.png)\n")
    try book.write("a,b\n1,2\n", to: "chapters/data/own.csv")
    for (name, target) in [
      ("02-out.md", "/etc/hosts"), ("3-part", "/etc"), ("image.png", "/etc/hosts"),
      ("data/out.csv", "/etc/hosts"), ("4-nowhere", "nothing-of-the-kind"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(book.folder)/chapters/\(name)", withDestinationPath: target)
    }
    let end = try await BuildCase.regbook(["build", "--folder", book.folder])
    #expect(end.status == .exited(1))
    #expect(end.errors.components(separatedBy: "[outside-book]").count == 4, "\(end.errors)")
    #expect(end.errors.contains("chapters/4-nowhere: error: This cannot be read."))
    #expect(end.errors.contains("[missing-image]"))
    #expect(!Files.exists(book.folder + "/output"))
  }

  /// A ledger that cannot be read is one mistake: its page is missing only because of that.
  @Test func aLinkToTheLedgerThatCannotBeRead() async throws {
    let book = try BuildCase(chapter: "# A\n\n[Claims](claims.html#A1)\n")
    try book.write("- id: [\n", to: "chapters/claims.yaml")
    #expect(try await book.build().diagnostics.map(\.rule) == ["bad-ledger"])
  }

  /// The file goes away while its experiments are computed; what was read is what is built.
  @Test(arguments: ["removed", "renamed", "emptied"])
  func aChapterThatGoesAway(how: String) async throws {
    let book = try BuildCase()
    let signal = book.folder + "/go"
    // The engine's readers stop an experiment whose file is not there, so the C library waits.
    try book.write(
      """
      # A

      ```swift setup
      @_silgen_name("usleep") func sleep(_ microseconds: UInt32) -> Int32
      @_silgen_name("access") func access(_ path: OpaquePointer, _ mode: Int32) -> Int32
      let signal: StaticString = "\(signal)"
      ```

      ```swift experiment a
      while access(OpaquePointer(signal.utf8Start), 0) != 0 { _ = sleep(20_000) }
      record("x", 1)
      ```

      {{a.x}}

      """)
    let path = book.folder + "/chapters/01-one.md"
    let end = try await run(
      .path(.init(BuildCase.executable)), arguments: ["build", "--folder", book.folder],
      input: .none,
      output: .discarded, error: .string(limit: 1 << 20)
    ) { execution in
      let work = book.folder + "/.regbook/work"
      _ = try await ServeCase.until { BuildCase.started(in: work) }
      switch how {
      case "removed": try FileManager.default.removeItem(atPath: path)
      case "renamed": rename(path, book.folder + "/chapters/02-two.md")
      default: try book.write("")
      }
      try book.write("", to: "go")
    }
    #expect(end.terminationStatus == .exited(0), "\(end.standardError)")
    #expect(book.read("output/01-one.html")?.contains(">1<") == true)
  }
}
