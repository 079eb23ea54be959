import Foundation

/// Everything that decides a build, at one moment.
struct BuildInputs: Equatable {
  /// The hash of it.
  let hash: String
  /// The hash of what makes pages: regbook, its theme, the book's own and the packages.
  let look: String
  /// Whether it is certain that a later change would give another hash.
  let isCertain: Bool

  /// The stamp of the running program.
  static let program = Files.stamp(Files.resolved("/proc/self/exe") ?? "")

  /// So many seconds later a change has another time, whatever clock the file system has.
  private static let tick = 0.05

  init(folder: String, options: BuildOptions, toolkit: Toolkit) {
    let chapters = FolderStamp(folder + "/chapters")
    let packages = WebPackages()
    let files = [packages.katex, packages.katexStyle, packages.highlight]
    let folders = [toolkit.layout.theme, folder + "/chapters/theme", packages.katexFonts]
    look = ResultKey.hash(
      folders.map { FolderStamp($0).hash } + [Self.program]
        + files.map { Files.stamp(Files.resolved($0) ?? $0) })
    hash = ResultKey.hash(
      [chapters.hash, look, toolkit.engine, toolkit.compiler, "\(options)"])
    isCertain =
      !chapters.hasLinks && chapters.lastChange + Self.tick < Date().timeIntervalSince1970
  }
}
