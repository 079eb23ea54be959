extension Chapter {
  /// Every block, those in quotations and lists too, in reading order.
  func forEachBlock(_ visit: (Block) -> Void) { Self.walk(blocks, visit) }

  private static func walk(_ blocks: [Block], _ visit: (Block) -> Void) {
    for block in blocks {
      visit(block)
      switch block {
      case .quote(let inner, _): walk(inner, visit)
      case .list(_, _, let items, _): for item in items { walk(item, visit) }
      default: break
      }
    }
  }

  /// The `experiment.name` of everything that is placed by a paragraph of its own.
  var placements: Set<String> {
    var names: Set<String> = []
    forEachBlock { block in
      if case .placement(let reference) = block {
        names.insert("\(reference.experiment).\(reference.name)")
      }
    }
    return names
  }

  /// The notes by their labels; of two with one label, which is a mistake, the first.
  var footnotes: [String: (content: [Inline], span: SourceSpan)] {
    var notes: [String: (content: [Inline], span: SourceSpan)] = [:]
    forEachBlock { block in
      if case .footnote(let label, let content, let span) = block, notes[label] == nil {
        notes[label] = (content, span)
      }
    }
    return notes
  }

  /// The words of the heading that stands for a title in the front matter.
  func headingTitle(spelling values: (ValueReference) -> String) -> String? {
    guard case .heading(1, let content, _, _)? = titleHeading else { return nil }
    return content.plainText(spelling: values)
  }

  /// The heading that is the page's title, and so not shown again in the text.
  var titleHeading: Block? {
    guard frontMatter.title == nil else { return nil }
    return blocks.first { if case .heading(1, _, _, _) = $0 { true } else { false } }
  }
}
