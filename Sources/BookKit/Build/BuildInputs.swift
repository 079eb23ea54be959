import Foundation

/// Everything that decides a build, at one moment.
struct BuildInputs: Equatable {
  /// The hash of it.
  let hash: String
  /// Whether it is certain that a later change would give another hash.
  let isCertain: Bool

  /// So many seconds later a change has another time, whatever clock the file system has.
  private static let tick = 0.05

  init(folder: String, options: BuildOptions, toolkit: Toolkit) {
    let chapters = FolderStamp(folder + "/chapters")
    let packages = WebPackages()
    let files = [packages.katex, packages.katexStyle, packages.highlight]
    let parts =
      [
        chapters.hash, FolderStamp(toolkit.layout.theme).hash,
        FolderStamp(packages.katexFonts).hash, toolkit.engine, toolkit.compiler,
        "\(options)", Files.stamp(Files.resolved("/proc/self/exe") ?? ""),
      ] + files.map { Files.stamp(Files.resolved($0) ?? $0) }
    hash = ResultKey.hash(parts)
    isCertain =
      !chapters.hasLinks && chapters.lastChange + Self.tick < Date().timeIntervalSince1970
  }
}
