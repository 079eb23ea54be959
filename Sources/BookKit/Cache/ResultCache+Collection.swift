import Foundation

extension ResultCache {
  /// So many Results that no chapter reaches are left for an author who takes an edit back.
  private static let spare = 256

  /// Deletes the Results that no chapter reaches, once there are many of them.
  func collectIfLarge(reachable: [ResultKey]) {
    guard names.count > reachable.count * 2 + Self.spare else { return }
    collect(reachable: reachable)
  }

  /// Deletes the Results that no chapter reaches, and says how many there were.
  @discardableResult
  func collect(reachable: [ResultKey]) -> (files: Int, bytes: Int) {
    let kept = Set(reachable.flatMap { [$0.name + ".json", $0.name + ".warnings"] })
    var (files, bytes) = (0, 0)
    for name in names where !kept.contains(name) {
      let path = "\(workspace.results)/\(name)"
      let size = Files.size(path)
      if unlink(path) == 0 {
        files += 1
        bytes += size
      }
    }
    return (files, bytes)
  }

  private var names: [String] { Files.names(in: workspace.results) }
}
