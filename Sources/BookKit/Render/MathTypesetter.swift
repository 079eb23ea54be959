/// TeX to HTML and MathML, by KaTeX.
final class MathTypesetter {
  /// Why a formula could not be set.
  struct Mistake: Error {
    var message: String
    /// Where, in UTF-16 units from the formula's begin; nil where KaTeX doesn't say.
    var position: Int?
  }

  private let program: ScriptProgram
  /// KaTeX's own version number.
  let version: String

  /// Nil where KaTeX isn't installed.
  init?(theme: Theme, packages: WebPackages, memory: ScriptMemory) throws {
    guard let source = WebPackages.read(packages.katex) else { return nil }
    program = ScriptProgram(
      [
        ("polyfill.js", try theme.text("scripts/polyfill.js")), ("katex.js", source),
        ("math.js", try theme.text("scripts/math.js")),
      ], memory: memory)
    version = try program.call("regbookMathVersion")
  }

  func typeset(_ tex: String, display: Bool) throws -> HTML {
    let answer = try program.call("regbookMath", tex, display ? "display" : "")
    if answer.hasPrefix("set\n") { return HTML(trusted: String(answer.utf8.dropFirst(4))!) }
    let parts = answer.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    throw Mistake(message: String(parts[2]), position: Int(parts[1]))
  }
}
