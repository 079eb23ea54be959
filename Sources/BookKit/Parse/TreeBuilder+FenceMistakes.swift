extension TreeBuilder {
  mutating func reportUnclosed(_ fence: FenceLines, inner: Int? = nil) {
    let mark = source.text(fence.fence)
    let message: String
    if let inner {
      message =
        "This code block is not closed before line \(inner + 1), where another one begins."
    } else if fence.isNested {
      message = "This code block is not closed before the list or quote around it ends."
    } else {
      message = "This code block is not closed before the file ends."
    }
    mistakes.append(
      source.error(
        "unclosed-fence", at: fence.fence, message,
        hint: "End it with a line that holds only \(mark)."))
  }

  mutating func reportBeginning(_ word: FenceWord, should beginning: String, hint: String) {
    mistakes.append(
      source.error(
        "unknown-fence-keyword", at: word.place,
        "A fence that is run begins with “\(beginning)”, but this one begins with “\(word.text)”.",
        hint: hint))
  }

  mutating func reportKeyword(_ keyword: FenceWord) {
    let known = ["setup", "experiment"]
    let nearest = NearestName.suggestions(for: keyword.text, among: known).first
    mistakes.append(
      source.error(
        "unknown-fence-keyword", at: keyword.place,
        "After “swift”, a fence may say “setup” or “experiment”, but this one says “\(keyword.text)”.",
        hint: nearest.map { "Did you mean “\($0)”?" }
          ?? "For code that is shown and not run, write “swift” alone."))
  }

  mutating func reportNested(_ fence: FenceLines, _ keyword: FenceWord) {
    let name = keyword.text == "setup" ? "A setup block" : "An experiment"
    mistakes.append(
      source.error(
        "nested-experiment", at: fence.fence,
        fence.isNested
          ? "\(name) cannot stand inside a list or quote."
          : "\(name) must begin at the left margin.",
        hint:
          "Put it outside, without indentation, so that a mistake in it can be shown at its column."
      ))
  }

  mutating func reportExtraWords(_ words: ArraySlice<FenceWord>) {
    guard let word = words.first else { return }
    mistakes.append(
      source.error(
        "unknown-option", at: word.place,
        "A setup block takes no id and no options, but this one has “\(word.text)”.",
        hint: "Write “swift setup” alone."))
  }
}

extension Slug {
  /// A slug made of other text, for a hint.
  static func suggestion(for text: String) -> String? {
    let lowered = text.lowercased().map { character -> Character in
      character.isASCII && (character.isLetter || character.isNumber) ? character : "-"
    }
    let words = String(lowered).split(separator: "-").joined(separator: "-")
    let slug = String(words.drop { !$0.isLetter })
    return isSlug(slug) ? slug : nil
  }
}
