extension TreeBuilder {
  /// A code block: shown, a setup, or an experiment.
  mutating func code(_ node: CmarkNode) -> Block {
    guard let fence = scan.fence(atLine: node.startLine - 1) else {
      let language = node.info.split(separator: " ").first.map(String.init) ?? ""
      return .code(
        CodeBlock(language: language, code: mask.restored(node.literal), span: span(node)))
    }
    let place = source.span(
      fence.fence.lowerBound..<max(fence.info.upperBound, source.line(fence.endLine).upperBound))
    let words = FenceWord.split(source, fence.info)
    var block = CodeBlock(
      language: words.first?.text ?? "", code: mask.restored(node.literal), span: place)
    guard fence.isClosed else {
      reportUnclosed(fence)
      return .code(block)
    }
    let keyword = words.dropFirst().first
    switch block.language.lowercased() {
    case "swift": block.language = "swift"
    case "experiment", "setup":
      reportBeginning(words[0], should: "swift", hint: "Write: swift \(words[0].text)")
      return .code(block)
    case let language where language.contains("swift"):
      // `swift,experiment`, `{.swift experiment}`: its claims would be shown and never checked.
      if language.contains("experiment") || keyword?.text == "experiment" {
        reportBeginning(
          words[0], should: "swift experiment",
          hint: "Write: swift experiment, a blank, and its id")
      }
      return .code(block)
    default: return .code(block)
    }
    guard let keyword else { return .code(block) }
    guard keyword.text == "setup" || keyword.text == "experiment" else {
      reportKeyword(keyword)
      return .code(block)
    }
    if fence.isNested || fence.indent > 0 {
      reportNested(fence, keyword)
      return .code(block)
    }
    if let inner = innerFence(fence) {
      reportUnclosed(fence, inner: inner)
      return .code(block)
    }
    let code = SourceBlock(path: source.path, span: block.span, code: block.code)
    mistakes += ImportCheck.diagnostics(code) + LineDirectiveCheck.diagnostics(code)
    if keyword.text == "setup" {
      setupCode.append(code)
      reportExtraWords(words.dropFirst(2))
      return .setup(block)
    }
    experimentCode.append(code)
    return experiment(
      block, code, fence: fence, keyword: keyword, words: Array(words.dropFirst(2)))
  }

  private mutating func experiment(
    _ block: CodeBlock, _ code: SourceBlock, fence: FenceLines, keyword: FenceWord,
    words: [FenceWord]
  ) -> Block {
    guard let id = words.first, !id.text.contains("=") else {
      mistakes.append(
        source.error(
          "missing-experiment-id", at: keyword.place, "The experiment has no id.",
          hint: "Give it a name that is unique in the book: swift experiment l1-zeros"))
      return .code(block)
    }
    if !Slug.isSlug(id.text) {
      let slug = Slug.suggestion(for: id.text)
      mistakes.append(
        source.error(
          "bad-experiment-id", at: id.place, "“\(id.text)” is not a valid id for an experiment.",
          hint: "An id is lowercase letters, digits and hyphens and begins with a letter"
            + (slug.map { ": \($0)" } ?? "") + "."))
    } else {
      experimentIDs.append((id.text, id.place))
    }
    if Array(block.code.utf8).isBlankLine {
      mistakes.append(
        source.error(
          "empty-experiment", at: id.place, "The experiment “\(id.text)” has no code.",
          hint: "Write the experiment between the fences, or take the fences out."))
    }
    var reader = OptionReader(source)
    for word in words.dropFirst() { reader.read(word) }
    mistakes += reader.mistakes
    if reader.options.expect != nil { mistakes += LostClaimCheck.diagnostics(code) }
    return .experiment(
      Experiment(id: id.text, options: reader.options, code: block.code, span: block.span))
  }

  /// The line of another Swift fence inside a block, which shows that its own end was forgotten.
  private func innerFence(_ fence: FenceLines) -> Int? {
    let mark = source.bytes[fence.fence]
    return (fence.line + 1..<max(fence.line + 1, fence.endLine)).first { line in
      let bytes = source.bytes[source.line(line)]
      let word = bytes.drop { $0 == mark.first }.drop(while: \.isBlank)
      return bytes.starts(with: mark) && word.starts(with: Array("swift".utf8))
    }
  }
}
