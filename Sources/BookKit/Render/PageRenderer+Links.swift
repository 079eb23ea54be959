import Foundation

extension PageRenderer {
  func link(_ destination: String, title: String, _ words: HTML, at span: SourceSpan) -> HTML {
    guard let target = target(of: destination, at: span) else { return words }
    let isExternal = target.contains("://")
    var words = words
    // “equation” that links to one reads “equation (1.3.2)”: the number is nobody's to type.
    if let number = equationNumber(destination) {
      words = words.isEmpty ? HTML(number) : words + HTML("\u{A0}\(number)")
    }
    let link = HTML.tag(
      "a",
      [
        "href": target, "title": title.isEmpty ? nil : title,
        "rel": isExternal ? "external noopener" : nil,
      ], words)
    return isExternal ? link + printedMark(of: target) : link
  }

  /// The letter under which paper lists an address.
  private func printedMark(of address: String) -> HTML {
    let place = externalLinks.firstIndex(of: address) ?? externalLinks.count
    if place == externalLinks.count { externalLinks.append(address) }
    return .tag("sup", ["class": "link-letter"], HTML(Self.letters(place)))
  }

  /// What paper shows at the page's end: every address once.
  func printedLinks() -> HTML {
    guard !externalLinks.isEmpty else { return HTML() }
    let items = externalLinks.map { HTML.tag("li", [:], HTML($0)) }.joined("\n")
    return .tag(
      "div", ["class": "printed-links"],
      .tag("p", [:], HTML("Links")) + .tag("ol", ["type": "a"], items))
  }

  /// a … z, aa …, as lists of the type “a” count.
  static func letters(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(place % 26)))
    return place < 26 ? letter : letters(place / 26 - 1) + letter
  }

  /// The number of the equation that a link leads to; nil where it leads to something else.
  private func equationNumber(_ destination: String) -> String? {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("eq-"), scheme(of: destination) == nil else {
      return nil
    }
    let path = String(parts[0]).removingPercentEncoding ?? ""
    let target =
      path.isEmpty
      ? index : SitePath.resolve(path, from: page.chapter.path).flatMap { book.page(ofSource: $0) }
    return target.flatMap { book.equations[$0][String(parts[1])] }
  }

  func image(_ source: String, title: String, alternative: String, at span: SourceSpan) -> HTML {
    let path = source.removingPercentEncoding ?? source
    guard scheme(of: source) == nil else {
      report(
        "missing-image", "The image “\(source)” is not a file of the book.",
        hint: "Pages ask no other host for anything: put the image under chapters/.", at: span)
      return HTML(alternative)
    }
    guard let file = SitePath.resolve(path, from: page.chapter.path),
      file.hasPrefix("chapters/"), attach(file)
    else {
      report("missing-image", "There is no image “\(source)” under chapters/.", at: span)
      return HTML(alternative)
    }
    guard ImageFormat.isKnown(tools.attached(file) ?? []) else {
      report(
        "unreadable-image", "“\(source)” is no image that a browser shows.",
        hint: "Images are PNG, JPEG, SVG, WebP, AVIF or GIF.", at: span)
      return HTML(alternative)
    }
    let address = SitePath.relative(from: page.path, to: String(file.dropFirst(9)))
    return .void(
      "img",
      ["src": address, "alt": alternative, "title": title.isEmpty ? nil : title])
  }

  /// The `href` for a destination in the Markdown; nil for one that leads nowhere, which is reported.
  private func target(of destination: String, at span: SourceSpan) -> String? {
    if let scheme = scheme(of: destination) {
      if ["http", "https", "mailto"].contains(scheme) { return destination }
      report(
        "unsafe-link", "A link cannot start with “\(scheme):”.",
        hint: "Links are relative paths, https:, http: or mailto:.", at: span)
      return nil
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "").removingPercentEncoding ?? ""
    let anchor = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? "" : nil
    if path.isEmpty { return localTarget(index, anchor, destination, span) }
    guard let file = SitePath.resolve(path, from: page.chapter.path), file.hasPrefix("chapters/")
    else {
      return broken("The link “\(destination)” leaves chapters/.", span)
    }
    if let own = OwnPage(file, in: book.book) {
      guard own.has(anchor) else {
        return broken("The link “\(destination)” leads to no place in \(own.path).", span)
      }
      return SitePath.relative(from: page.path, to: own.path) + (anchor.map { "#\($0)" } ?? "")
    }
    for name in [file, "\(file)/index.md"] {
      if let target = book.page(ofSource: name) {
        return localTarget(target, anchor, destination, span)
      }
    }
    if file.hasSuffix(".md"), Files.exists("\(tools.bookFolder)/\(file)") {
      guard file.split(separator: "/").allSatisfy({ BookLoader.isOfBook(String($0)) }) else {
        return broken(
          "The link “\(destination)” leads to \(file), which is no chapter.", span,
          hint: "README.md and names that begin with _ are left out of a book.")
      }
      return broken(
        "The link “\(destination)” leads to a draft, which is not in the site.", span,
        hint: "Publish \(file), or link to it later.")
    }
    guard !file.hasSuffix(".md"), attach(file) else {
      return broken("The link “\(destination)” leads to no file: there is no \(file).", span)
    }
    return SitePath.relative(from: page.path, to: String(file.dropFirst(9)))
  }

  private func localTarget(
    _ target: Int, _ anchor: String?, _ destination: String, _ span: SourceSpan
  ) -> String? {
    let path = target == index && anchor != nil ? "" : href(of: target)
    guard let anchor, !anchor.isEmpty else { return path.isEmpty ? "#" : path }
    guard book.anchors[target].contains(anchor) else {
      let names = book.anchors[target].sorted()
      let near = NearestName.suggestions(for: anchor, among: names).map { "#\($0)" }
      return broken(
        "The link “\(destination)” leads to no place in \(book.pages[target].chapter.path).", span,
        hint: near.isEmpty ? nil : "Near it: \(near.joined(separator: ", ")).")
    }
    return "\(path)#\(SitePath.address(anchor))"
  }

  /// A page's address seen from this one.
  func href(of target: Int) -> String {
    SitePath.relative(from: page.path, to: book.pages[target].path)
  }

  private func broken(_ message: String, _ span: SourceSpan, hint: String? = nil) -> String? {
    report("broken-link", message, hint: hint, at: span)
    return nil
  }

  /// Takes a file of `chapters/` into the site; false where there is none.
  private func attach(_ file: String) -> Bool {
    sources.files.insert(file)
    return tools.attach(file)
  }

  private func scheme(of destination: String) -> String? {
    guard let colon = destination.firstIndex(of: ":") else { return nil }
    let scheme = destination[..<colon]
    let isScheme = scheme.allSatisfy { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    return isScheme && !scheme.isEmpty ? scheme.lowercased() : nil
  }
}
