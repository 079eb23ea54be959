#if REGBOOK_DOUBLE
  /// The engine's number in a build that checks gradients: central differences need the digits.
  public typealias Real = Double
#else
  /// The engine's number: single precision. Gradient checks build the engine once more with
  /// `-D REGBOOK_DOUBLE`.
  public typealias Real = Float
#endif
