extension Rule {
  static let machine = Family(
    title: "The machine",
    rules: [
      Rule(
        "swiftc-missing",
        "There is no Swift compiler where regbook looks for one, or it does not "
          + "answer.",
        remedy: "Install Swift, or name the compiler with the environment variable "
          + "`REGBOOK_SWIFTC`."),
      Rule(
        "toolkit-missing",
        "The engine's library or modules are not where this regbook expects them: beside it in a "
          + "build folder, or in `lib/regbook` of where it is installed.",
        remedy: "Run `make build` or `make install` again."),
      Rule(
        "katex-missing", "KaTeX, which sets formulas, is not installed.",
        remedy: "Install its Debian packages; `make book` does."),
      Rule(
        "highlight-missing", "highlight.js, which colours code, is not installed.",
        remedy: "Install its Debian package; `make book` does."),
      Rule(
        "vendor-missing", "A style or font that pages with formulas use cannot be read.",
        remedy: "Install the Debian packages of KaTeX and its fonts again."),
      Rule(
        "theme-incomplete", "A template, style or script of the pages is missing.",
        remedy: "Install regbook again. A book's own `chapters/theme/` only adds to what is "
          + "installed."),
      Rule(
        "bad-template", "A template in the book's own `chapters/theme/` cannot be read.",
        remedy: "Correct it at the line that is shown."),
      Rule(
        "workspace-not-writable",
        "`.regbook/`, which keeps results from build to build, cannot be made or written: the "
          + "folder is read-only, or the disk is full.",
        remedy: "Make the book's folder writable, or free some space."),
      Rule(
        "output-not-writable", "The folder of the site, or the one around it, cannot be written.",
        remedy: "Make it writable, or choose another with `--output`."),
      Rule(
        "output-not-a-folder", "There is a file where the site should go.",
        remedy: "Move it away, or choose another folder with `--output`."),
      Rule(
        "output-in-chapters",
        "The site would go into `chapters/`, among the book's sources. A preview would see its own pages "
          + "change and build them again without end.",
        remedy: "Choose a folder outside of `chapters/` with `--output`."),
      Rule(
        "output-not-a-site",
        "The folder of the site holds files of somebody else. A build replaces the folder as a "
          + "whole, so it touches only what it made itself; names that begin with a dot, and "
          + "`CNAME`, it lets stay.",
        remedy: "Choose another folder with `--output`, or empty this one."),
      Rule(
        "build-failed",
        "While a preview runs, the machine failed in a way that is nobody's mistake in the book.",
        remedy: "Read the reason. The next save tries again."),
    ])
}
