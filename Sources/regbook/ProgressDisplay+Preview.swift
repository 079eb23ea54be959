import BookKit

extension ProgressDisplay {
  /// Shows what a preview or a watch tells.
  func show(_ event: PreviewEvent, folder: String) {
    switch event {
    case .serving(let address, let taken):
      if let taken { show("port \(taken) is taken by another program") }
      show("serve \(address) (end with ^C)")
    case .build(let event): show(event)
    case .restarting: restart("files changed; build anew")
    case .built(let report):
      restart(nil)
      Terminal.report(report.diagnostics, folder: folder)
      show(report.summary)
    }
  }
}
