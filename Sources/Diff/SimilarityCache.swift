/// Remembers small numbers for pairs of ids, in a fixed space: it forgets rather than grow.
///
/// Each pair has one slot; a later pair that falls on it takes its place. 8 bytes a slot hold both the
/// pair and its number.
struct PairCache {
  /// Slots, as a power of two: 1 MB, so that the table stays in the processor's second cache, where
  /// looking a pair of words up is about as quick as comparing them.
  private static let slots = 1 << 17
  /// Ids of pairs that can be kept are below this, so that pair and number share 64 bits.
  private static let idLimit: UInt32 = 1 << 26

  private var table: [UInt64] = []

  /// The pair, whichever comes first; nil where an id is too great to be kept.
  static func key(_ a: UInt32, _ b: UInt32) -> UInt64? {
    guard max(a, b) < idLimit else { return nil }
    return UInt64(min(a, b)) &<< 26 | UInt64(max(a, b))
  }

  /// The number kept for a pair, from 0 to 2,047.
  subscript(key: UInt64?) -> Int32? {
    get {
      guard let key, !table.isEmpty else { return nil }
      let entry = table[Self.slot(key)]
      return entry &>> 12 == key && entry & 0x800 != 0 ? Int32(entry & 0x7FF) : nil
    }
    set {
      guard let key, let newValue else { return }
      if table.isEmpty { table = [UInt64](repeating: 0, count: Self.slots) }
      table[Self.slot(key)] = key &<< 12 | 0x800 | UInt64(newValue)
    }
  }

  private static func slot(_ key: UInt64) -> Int { Int(key.mixed & UInt64(slots - 1)) }
}
