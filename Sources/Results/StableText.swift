extension String {
  /// The text as it is in every run: Swift tells where a local type lies in memory, in the name of it,
  /// and where the function of a computed property does, in its key path.
  package var withoutAddresses: String {
    guard contains("(unknown context at $") || contains("<computed 0x") else { return self }
    return replacing(#/\(unknown context at \$[0-9a-f]+\)\./#, with: "")
      .replacing(#/<computed 0x[0-9a-f]+ \(/#, with: "<computed (")
  }
}
