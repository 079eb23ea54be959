/// The seeds on a command line: `5` is the seeds 1 to 5, `3..7` is 3 to 7.
public enum SeedRange {
  /// Whether the text is a count or a range, of 1 to 1,000 seeds.
  public static func isValid(_ text: String) -> Bool {
    if let match = text.wholeMatch(of: /(\d{1,9})\.\.(\d{1,9})/), let first = Int(match.1),
      let last = Int(match.2)
    {
      return first <= last && last - first < 1000
    }
    return Int(text).map { (1...1000).contains($0) } ?? false
  }
}
