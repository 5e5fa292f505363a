/// The verdicts on pairs of single words that were given last.
///
/// Entries ask again for what units were classed by, and in many witnesses the same two spellings
/// stand against each other again and again. A table that forgets takes no more room for a longer
/// text.
struct VerdictMemory {
  /// Both words in one number, by place; `nothing` where none is remembered.
  private var pairs = [UInt64](repeating: nothing, count: size)
  private var verdicts = [Variation](repeating: Variation(kind: .editorial), count: size)

  /// A power of two: 100,000 words of which a tenth differ have some 7,000 pairs, and most of what
  /// is asked again is asked soon.
  private static let size = 1 << 13
  /// No pair, since no text has so many words.
  private static let nothing = UInt64.max

  /// How the second word differs from the first, where it is remembered; O(1).
  subscript(first: UInt32, second: UInt32) -> Variation? {
    get {
      let pair = UInt64(first) << 32 | UInt64(second)
      let place = Self.place(of: pair)
      return pairs[place] == pair ? verdicts[place] : nil
    }
    set {
      let pair = UInt64(first) << 32 | UInt64(second)
      let place = Self.place(of: pair)
      guard let newValue else { return }
      (pairs[place], verdicts[place]) = (pair, newValue)
    }
  }

  /// Multiplied by the golden ratio, as `ByteTable` does, the upper bits.
  private static func place(of pair: UInt64) -> Int {
    Int((pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }
}
