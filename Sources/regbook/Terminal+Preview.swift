import BookKit

extension Terminal {
  /// Writes what a preview tells.
  static func show(_ event: PreviewEvent, folder: String) {
    switch event {
    case .serving(let address, let taken):
      if let taken { progress("port \(taken) is taken by another program") }
      progress("serve \(address) (end with ^C)")
    case .build(let event): progress(event.description)
    case .restarting: progress("files changed; build anew")
    case .built(let report):
      self.report(report.diagnostics, folder: folder)
      progress(report.summary)
    }
  }
}
