/// What makes a page follow the book: a script that is put into the answer, never into the file.
struct PreviewScript: Sendable {
  /// Where requests for regbook's own files begin. No page can be there: output/ has no such folder.
  static let folder = ".regbook"

  let code: [UInt8]
  let style: [UInt8]

  /// Reads the script and its style from the theme's folder.
  init(theme: String) throws(Diagnostic) {
    func bytes(_ name: String) throws(Diagnostic) -> [UInt8] {
      guard let data = Files.read("\(theme)/preview/\(name)") else {
        throw Diagnostic(
          rule: "theme-incomplete", "The theme has no file “preview/\(name)”.",
          hint: "Install regbook again.")
      }
      return Array(data)
    }
    code = try bytes("preview.js")
    style = try bytes("preview.css")
  }

  /// The page with the script at its end.
  static func inject(into page: [UInt8], revision: String) -> [UInt8] {
    let tag = Array(
      "<script src=\"/\(folder)/preview.js\" data-revision=\"\(revision)\"></script>\n".utf8)
    let mark = Array("</body>".utf8)
    let last = page.indices.dropLast(mark.count - 1).last {
      page[$0] == mark[0] && page[$0..<$0 + mark.count].elementsEqual(mark)
    }
    let place = last ?? page.endIndex
    return page[..<place] + tag + page[place...]
  }
}
