import Foundation

@testable import BookKit

/// Mistakes that were really made, one for each rule, as a terminal shows them.
enum RuleExamples {
  /// The text of the first mistake by its rule.
  static func all() async throws -> [String: String] {
    var texts: [String: String] = [:]
    func add(_ made: [Made]) {
      for made in made where texts[made.rule] == nil { texts[made.rule] = made.text }
    }
    add(try reading())
    add(try await building())
    for provoke in machine + commands { add(try await provoke()) }
    return texts
  }

  /// A mistake's rule and text.
  struct Made {
    let rule: String
    let text: String

    /// A mistake in the book of a folder, whose name is another at every run.
    init(_ diagnostic: Diagnostic, in folder: String) {
      rule = diagnostic.rule
      let printer = DiagnosticPrinter(folder: folder, color: false)
      // The character that one of the rules forbids cannot stand in the appendix either.
      text = printer.text(diagnostic).replacing(folder, with: "/home/ada/book")
        .replacing("\u{E0B0}", with: "\u{FFFD}")
    }

    /// What a command wrote about its one mistake.
    init?(written text: String) {
      guard let match = text.firstMatch(of: /\[([a-z-]+)\]\n/) else { return nil }
      rule = String(match.1)
      self.text = text.trimmingCharacters(in: .newlines)
    }
  }

  /// `Cases/rules/reading`: mistakes that the parser finds, each in a chapter of the rule's name.
  private static func reading() throws -> [Made] {
    let book = try BuildCase(case: "../rules/reading")
    try book.write("# A title\n\nSome words.\n", to: "chapters/new\nbad-file-name.md")
    try book.write(String(repeating: "$x$ ", count: 6_500), to: "chapters/too-many-formulas.md")
    try book.write(
      "# T\n" + String(repeating: "0.123456789\n", count: 1 << 20),
      to: "chapters/file-too-large.md")
    for (link, target) in [("outside-book", "/etc/hosts"), ("unreadable-file", "gone.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(book.folder)/chapters/\(link).md", withDestinationPath: target)
    }
    return inOwnChapters(BookLoader.load(folder: book.folder).diagnostics, book)
  }

  /// `Cases/rules/building`: mistakes that compiling, running and rendering find.
  private static func building() async throws -> [Made] {
    let book = try BuildCase(case: "../rules/building")
    var build = BookBuild(folder: book.folder)
    build.settings = book.settings
    build.settings.limits = RunLimits()
    return inOwnChapters(try await build.run().diagnostics, book)
  }

  private static func inOwnChapters(_ found: [Diagnostic], _ book: BuildCase) -> [Made] {
    found.filter { mistake in
      mistake.path == Ledger.path
        || [".md", ".markdown"].contains { mistake.path?.hasSuffix(mistake.rule + $0) == true }
    }
    .map { Made($0, in: book.folder) }
  }

  /// The mistake that `body` throws.
  static func thrown(in folder: String = "/nowhere", _ body: () async throws -> Void) async
    -> [Made]
  {
    do {
      try await body()
      return []
    } catch let diagnostic as Diagnostic {
      return [Made(diagnostic, in: folder)]
    } catch {
      return []
    }
  }
}
