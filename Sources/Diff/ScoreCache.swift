/// Remembers scores of words in columns, in a bounded space: it forgets rather than grow beyond it.
///
/// Each pair of word and column has one slot; a later one that falls on it takes its place. A word's slots
/// for neighboring columns are neighbors: a row of a window is read from one stretch of memory, and what
/// the table saves is not lost in waiting for it (with slots at random, more than half was).
///
/// Pairs are known by a hash of 63 bits, so that two of a million are taken for each other once in some
/// ten million runs.
struct ScoreCache: ~Copyable {
  private struct Entry: BitwiseCopyable {
    /// 0 where there is none: keys are odd.
    var key: UInt64 = 0
    var score: Score = 0
  }

  /// Most slots, as a power of two: 1 MB for each thread.
  private static var mostSlots: Int { 1 << 16 }
  /// Slots to begin with: four pages of memory, since a short text has few pairs.
  private static var leastSlots: Int { 1 << 10 }

  private var table: UnsafeMutablePointer<Entry>
  private var mask = leastSlots - 1
  /// Scores put in since the table has this size; some may have taken the place of others.
  private var count = 0

  init() {
    table = Self.allocate(Self.leastSlots)
  }

  deinit { table.deallocate() }

  /// A word in a column: where its score is kept, and by what it is known.
  struct Place {
    fileprivate var slot: Int
    fileprivate var key: UInt64

    /// - Parameters:
    ///   - wordHash: Of the word.
    ///   - node: The column; neighbors have neighboring numbers.
    ///   - content: A hash of all that scores in the column depend on.
    @inline(__always)
    init(_ wordHash: UInt64, _ node: Int32, content: UInt64) {
      slot = Int(truncatingIfNeeded: wordHash &+ UInt64(UInt32(bitPattern: node)))
      key = (content ^ wordHash) | 1
    }
  }

  /// The score kept for a word in a column.
  @inline(__always)
  subscript(place: Place) -> Score? {
    get {
      let entry = table[place.slot & mask]
      return entry.key == place.key ? entry.score : nil
    }
    set {
      guard let newValue else { return }
      if count > mask / 4, mask < Self.mostSlots - 1 { grow() }
      table[place.slot & mask] = Entry(key: place.key, score: newValue)
      count += 1
    }
  }

  /// Makes the table four times as large; what it held is lost.
  private mutating func grow() {
    table.deallocate()
    mask = (mask + 1) * 4 - 1
    table = Self.allocate(mask + 1)
    count = 0
  }

  private static func allocate(_ slots: Int) -> UnsafeMutablePointer<Entry> {
    let new = UnsafeMutablePointer<Entry>.allocate(capacity: slots)
    new.initialize(repeating: Entry(), count: slots)
    return new
  }
}
