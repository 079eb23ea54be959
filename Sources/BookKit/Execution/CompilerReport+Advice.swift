extension CompilerReport {
  /// What an author can do about a message whose words lead astray, because they know nothing of blocks,
  /// claims and seeds. nil for any other message.
  static func advice(on message: String) -> String? {
    if message.contains("missing import of defining module 'Foundation'") {
      return "Foundation is not for experiments: NumberFormatting.fixed(x, places: 2) spells a "
        + "number, CSV and TextTable read files."
    }
    if message.hasPrefix("mutation of captured var") {
      return
        "Seeds run at the same time: return what each one finds, and combine the results after."
    }
    if message.contains("conform to 'Measured'") {
      return "record takes a number, or the samples of seeds { }. Of a list, such as a run's "
        + "testAccuracy, take .last!."
    }
    if message.contains("expected argument type 'Comparison'") {
      return "A claim compares two numbers, or samples: claim(\"…\", a < b)."
    }
    if message.hasPrefix("expressions are not allowed at the top level") {
      return "A setup block holds declarations; what runs belongs into an experiment."
    }
    if message == "declaration is only valid at file scope" {
      return "Extensions belong into a setup block, and Lab is imported already."
    }
    if message.hasSuffix("does not conform to expected type 'Decoder'") {
      return "Arguments have labels, such as Axis(label: \"x\"); the README lists them."
    }
    let isAboutFunctions =
      message.hasPrefix("concurrently-executed local function")
      || message.hasPrefix("capture of") && message.contains("in a '@Sendable' closure")
    return isAboutFunctions
      ? "Seeds run at the same time: put what they call into a block `swift setup`, or write @Sendable "
        + "before it."
      : nil
  }

  /// What to do about a name that the compiler does not know and has no other spelling of; nil for any
  /// other message.
  static func adviceOnNames(in message: String) -> String? {
    message.hasPrefix("cannot find") && message.hasSuffix("in scope")
      ? "Experiments share only what setup blocks declare; the README lists the engine's words."
      : nil
  }
}
