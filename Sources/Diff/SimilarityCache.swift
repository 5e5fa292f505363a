/// Remembers small numbers for pairs of ids, in a bounded space: it forgets rather than grow beyond
/// it.
///
/// Each pair has one slot; a later pair that falls on it takes its place. 8 bytes a slot hold both
/// the pair and its number.
struct PairCache: ~Copyable {
  /// Most slots, as a power of two: 1 MB, so that the table stays in the processor's second cache,
  /// where looking a pair of words up is quicker than comparing them.
  private static var mostSlots: Int { 1 << 17 }
  /// Slots to begin with: a page of memory, since a short text has few pairs.
  private static var leastSlots: Int { 1 << 9 }
  /// Ids of pairs that can be kept are below this, so that pair and number share 64 bits.
  private static var idLimit: UInt32 { 1 << 26 }

  private var table: UnsafeMutablePointer<UInt64>
  private var mask = leastSlots - 1
  /// Pairs put in since the table has this size; some may have taken the place of others.
  private var count = 0

  init() {
    table = Self.allocate(Self.leastSlots)
  }

  deinit { table.deallocate() }

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
      guard let key else { return nil }
      let entry = table[slot(key)]
      return entry &>> 11 == key &<< 1 | 1 ? Int32(truncatingIfNeeded: entry & 0x7FF) : nil
    }
    set {
      guard let key, let newValue else { return }
      if count > mask / 4, mask < Self.mostSlots - 1 { grow() }
      table[slot(key)] = key &<< 12 | 0x800 | UInt64(truncatingIfNeeded: newValue)
      count += 1
    }
  }

  /// Makes the table four times as large and puts what it holds in its new places.
  private mutating func grow() {
    let old = table
    let oldCount = mask + 1
    mask = oldCount * 4 - 1
    table = Self.allocate(mask + 1)
    for index in 0..<oldCount where old[index] != 0 { table[slot(old[index] &>> 12)] = old[index] }
    old.deallocate()
    count = oldCount / 4
  }

  private static func allocate(_ slots: Int) -> UnsafeMutablePointer<UInt64> {
    let new = UnsafeMutablePointer<UInt64>.allocate(capacity: slots)
    new.initialize(repeating: 0, count: slots)
    return new
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key.mixed) & mask }
}
