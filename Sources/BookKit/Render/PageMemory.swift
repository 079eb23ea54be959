import Charts
import Foundation
import Results

/// Rendered pages, kept in a folder between builds: a file a page, good for as long as nothing changed
/// that the page shows. Deleting it loses only time.
final class PageMemory {
  /// Where it is kept, and what a page is made of.
  struct Place: Sendable {
    var folder: String
    /// The hash of what makes pages: regbook, its theme and the packages.
    var look: String
    /// What names the Results, by experiment.
    var fingerprints: [String: String]
  }

  private let place: Place?
  private let book: BookIndex
  private let skeleton: String
  private var met: Set<String> = []
  /// Whether a page was found here.
  private(set) var wasOfUse = false

  /// The memory in a place; without one nothing is kept.
  init(_ place: Place?, book: BookIndex) {
    self.place = place
    self.book = book
    skeleton = place == nil ? "" : book.skeleton
    guard let folder = place?.folder else { return }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The page as it was kept, or as `render` makes it.
  func page(_ index: Int, _ tools: SiteTools, render: () throws -> RenderedPage) rethrows
    -> RenderedPage
  {
    guard let place, let hash = book.book.sourceHashes[book.pages[index].chapter.path] else {
      return try render()
    }
    let path = "\(place.folder)/\(Fingerprint.of(book.pages[index].path.utf8).prefix(24))"
    met.insert(path)
    let name = ResultKey.hash([place.look, skeleton, book.pages[index].path, hash])
    if let kept = KeptPage(KeptTexts.read(path), name), isCurrent(kept, tools) {
      wasOfUse = true
      return kept.page(index)
    }
    let mistakes = tools.diagnostics.count
    let page = try render()
    // A mistake must be reported at every build.
    if tools.diagnostics.count == mistakes {
      KeptTexts.write(KeptPage(page, stamps: stamps(of: page.sources, tools)).texts(name), to: path)
    }
    return page
  }

  /// Forgets pages that the book has no more.
  func save() {
    guard let folder = place?.folder else { return }
    for name in Files.names(in: folder) where !met.contains("\(folder)/\(name)") {
      unlink("\(folder)/\(name)")
    }
  }

  /// Whether everything that the page shows is what it was. Its files are in the site then.
  private func isCurrent(_ kept: KeptPage, _ tools: SiteTools) -> Bool {
    guard kept.sources.files.allSatisfy(tools.attach),
      kept.stamps == stamps(of: kept.sources, tools)
    else { return false }
    for name in kept.sources.figures {
      guard let figure = book.figure(name) else { return false }
      tools.addNumbers(of: name) { figure.chart.typeset.dataTable.csv }
    }
    return true
  }

  private func stamps(of sources: RenderedPage.Sources, _ tools: SiteTools) -> [String: String] {
    var stamps: [String: String] = [:]
    for id in sources.experiments { stamps[id] = place?.fingerprints[id] ?? "absent" }
    for file in sources.files { stamps[file] = tools.attached(file).map { Fingerprint.of($0) } }
    return stamps
  }
}

/// A page in the form in which it is kept.
private struct KeptPage {
  var title: HTML
  var body: HTML
  var rest: Rest
  var stamps: [String: String] { rest.stamps }
  var sources: RenderedPage.Sources { rest.sources }

  struct Rest: Codable {
    var sections: [RenderedPage.Section]
    var hasMath: Bool
    var hasCode: Bool
    var sources: RenderedPage.Sources
    var stamps: [String: String]
  }

  init(_ page: RenderedPage, stamps: [String: String]) {
    title = page.title
    body = page.body
    rest = Rest(
      sections: page.sections, hasMath: page.hasMath, hasCode: page.hasCode, sources: page.sources,
      stamps: stamps)
  }

  /// Nil for a page that was kept under another name.
  init?(_ texts: [String: String], _ name: String) {
    guard texts["name"] == name, let title = texts["title"], let body = texts["body"],
      let rest = texts["rest"]?.data(using: .utf8),
      let rest = try? JSONDecoder().decode(Rest.self, from: rest)
    else { return nil }
    self.title = HTML(trusted: title)
    self.body = HTML(trusted: body)
    self.rest = rest
  }

  func texts(_ name: String) -> [String: String] {
    let rest = (try? ResultCoding.encode(rest)) ?? Data()
    return [
      "name": name, "title": title.text, "body": body.text,
      "rest": String(decoding: rest, as: UTF8.self),
    ]
  }

  func page(_ index: Int) -> RenderedPage {
    RenderedPage(
      index: index, title: title, body: body, sections: rest.sections, hasMath: rest.hasMath,
      hasCode: rest.hasCode, sources: rest.sources)
  }
}

extension BookIndex {
  fileprivate func figure(_ name: FigureName) -> Figure? {
    results[name.experiment]?.figures.first { $0.name == name.name }
  }
}
