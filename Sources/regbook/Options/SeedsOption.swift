import ArgumentParser
import BookKit

/// `--seeds`.
struct SeedsOption: ParsableArguments {
  @Option(help: "Seeds instead of the fences': a count, or A..B.")
  var seeds: String?

  func validate() throws {
    if let seeds, !SeedRange.isValid(seeds) {
      throw ValidationError(
        "--seeds needs a count or A..B, of at most 1000 seeds, not \(seeds)")
    }
  }
}
