import Dispatch

/// Independent pieces of work done at the same time.
enum Parallel {
  /// The results in the order of the items, however the work was shared out.
  ///
  /// `threads` is how many may work at once; without it, as many as the machine likes.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], threads: Int?, _ work: @Sendable (Item) -> Value
  ) -> [Value] {
    let workers = min(items.count, threads ?? items.count)
    if workers <= 1 { return items.map(work) }
    let results = Results<Value>(count: items.count)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while let index = results.nextIndex() { results.set(index, work(items[index])) }
    }
    return results.all()
  }

  /// A class, since workers on several threads write into it; every access is under the lock, which
  /// is why the compiler may take it for sendable.
  private final class Results<Value: Sendable>: @unchecked Sendable {
    private let lock = DispatchSemaphore(value: 1)
    private var values: [Value?]
    private var next = 0

    init(count: Int) { values = [Value?](repeating: nil, count: count) }

    private func locked<T>(_ work: () -> T) -> T {
      lock.wait()
      defer { lock.signal() }
      return work()
    }

    /// The index of an item that nobody has taken yet.
    func nextIndex() -> Int? {
      locked {
        guard next < values.count else { return nil }
        defer { next += 1 }
        return next
      }
    }

    /// Keeps a result in its place.
    func set(_ index: Int, _ value: Value) { locked { values[index] = value } }

    /// All results, in the order of their places.
    func all() -> [Value] { locked { values.compactMap(\.self) } }
  }
}
