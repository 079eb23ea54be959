import Foundation

/// Where the things that a chapter is compiled against are: beside the running executable.
struct EngineLayout: Sendable {
  /// The modules that `import Lab` needs.
  static let modules = [
    "Autograd", "Datasets", "Kernels", "Lab", "Numerics", "Results", "Training",
  ]

  /// The C headers that the engine's modules name.
  static let headers = ["CTarget", "CZlib"]

  /// The folder of the `.swiftmodule` files.
  let modules: String
  /// `libLab.so`.
  let library: String
  /// The module maps of the C headers that the engine's modules name.
  let moduleMaps: [String]
  /// The folder of the site's templates and styles.
  let theme: String

  /// The files that decide what an experiment computes.
  var engineFiles: [String] {
    [library] + Self.modules.map { "\(modules)/\($0).swiftmodule" }
  }

  /// The package that the engine was built from, if it is SwiftPM's build folder that is used.
  var sourceRoot: String? {
    var folder = Self.parent(library)
    while folder.count > 1 {
      folder = Self.parent(folder)
      if Files.exists(folder + "/Package.swift"), Files.isFolder(folder + "/Sources/Lab") {
        return folder
      }
    }
    return nil
  }

  /// The layout for an executable: `PREFIX/bin/regbook` with `PREFIX/lib/regbook/`, or SwiftPM's
  /// build folder.
  static func locate(executable: String) throws(Diagnostic) -> EngineLayout {
    let folder = parent(executable)
    let installed = parent(folder) + "/lib/regbook"
    let layout =
      Files.exists(installed)
      ? EngineLayout(
        modules: installed, library: installed + "/libLab.so",
        moduleMaps: headers.map { installed + "/\($0)/module.modulemap" },
        theme: installed + "/Theme")
      : EngineLayout(
        modules: folder + "/Modules", library: folder + "/libLab.so",
        moduleMaps: headers.map { folder + "/\($0).build/module.modulemap" },
        theme: folder + "/regbook_BookKit.resources/Theme")
    let missing = (layout.engineFiles + layout.moduleMaps + [layout.theme]).filter {
      !Files.exists($0)
    }
    guard missing.isEmpty else {
      throw Diagnostic(
        rule: "toolkit-missing",
        "There is no \(missing[0])"
          + (missing.count > 1 ? " (and \(missing.count - 1) more files are missing)" : "")
          + ", so chapters cannot be compiled.",
        hint: "Build it with `swift build -c release`, or install it with `make install PREFIX=…`.")
    }
    return layout
  }

  private static func parent(_ path: String) -> String {
    (path as NSString).deletingLastPathComponent
  }
}
