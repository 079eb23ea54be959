import CCmark

/// The lines where cmark sees fenced code begin.
struct FenceLister {
  private(set) var lines: [Int] = []

  init(_ bytes: [UInt8]) {
    let root = bytes.withUnsafeBytes {
      cmark_parse_document($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, 0)
    }
    defer { cmark_node_free(root) }
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
        cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK
      else { continue }
      let line = Int(cmark_node_get_start_line(node))
      let start = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[line - 1]
        .dropFirst(Int(cmark_node_get_start_column(node)) - 1).drop { $0 == 0x20 || $0 == 0x09 }
      // An indented block that begins with backticks holds its first line; a fenced one does not.
      let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
      let first = literal.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[0]
      let isFence = start.starts(with: "```".utf8) || start.starts(with: "~~~".utf8)
      let isIndented = cmark_node_get_start_column(node) > 4 || bytes.contains(0x09)
      if isFence,
        !isIndented || !first.drop(while: { $0 == 0x20 || $0 == 0x09 }).elementsEqual(start)
      {
        lines.append(line)
      }
    }
  }
}
