import Foundation

/// Where Debian's packages put the third-party files that pages are made with.
struct WebPackages: Sendable {
  /// The folder for everything that does not depend on the machine.
  var share = "/usr/share"

  var katex: String { "\(share)/javascript/katex/katex.min.js" }
  var katexStyle: String { "\(share)/javascript/katex/katex.min.css" }
  var katexFonts: String { "\(share)/fonts/truetype/katex" }
  var highlight: String { "\(share)/javascript/highlight.js/highlight.min.js" }

  /// The names of KaTeX's fonts in the one format that every browser of today reads, sorted.
  func fontNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: katexFonts)) ?? []
    return names.filter { $0.hasSuffix(".woff2") }.sorted()
  }

  /// A text file; nil where there is none.
  static func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
