import Foundation

/// What the pages of one rendering share: the programs that are started when the first page needs
/// them, the files they ask for, and the mistakes they find.
final class SiteTools {
  let theme: Theme
  let bookFolder: String
  let packages: WebPackages
  let memory: ScriptMemory
  let drawings: DrawingMemory
  private(set) var diagnostics: [Diagnostic] = []
  /// Files that chapters link to or show and numbers of figures, by path relative to the output
  /// folder.
  private(set) var attachments: [String: [UInt8]] = [:]
  private(set) var math: MathTypesetter?
  private(set) var highlighter: CodeHighlighter?
  private var askedForMath = false
  private var askedForHighlighter = false

  init(
    theme: Theme, bookFolder: String, packages: WebPackages, memory: ScriptMemory,
    drawings: DrawingMemory = DrawingMemory()
  ) {
    self.memory = memory
    self.drawings = drawings
    self.theme = theme
    self.bookFolder = bookFolder
    self.packages = packages
  }

  /// The same programs for another look at something that was rendered already; its mistakes go
  /// nowhere.
  init(sharing other: SiteTools) {
    theme = other.theme
    bookFolder = other.bookFolder
    packages = other.packages
    memory = other.memory
    drawings = other.drawings
    math = other.math
    highlighter = other.highlighter
    askedForMath = other.askedForMath
    askedForHighlighter = other.askedForHighlighter
  }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// KaTeX, started now if it wasn't; nil where it isn't installed, which is reported once.
  func startMath() throws -> MathTypesetter? {
    if !askedForMath {
      askedForMath = true
      math = try MathTypesetter(theme: theme, packages: packages, memory: memory)
      if math == nil {
        report(Self.missing("katex-missing", "KaTeX", packages.katex, "libjs-katex fonts-katex"))
      }
    }
    return math
  }

  /// highlight.js, likewise.
  func startHighlighter() throws -> CodeHighlighter? {
    if !askedForHighlighter {
      askedForHighlighter = true
      highlighter = try CodeHighlighter(theme: theme, packages: packages, memory: memory)
      if highlighter == nil {
        report(
          Self.missing(
            "highlight-missing", "highlight.js", packages.highlight, "libjs-highlight.js"))
      }
    }
    return highlighter
  }

  /// Whether a figure's numbers are kept from an earlier build.
  func hasNumbers(of name: FigureName) -> Bool { drawings.has(name.experiment, Self.key(name)) }

  private static func key(_ name: FigureName) -> String { "csv \(name.name)" }

  /// Takes a figure's numbers into the site.
  func addNumbers(of name: FigureName, csv: () -> String) {
    let csv = drawings.text(of: name.experiment, Self.key(name), make: csv)
    attachments[name.numbersFile] = Array(csv.utf8)
  }

  /// The bytes of a file of `chapters/` that was taken into the site.
  func attached(_ source: String) -> [UInt8]? { attachments[Self.path(of: source)] }

  private static func path(of source: String) -> String {
    String(source.dropFirst("chapters/".count))
  }

  /// Takes a file of `chapters/` into the site; false where there is none.
  func attach(_ source: String) -> Bool {
    let path = Self.path(of: source)
    if attachments[path] != nil { return true }
    var isFolder: ObjCBool = false
    let full = "\(bookFolder)/\(source)"
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue,
      // A link must not bring a file of somebody else's into the site.
      let root = Files.resolved(bookFolder), Files.resolved(full)?.hasPrefix(root + "/") ?? false,
      let data = FileManager.default.contents(atPath: full)
    else { return false }
    attachments[path] = Array(data)
    return true
  }

  private static func missing(
    _ rule: String, _ name: String, _ file: String, _ packages: String
  ) -> Diagnostic {
    Diagnostic(
      rule: rule, "\(name) is not installed: there is no \(file).",
      hint: "Install it with: apt-get install \(packages)")
  }
}
