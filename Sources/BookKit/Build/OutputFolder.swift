import Foundation

/// The folder that receives the site. A new site takes its place in one step.
struct OutputFolder {
  /// The folder, absolute, links followed.
  let path: String
  /// Where the next site is made: on the same file system, so that it can be renamed.
  private let staging: String
  private let book: String

  init(_ path: String, workspace: Workspace) {
    let absolute = Files.resolved(path) ?? path
    book = workspace.book
    self.path = absolute
    let parent = (absolute as NSString).deletingLastPathComponent
    let name = (absolute as NSString).lastPathComponent
    staging =
      parent == workspace.book
      ? "\(workspace.folder)/site-\(name)" : "\(parent)/.\(name).regbook-site"
  }

  private var next: String { staging + "/next" }
  private var previous: String { staging + "/previous" }
  private var parent: String { (path as NSString).deletingLastPathComponent }

  /// Puts things right after a build that was killed between its two renames.
  func recover() {
    if !Files.exists(path), Files.exists(previous) { rename(previous, path) }
    keepForeign()
    try? FileManager.default.removeItem(atPath: staging)
  }

  /// What would keep a site from being written; nil if nothing.
  func obstacle() -> Diagnostic? {
    // A preview would see its own pages change, and build them again for ever.
    if let book = Files.resolved(book), "\(path)/".hasPrefix("\(book)/chapters/") {
      return Diagnostic(
        rule: "output-in-chapters", "\(path) lies in chapters/, where the book's sources are.",
        hint: "Choose another folder with `--output`.")
    }
    guard Files.exists(path) else {
      return Files.isWritable(parent) ? nil : notWritable(parent, "cannot be created there")
    }
    guard Files.isFolder(path) else {
      return Diagnostic(
        rule: "output-not-a-folder", "\(path) is a file; the site needs a folder there.",
        hint: "Move it away, or choose another folder with `--output`.")
    }
    guard Files.isWritable(path), Files.isWritable(parent) else {
      return notWritable(Files.isWritable(path) ? parent : path, "cannot be replaced")
    }
    // The swap deletes what was there, so it must be a site of ours.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard names.allSatisfy(Self.isForeign) || isSite else {
      return Diagnostic(
        rule: "output-not-a-site",
        "\(path) holds files that regbook did not make (there is no results.json of a book).",
        hint: "Empty it, or choose another folder with `--output`.")
    }
    return nil
  }

  /// Writes the site and puts it in the folder's place. If nothing differs, nothing is touched; if that
  /// fails, nothing is left of it.
  func write(_ site: RenderedSite) throws {
    do {
      try replace(with: site)
    } catch {
      // Not the whole of it: the last good site is there too if no rename succeeds any more.
      try? FileManager.default.removeItem(atPath: next)
      throw error
    }
  }

  private func replace(with site: RenderedSite) throws {
    try? FileManager.default.removeItem(atPath: staging)
    var unchanged = 0
    var folders: Set<String> = []
    func place(_ name: String, _ bytes: [UInt8], isPresent: Bool) throws {
      let target = "\(next)/\(name)"
      let folder = (target as NSString).deletingLastPathComponent
      if folders.insert(folder).inserted {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      }
      if isPresent {
        unchanged += 1
        if link("\(path)/\(name)", target) == 0 { return }
      }
      try Data(bytes).write(to: URL(fileURLWithPath: target))
    }
    let files = site.files
    let present = concurrentMap(files.count) { isPresent(files[$0].path, files[$0].bytes) }
    for (file, isPresent) in zip(files, present) {
      try place(file.path, file.bytes, isPresent: isPresent)
    }
    for copy in site.copies {
      guard let bytes = Files.read(copy.source) else {
        throw Diagnostic(
          rule: "vendor-missing", "\(copy.source), which the pages use, cannot be read.",
          hint: "Install the Debian package that holds it.")
      }
      let content = Array(bytes)
      try place(copy.path, content, isPresent: isPresent(copy.path, content))
    }
    if unchanged == site.files.count + site.copies.count, presentFiles == unchanged {
      try FileManager.default.removeItem(atPath: staging)
      return
    }
    try swap()
  }

  /// Whether the site that is there has this file already.
  private func isPresent(_ name: String, _ bytes: [UInt8]) -> Bool {
    let file = "\(path)/\(name)"
    return Files.size(file) == bytes.count && Files.read(file) == Data(bytes)
  }

  private func swap() throws {
    if Files.exists(path), rename(path, previous) != 0 { throw renameFailed() }
    if rename(next, path) != 0 {
      let error = renameFailed()
      rename(previous, path)
      throw error
    }
    keepForeign()
    try? FileManager.default.removeItem(atPath: staging)
  }

  /// Whether what lies at the path is a site that regbook made.
  private var isSite: Bool {
    guard Files.exists(path + "/assets/book.css"),
      let file = FileHandle(forReadingAtPath: path + "/results.json")
    else { return false }
    defer { try? file.close() }
    let begin = (try? file.read(upToCount: 32)) ?? Data()
    return String(decoding: begin, as: UTF8.self).hasPrefix("{\n  \"experiments\" :")
  }

  /// What others keep in the folder of a site: `.git`, `.nojekyll`, a host's `CNAME`.
  private static func isForeign(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "CNAME"
  }

  /// Takes what is not the site's from the site before into the new one.
  private func keepForeign() {
    for name in Files.names(in: previous) where Self.isForeign(name) {
      rename("\(previous)/\(name)", "\(path)/\(name)")
    }
  }

  private func renameFailed() -> Diagnostic {
    notWritable(path, "cannot be replaced (\(String(cString: strerror(errno))))")
  }

  private var presentFiles: Int {
    guard let all = FileManager.default.enumerator(atPath: path) else { return 0 }
    var count = 0
    for case let name as String in all
    where !Self.isForeign(name) && !Files.isFolder("\(path)/\(name)") {
      count += 1
    }
    return count
  }

  private func notWritable(_ folder: String, _ what: String) -> Diagnostic {
    Diagnostic(
      rule: "output-not-writable", "\(folder) is not writable, so the site \(what).",
      hint: "Make it writable (`chmod u+w`), or choose another folder with `--output`.")
  }
}
