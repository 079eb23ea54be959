/// The arguments that the build gives an experiment's process.
struct ProcessArguments {
  /// A mistake in the arguments: the build and this library do not belong together.
  struct Mistake: Error {
    let message: String
  }

  /// The experiment to run.
  var experiment = ""
  /// The file that receives the Result.
  var result = ""
  /// A file that is created when the experiment begins, so that waiting for a token is not counted.
  var started: String?
  /// The seeds.
  var seeds = RunContext.current.seeds
  /// The folder of the tokens and their number; nil for as many threads as the caller.
  var tokens: (folder: String, count: Int)?
  /// The time limit in seconds, which the build enforces; nil for none.
  var timeout: Int?
  /// The process of the build, without which this one ends; nil if it need not end.
  var parent: Int?
  /// The memory limit in bytes.
  var memory = 2 << 30
  /// The folder that holds `chapters/`.
  var book = "."

  /// Reads `ID --result PATH [--key value]…`.
  init(_ arguments: [String]) throws(Mistake) {
    var words = arguments[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        experiment = word
        continue
      }
      guard let value = words.popFirst() else { throw Mistake(message: "\(word) needs a value") }
      switch word {
      case "--result": result = value
      case "--started": started = value
      case "--seeds": seeds = try Self.seeds(value)
      case "--tokens":
        guard let colon = value.lastIndex(of: ":") else {
          throw Mistake(message: "--tokens needs FOLDER:N, not \(value)")
        }
        let count = try Self.number(word, String(value[value.index(after: colon)...]))
        tokens = (String(value[..<colon]), count)
      case "--timeout": timeout = try Self.number(word, value)
      case "--parent": parent = try Self.number(word, value)
      case "--memory": memory = try Self.number(word, value)
      case "--book": book = value
      default: throw Mistake(message: "unknown argument \(word)")
      }
    }
    if result.isEmpty { throw Mistake(message: "--result is missing") }
  }

  /// `5` is the seeds 1 to 5; `3..7` is 3 to 7.
  private static func seeds(_ text: String) throws(Mistake) -> [Int] {
    if let count = Int(text), count > 0 { return Array(1...count) }
    let ends = text.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
    guard text.contains(".."), ends.count == 2, ends[0] <= ends[1] else {
      throw Mistake(message: "--seeds needs a count or A..B, not \(text)")
    }
    return Array(ends[0]...ends[1])
  }

  private static func number(_ name: String, _ text: String) throws(Mistake) -> Int {
    guard let number = Int(text), number > 0 else {
      throw Mistake(message: "\(name) needs a positive number, not \(text)")
    }
    return number
  }
}
