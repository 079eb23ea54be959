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
    // The content is asked for once an item, and only where names leave something over.
    var twins: [String: [Int]] = [:]
    if !removed.isEmpty {
      for index in free.sorted(by: >) { twins[content(new[index]), default: []].append(index) }
    }
    removed = removed.filter { item in
      guard let index = twins[content(item)]?.popLast() else { return true }
      renamed.append((item, new[index]))
      free.remove(index)
      return false
    }
    added = free.sorted().map { new[$0] }
  }
}
