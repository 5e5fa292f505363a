import Dispatch

/// Work that another thread does while this one goes on.
///
/// A class, since both threads hold it: one puts the value there, the other waits until it has. No
/// access meets another, which is why the compiler may take it for sendable.
final class Ahead<Value: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  private var found: Value?

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: group) { self.found = work() }
  }

  /// What the work has given; waits for its end. To be asked by one thread.
  func value() -> Value? {
    group.wait()
    return found
  }
}
