extension BitsCase {
  /// All of them, in the order of `References/bits.txt`. A list for each area.
  static let all: [BitsCase] = numerics + dense + images + sequences + randomness + trainings
}
