extension TreeBuilder {
  /// Warns of `![a](a b.png)`: with a blank in its address it is no image to Markdown, nor a link, and
  /// would be shown as it stands.
  mutating func warnAboutAddresses(in content: [Inline], _ lines: [Range<Int>]) {
    for line in lines {
      let text = source.text(line)
      guard text.hasBlankInAddress else { continue }
      // A file of an image, a page or data, so that a remark in parentheses is not taken for one.
      let almost =
        /(!?)\[[^\[\]]*\]\( *([^\s()<>"']+(?: +[^\s()<>"']+)+\.[A-Za-z]{2,5}) *(?:"[^"]*" *)?\)/
      for match in text.matches(of: almost)
      where !text[..<match.0.startIndex].hasSuffix("\\") && content.showsAsText(String(match.0)) {
        let address = String(match.2)
        let start = line.lowerBound + text[..<match.2.startIndex].utf8.count
        mistakes.append(
          source.warning(
            "blank-in-address", at: start..<start + address.utf8.count,
            "“\(address)” holds a blank, so this is no \(match.1.isEmpty ? "link" : "image").",
            hint: "Put it between < and >: (<\(address)>)."))
      }
    }
  }
}

extension StringProtocol {
  /// Whether there is a blank between `](` and the next `)`: a regular expression for every line that has
  /// a link takes as long as all else that is read.
  fileprivate var hasBlankInAddress: Bool {
    var previous: UInt8 = 0
    var isInAddress = false
    for byte in utf8 {
      if isInAddress && byte == UInt8(ascii: " ") { return true }
      if byte == UInt8(ascii: ")") { isInAddress = false }
      if byte == UInt8(ascii: "("), previous == UInt8(ascii: "]") { isInAddress = true }
      previous = byte
    }
    return false
  }
}

extension [Inline] {
  /// Whether some words stand in the text as they are, and not in code.
  fileprivate func showsAsText(_ words: String) -> Bool {
    contains { inline in
      switch inline {
      case .text(let text): text.contains(words)
      case .emphasis(let inner), .strong(let inner): inner.showsAsText(words)
      default: false
      }
    }
  }
}
