/// The engine's one way to refuse: stops the experiment with `message` unless `condition` holds.
///
/// Every check of the engine comes through here, because `fatalError` keeps its text at every
/// optimisation level while a precondition's is lost. The book reports the message on the line of
/// the chapter that made the call. A message says what was expected and what was given.
@inlinable @inline(__always)
public func require(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { refuse(message()) }
}

/// Stops the experiment with `message`.
@inlinable @inline(never)
public func refuse(_ message: String) -> Never {
  fatalError(message)
}
