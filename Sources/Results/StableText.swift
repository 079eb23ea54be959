extension String {
  /// The text as it is in every run: Swift tells where a local type lies in memory, in the name of it.
  package var withoutAddresses: String {
    guard contains("(unknown context at $") else { return self }
    return replacing(#/\(unknown context at \$[0-9a-f]+\)\./#, with: "")
  }
}
