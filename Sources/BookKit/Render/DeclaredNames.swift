extension SwiftSource {
  /// The names that code declares at its outermost level, each once, in order: what a folded block
  /// is called by.
  static func declaredNames(in code: String) -> [String] {
    var names: [String] = []
    for line in codeOnly(code).split(whereSeparator: \.isNewline) {
      let pattern =
        #/^(?:@\w+ +|private +|final +|indirect +)*(?:func|struct|enum|class|actor|protocol|typealias|let|var|extension) +`?([\w.]+)/#
      guard let name = line.firstMatch(of: pattern).map({ String($0.1) }), !names.contains(name)
      else { continue }
      names.append(name)
    }
    return names
  }
}
