/// The results of `body` for 0, 1, … count − 1, in that order.
///
/// The calling thread works through the items; other threads help as long as there are tokens for
/// them. Which thread computes an item has no influence on its result. If items throw, the error
/// of the first of them is thrown.
func concurrentMap<T: Sendable, E: Error>(
  _ count: Int, pool: TokenPool? = TokenPool.shared, _ body: @Sendable (Int) throws(E) -> T
) throws(E) -> [T] {
  guard count > 1, let pool, pool.count > 1 else {
    var results: [T] = []
    for index in 0..<count { results.append(try body(index)) }
    return results
  }
  let outcomes = withoutActuallyEscaping(body) { body in
    let work = SharedWork(count: count, body: body)
    // Tokens may become free at any time: a helper waits for one beside the working caller.
    var helpers: [HelperThread] = []
    while helpers.count < count - 1,
      let helper = HelperThread.start(of: pool, { work.help(with: pool) })
    {
      helpers.append(helper)
    }
    work.run()
    for helper in helpers { helper.join() }
    return work.outcomes
  }
  var results: [T] = []
  for outcome in outcomes { results.append(try outcome.get()) }
  return results
}
