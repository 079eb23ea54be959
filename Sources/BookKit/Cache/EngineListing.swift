import Foundation
import Results

/// The files of an engine and their hashes, remembered under the engine's own, so that a later build can
/// name the file that changed.
struct EngineListing: Codable, Equatable {
  /// Paths and SHA-256: sources where they are at hand, else the library and its modules.
  var files: [String: String]

  /// Remembers the files of the toolkit's engine, unless they are known.
  static func remember(_ toolkit: Toolkit, in workspace: Workspace) {
    let path = path(toolkit.engine, workspace)
    guard !Files.exists(path), let data = try? ResultCoding.encode(EngineListing(toolkit.layout))
    else { return }
    // Without it only the name of the changed file is lost.
    try? Files.writeAtomically(data, to: path)
  }

  /// What differs between two engines, in words: `Sources/Training/Adam.swift changed`.
  static func difference(_ old: String, _ new: String, in workspace: Workspace) -> String {
    guard let before = read(old, workspace), let after = read(new, workspace) else {
      return "changed"
    }
    let names = Set(before.files.keys).union(after.files.keys).sorted()
    let changed = names.filter { before.files[$0] != after.files[$0] }
    guard !changed.isEmpty else { return "built anew from the same files" }
    let shown = changed.prefix(3).map { name in
      switch (before.files[name], after.files[name]) {
      case (nil, _): "\(name) is new"
      case (_, nil): "\(name) is gone"
      default: "\(name) changed"
      }
    }
    let more = changed.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// The sources, if the library was built from what they are now; else what was built.
  private init(_ layout: EngineLayout) {
    files = [:]
    for path in layout.engineFiles {
      files[(path as NSString).lastPathComponent] = Fingerprint.of(Files.read(path) ?? Data())
    }
    guard let root = layout.sourceRoot else { return }
    let built = Files.changeTime(layout.library)
    var sources: [String: String] = [:]
    for module in EngineLayout.modules {
      let folder = "Sources/\(module)"
      let names =
        FileManager.default.enumerator(atPath: "\(root)/\(folder)")?
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") } ?? []
      for name in names {
        let path = "\(root)/\(folder)/\(name)"
        // Edited and not built yet: what it holds says nothing of this library.
        if Files.changeTime(path) > built { return }
        sources["\(folder)/\(name)"] = Fingerprint.of(Files.read(path) ?? Data())
      }
    }
    files = sources
  }

  private static func read(_ engine: String, _ workspace: Workspace) -> EngineListing? {
    Files.read(path(engine, workspace)).flatMap {
      try? ResultCoding.decode(EngineListing.self, from: $0)
    }
  }

  private static func path(_ engine: String, _ workspace: Workspace) -> String {
    "\(workspace.engines)/\(engine.prefix(24)).json"
  }
}
