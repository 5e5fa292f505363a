/// Remembers small numbers for pairs of ids, in a fixed space: it forgets rather than grow.
///
/// Each pair has one slot; a later pair that falls on it takes its place. 8 bytes a slot hold both the
/// pair and its number.
struct PairCache: ~Copyable {
  /// Slots, as a power of two: 1 MB, so that the table stays in the processor's second cache, where
  /// looking a pair of words up is quicker than comparing them.
  private static var slots: Int { 1 << 17 }
  /// Ids of pairs that can be kept are below this, so that pair and number share 64 bits.
  private static var idLimit: UInt32 { 1 << 26 }

  /// Allocated with the first pair kept, since many values never keep one.
  private var table: UnsafeMutablePointer<UInt64>?

  init() {}

  deinit { table?.deallocate() }

  /// The pair, whichever comes first; nil where an id is too great to be kept.
  @inline(__always)
  static func key(_ a: UInt32, _ b: UInt32) -> UInt64? {
    guard max(a, b) < idLimit else { return nil }
    return UInt64(min(a, b)) &<< 26 | UInt64(max(a, b))
  }

  /// The number kept for a pair, from 0 to 2,047.
  @inline(__always)
  subscript(key: UInt64?) -> Int32? {
    get {
      guard let key, let table else { return nil }
      let entry = table[Self.slot(key)]
      return entry &>> 11 == key &<< 1 | 1 ? Int32(truncatingIfNeeded: entry & 0x7FF) : nil
    }
    set {
      guard let key, let newValue else { return }
      let table = table ?? allocate()
      table[Self.slot(key)] = key &<< 12 | 0x800 | UInt64(truncatingIfNeeded: newValue)
    }
  }

  private mutating func allocate() -> UnsafeMutablePointer<UInt64> {
    let new = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.slots)
    new.initialize(repeating: 0, count: Self.slots)
    table = new
    return new
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key.mixed & UInt64(slots - 1))
  }
}
