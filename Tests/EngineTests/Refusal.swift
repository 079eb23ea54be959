/// A wrong call, and a part of what is said to it.
struct Refusal: Sendable {
  let sentence: String
  let call: @Sendable () -> Void

  init(_ sentence: String, _ call: @escaping @Sendable () -> Void) {
    self.sentence = sentence
    self.call = call
  }
}
