import Dispatch

/// Divides work among threads.
///
/// Every piece writes to its own place and depends on nothing that another piece writes, so that
/// any number of threads gives the same result.
enum Parallel {
  /// Calls `body` once for each thread number below `threads`, at the same time.
  static func perform(threads: Int, _ body: @Sendable (_ thread: Int) -> Void) {
    guard threads > 1 else { return body(0) }
    DispatchQueue.concurrentPerform(iterations: threads, execute: body)
  }
}
