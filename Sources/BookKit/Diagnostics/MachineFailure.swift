import Foundation

/// What the machine refused, in one sentence.
public struct MachineFailure: CustomStringConvertible {
  private let error: any Error

  /// A failure that some part of regbook met.
  public init(_ error: any Error) { self.error = error }

  /// `No space left on device: /home/ada/book/.regbook/results/….json`
  public var description: String {
    let details = (error as NSError).userInfo
    let cause = details[NSUnderlyingErrorKey] as? any Error ?? error
    guard let code = (cause as? POSIXError)?.code.rawValue ?? Self.code(of: cause as NSError) else {
      return "\(error)"
    }
    let place = (details[NSFilePathErrorKey] as? String).map { ": \($0)" } ?? ""
    return String(cString: strerror(code)) + place
  }

  private static func code(of error: NSError) -> CInt? {
    error.domain == NSPOSIXErrorDomain ? CInt(error.code) : nil
  }
}
