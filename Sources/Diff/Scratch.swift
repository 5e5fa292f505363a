/// Memory for plain numbers that is kept from one sub-problem to the next.
///
/// An alignment solves thousands of small windows; an array for each would cost more than the work.
/// Contents are undefined after `reserve`.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int

  init() {
    capacity = 64
    base = .allocate(capacity: 64)
  }

  deinit { base.deallocate() }

  /// Makes room for `count` elements; what stood there before is lost where it has to grow.
  ///
  /// A debug build takes exactly what was asked for, and new each time, so that a sanitizer sees a
  /// step too far and what was lost is not there by chance.
  mutating func reserve(_ count: Int) {
    #if DEBUG
      capacity = count
    #else
      guard count > capacity else { return }
      capacity = max(count, 2 * capacity)
    #endif
    base.deallocate()
    base = .allocate(capacity: capacity)
  }
}
