extension CompilerReport {
  /// What an author can do about a message whose words lead astray: Foundation is refused, and `seeds`
  /// and `sweep` run their blocks at the same time. nil for any other message.
  static func advice(on message: String) -> String? {
    if message.contains("missing import of defining module 'Foundation'") {
      return "Foundation is not for experiments: NumberFormatting.fixed(x, places: 2) spells a "
        + "number, CSV and TextTable read files."
    }
    if message.hasPrefix("mutation of captured var") {
      return
        "Seeds run at the same time: return what each one finds, and combine the results after."
    }
    let isAboutFunctions =
      message.hasPrefix("concurrently-executed local function")
      || message.hasPrefix("capture of") && message.contains("in a '@Sendable' closure")
    return isAboutFunctions
      ? "Seeds run at the same time: put what they call into a block `swift setup`, or write @Sendable "
        + "before it."
      : nil
  }
}
