import CCmark

/// A document that cmark has parsed; frees it at the end of its life.
final class CmarkTree {
  let root: CmarkNode
  private let pointer: OpaquePointer

  init(_ bytes: [UInt8]) {
    pointer = bytes.withUnsafeBytes { buffer in
      cmark_parse_document(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count,
        CMARK_OPT_UNSAFE | CMARK_OPT_SOURCEPOS)
    }
    root = CmarkNode(pointer: pointer)
  }

  deinit { cmark_node_free(pointer) }

  /// The first node that lies deeper than a number of levels; found without recursion.
  func firstNode(deeperThan limit: Int) -> CmarkNode? {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    var depth = 0
    while true {
      switch cmark_iter_next(iterator) {
      case CMARK_EVENT_DONE: return nil
      case CMARK_EVENT_EXIT: depth -= 1
      default:
        guard let node = cmark_iter_get_node(iterator).map(CmarkNode.init) else { return nil }
        if depth > limit { return node }
        if !node.isLeaf { depth += 1 }
      }
    }
  }
}

/// A node of a parsed document; valid as long as its tree.
struct CmarkNode {
  let pointer: OpaquePointer

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var literal: String { Self.string(cmark_node_get_literal(pointer)) }
  var info: String { Self.string(cmark_node_get_fence_info(pointer)) }
  var url: String { Self.string(cmark_node_get_url(pointer)) }
  var title: String { Self.string(cmark_node_get_title(pointer)) }
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
  /// The first number of an ordered list.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
      ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  var children: [CmarkNode] {
    var result: [CmarkNode] = []
    var next = cmark_node_first_child(pointer)
    while let pointer = next {
      result.append(CmarkNode(pointer: pointer))
      next = cmark_node_next(pointer)
    }
    return result
  }

  /// Whether cmark's iterator enters it without leaving it again.
  var isLeaf: Bool {
    [
      CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE,
    ].contains(type)
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
