import CCmark
import CDuktape
import Foundation

extension Doctor {
  func compiler() async -> DoctorFinding {
    do {
      let path = try SwiftCompiler.locate(environment: environment)
      // Nothing is remembered: the compiler is asked.
      let version = try await SwiftCompiler.version(
        of: path, stamps: StampedCache(folder: "/nonexistent"))
      let line = version.split(separator: "\n").first.map(String.init) ?? ""
      return DoctorFinding(.ok, "compiler", "\(path): \(line)")
    } catch {
      return DoctorFinding("compiler", error as? Diagnostic ?? Diagnostic(rule: "", "\(error)"))
    }
  }

  func linker() -> DoctorFinding {
    let compiler = (try? SwiftCompiler.locate(environment: environment)).flatMap(Files.resolved)
    let beside = compiler.map { ($0 as NSString).deletingLastPathComponent }
    let folders =
      [beside].compactMap(\.self)
      + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    if let folder = folders.first(where: { access($0 + "/ld.lld", X_OK) == 0 }) {
      return DoctorFinding(.ok, "linker", folder + "/ld.lld")
    }
    return DoctorFinding(
      .bad, "linker",
      "There is no ld.lld beside swiftc or on the PATH, so no experiment can be linked.",
      hint: "It comes with Swift's toolchain; or install it with: apt-get install lld")
  }

  func engine() -> DoctorFinding {
    do {
      let layout = try EngineLayout.locate(executable: executable)
      return DoctorFinding(.ok, "engine", layout.library)
    } catch {
      return DoctorFinding("engine", error)
    }
  }

  var cmark: DoctorFinding {
    DoctorFinding(.ok, "cmark", "\(String(cString: cmark_version_string())), linked in")
  }

  var duktape: DoctorFinding {
    let version = Int(DUK_VERSION)
    return DoctorFinding(
      .ok, "Duktape", "\(version / 10_000).\(version / 100 % 100).\(version % 100)")
  }

  var katex: DoctorFinding {
    let missing = [packages.katex, packages.katexStyle].filter { !Files.exists($0) }
    if let file = missing.first ?? (packages.fontNames().isEmpty ? packages.katexFonts : nil) {
      return DoctorFinding(
        .bad, "KaTeX", "There is no \(file), so no formula can be typeset.",
        hint: "Install it with: apt-get install libjs-katex fonts-katex")
    }
    return DoctorFinding(.ok, "KaTeX", packages.katex)
  }

  var highlight: DoctorFinding {
    Files.exists(packages.highlight)
      ? DoctorFinding(.ok, "highlight.js", packages.highlight)
      : DoctorFinding(
        .bad, "highlight.js", "There is no \(packages.highlight), so no code can be shown.",
        hint: "Install it with: apt-get install libjs-highlight.js")
  }
}
