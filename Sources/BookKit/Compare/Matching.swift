/// Which things of two lists are the same thing.
struct Matching<Item> {
  /// Of one name, in the order of the old list.
  var pairs: [(old: Item, new: Item)] = []
  /// Of two names, with the same content.
  var renamed: [(old: Item, new: Item)] = []
  var removed: [Item] = []
  var added: [Item] = []

  /// Pairs by name, the first of a name with the first; what is left over pairs by content.
  init(
    _ old: [Item], _ new: [Item], name: (Item) -> String, content: (Item) -> String
  ) {
    var places: [String: [Int]] = [:]
    for (index, item) in new.enumerated().reversed() {
      places[name(item), default: []].append(index)
    }
    var free = Set(new.indices)
    for item in old {
      if let index = places[name(item)]?.popLast() {
        pairs.append((item, new[index]))
        free.remove(index)
      } else {
        removed.append(item)
      }
    }
    var left = free.sorted()
    removed = removed.filter { item in
      guard let place = left.firstIndex(where: { content(new[$0]) == content(item) }) else {
        return true
      }
      renamed.append((item, new[left.remove(at: place)]))
      return false
    }
    added = left.map { new[$0] }
  }
}
