import Foundation

/// Paths inside the book and the site: always relative, with forward slashes.
enum SitePath {
  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$()*+,;=@"
  )

  /// `chapters/1-survey/03-norm.md` → `1-survey/03-norm.html`.
  static func page(ofSource source: String) -> String {
    var path = source[...]
    if path.hasPrefix("chapters/") { path = path.dropFirst("chapters/".count) }
    if path.hasSuffix(".md") { path = path.dropLast(3) }
    return path + ".html"
  }

  /// The address of the file `to` in a link on the page `from`, both relative to the output folder.
  static func relative(from: String, to: String) -> String {
    var origin = from.split(separator: "/").dropLast()
    var target = to.split(separator: "/")[...]
    while target.count > 1, let first = origin.first, first == target.first {
      origin.removeFirst()
      target.removeFirst()
    }
    return address((origin.map { _ in ".." } + target.map(String.init)).joined(separator: "/"))
  }

  /// A path or an anchor as it stands in an address.
  static func address(_ path: String) -> String {
    // Han characters in an address are read better than their codes, and every browser knows them.
    if path.unicodeScalars.allSatisfy({ $0.value > 127 || plain.contains($0) }) { return path }
    return path.addingPercentEncoding(withAllowedCharacters: plain) ?? path
  }

  /// `destination` seen from the file `from`, without `.` and `..`; nil where it leaves the book.
  static func resolve(_ destination: String, from: String) -> String? {
    var parts = Array(from.split(separator: "/").dropLast())
    if destination.hasPrefix("/") { return nil }
    for part in destination.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

/// Chapter numbers, which come from the names of files and folders.
enum PageNumber {
  /// `chapters/1-survey/03-norm.md` → `1.3`; a part's index has the part's number alone.
  static func of(_ source: String, isIndex: Bool) -> String {
    var names = source.split(separator: "/").dropFirst()
    if isIndex { names = names.dropLast() }
    return names.compactMap { name in Int(name.prefix { $0.isASCII && $0.isNumber }) }
      .map(String.init).joined(separator: ".")
  }

  static func joined(_ number: String, _ count: Int) -> String {
    number.isEmpty ? "\(count)" : "\(number).\(count)"
  }

  /// A title made of a file's or folder's name: `chapters/1-survey/03-norm-penalties.md` →
  /// `Norm penalties`.
  static func words(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".md") { name.removeLast(3) }
    let words = name.drop { $0.isNumber || $0 == "-" || $0 == "_" }
      .replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
