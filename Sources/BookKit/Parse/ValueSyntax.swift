/// What stands between `{{` and `}}`.
struct ValueSyntax: Equatable {
  var experiment: String
  var name: String
  var format: String

  /// Reads `slug.slug format`; nil where it is anything else.
  init?(_ inner: ArraySlice<UInt8>) {
    guard let first = Slug.prefix(of: inner), inner.dropFirst(first.count).first == 0x2E,
      let second = Slug.prefix(of: inner.dropFirst(first.count + 1))
    else { return nil }
    let rest = inner[second.endIndex...]
    guard rest.isEmpty || rest.first!.isBlank else { return nil }
    experiment = String(decoding: first, as: UTF8.self)
    name = String(decoding: second, as: UTF8.self)
    format = rest.trimmed
  }

  /// What was probably meant by something that is no value: `{{Lasso.non_zeros}}`.
  static func repaired(_ inner: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: inner, as: UTF8.self)
    guard
      let match = text.wholeMatch(
        of: #/\s*([A-Za-z0-9_\-]+)\s*\.\s*([A-Za-z0-9_\-]+)((\s+[^.]*)?)\s*/#)
    else { return nil }
    let slugs = [match.1, match.2].map { $0.lowercased().replacing("_", with: "-") }
    guard slugs.allSatisfy(Slug.isSlug) else { return nil }
    let format = Array(match.3.utf8)[...].trimmed
    return "{{\(slugs[0]).\(slugs[1])\(format.isEmpty ? "" : " " + format)}}"
  }
}

/// Lowercase letters, digits and hyphens, beginning with a letter.
enum Slug {
  /// The longest slug that some bytes begin with.
  static func prefix(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = bytes.first, first.isLowercase else { return nil }
    return bytes.prefix { $0.isLowercase || $0.isDigit || $0 == .dash }
  }

  static func isSlug(_ text: some StringProtocol) -> Bool {
    prefix(of: Array(text.utf8)[...])?.count == text.utf8.count
  }
}

extension ArraySlice<UInt8> {
  /// The text without white space around it.
  var trimmed: String {
    var slice = drop(while: \.isWhitespace)
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(decoding: slice, as: UTF8.self)
  }
}
