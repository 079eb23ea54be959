import Foundation

extension Slug {
  /// The name of a file or an experiment for a title: `Überfitting, explained` gives
  /// `uberfitting-explained`. A title without a Latin letter gives `chapter`.
  static func name(forTitle title: String) -> String {
    let plain = title.folding(options: .diacriticInsensitive, locale: Locale(identifier: "en"))
    let words = (suggestion(for: plain) ?? "chapter").split(separator: "-")
    // A file's name has at most 255 bytes, and a reader of the address no patience for half of them.
    var name = String(words[0].prefix(48))
    for word in words.dropFirst() where name.count + 1 + word.count <= 48 { name += "-" + word }
    return name
  }

  /// The name, or the name with the first number from 2 on that is not taken.
  static func unused(_ name: String, besides taken: Set<String>) -> String {
    if !taken.contains(name) { return name }
    var number = 2
    while taken.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }
}
