/// Remembers scores of words in columns, in a bounded space: it forgets rather than grow beyond it.
///
/// Each pair of word and column has one slot; a later one that falls on it takes its place. A
/// word's slots for neighboring columns are neighbors: a row of a window is read from one stretch
/// of memory, and what the table saves is not lost in waiting for it (with slots at random, more
/// than half was).
///
/// 8 bytes a slot hold a score and 47 bits of a hash by which the pair is known: of a hundred
/// million pairs asked for, two are taken for each other once in a million runs.
struct ScoreCache: ~Copyable {
  /// Slots at first, then, then at most, as powers of two: from a page of memory, since a short
  /// text has few pairs, to 1 MB for each thread.
  private static var leastBits: Int { 9 }
  private static var growthBits: Int { 4 }
  private static var mostBits: Int { 17 }

  private var table: UnsafeMutablePointer<UInt64>
  private var mask: Int
  /// Scores put in since the table has this size; some may have taken the place of others.
  private var count = 0

  init() {
    mask = 1 << Self.leastBits - 1
    table = Self.allocate(mask + 1)
  }

  deinit { table.deallocate() }

  /// A word in a column: where its score is kept, and by what it is known.
  struct Place {
    fileprivate var slot: Int
    /// Its lowest 16 bits, which are for the score, are 0, the next is 1: no place has the key of a
    /// free slot, 0.
    fileprivate var key: UInt64

    /// - Parameters:
    ///   - wordHash: Of the word.
    ///   - node: The column; neighbors have neighboring numbers.
    ///   - content: A hash of all that scores in the column depend on.
    @inline(__always)
    init(_ wordHash: UInt64, _ node: Int32, content: UInt64) {
      slot = Int(truncatingIfNeeded: wordHash &+ UInt64(UInt32(bitPattern: node)))
      key = (content ^ wordHash) & ~0xFFFF | 0x1_0000
    }
  }

  /// The score kept for a word in a column; it is of 16 bits.
  @inline(__always)
  subscript(place: Place) -> Score? {
    get {
      let entry = table[place.slot & mask]
      return entry & ~0xFFFF == place.key ? Score(Int16(truncatingIfNeeded: entry)) : nil
    }
    set {
      guard let newValue else { return }
      if count > mask / 4, mask < 1 << Self.mostBits - 1 { grow() }
      table[place.slot & mask] = place.key | UInt64(UInt16(truncatingIfNeeded: newValue))
      count += 1
    }
  }

  /// Makes the table larger; what it held is lost.
  private mutating func grow() {
    table.deallocate()
    mask = (mask + 1) << Self.growthBits - 1
    table = Self.allocate(mask + 1)
    count = 0
  }

  private static func allocate(_ slots: Int) -> UnsafeMutablePointer<UInt64> {
    let new = UnsafeMutablePointer<UInt64>.allocate(capacity: slots)
    new.initialize(repeating: 0, count: slots)
    return new
  }
}
