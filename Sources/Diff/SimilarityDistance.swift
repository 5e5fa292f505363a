/// Edit distance and longest common subsequence of two short sequences, both in one pass.
///
/// Bit-parallel: a column of the table of dynamic programming is a machine word, or several.
/// Distance: G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on
/// Dynamic Programming", JACM 46 (1999), in the form of H. Hyyrö, "A Bit-Vector Algorithm for
/// Computing Levenshtein and Damerau Edit Distances" (2003). Common subsequence: H. Hyyrö,
/// "Bit-Parallel LCS-Length Computation Revisited" (2004).
///
/// Time O(⌈M / 64⌉ · N) for a pattern of M units and a text of N. The pattern is set once and
/// compared with many texts. Space: 8 bytes for each unit of the alphabet and each 64 units of the
/// longest pattern.
struct BitParallelDistance: ~Copyable {
  /// `places[u * blocks + w]`: the places of unit u in the w-th 64 units of the pattern.
  private var places: UnsafeMutableBufferPointer<UInt64>
  private var pattern: [UInt32] = []
  private let alphabetCount: Int
  private var blocks = 1
  private var positive: [UInt64] = []
  private var negative: [UInt64] = []
  private var subsequence: [UInt64] = []

  /// For sequences of units below `alphabetCount`.
  init(alphabetCount: Int) {
    self.alphabetCount = max(1, alphabetCount)
    places = .allocate(capacity: self.alphabetCount)
    places.initialize(repeating: 0)
  }

  deinit { places.deallocate() }

  /// Sets the sequence that the following texts are compared with.
  ///
  /// Units must be below `alphabetCount`, here and in the texts.
  mutating func setPattern(_ units: some Collection<UInt32>) {
    for (index, unit) in pattern.enumerated() { places[Int(unit) * blocks + index / 64] = 0 }
    pattern.removeAll(keepingCapacity: true)
    pattern.append(contentsOf: units)
    blocks = max(1, (pattern.count + 63) / 64)
    if places.count < alphabetCount * blocks {
      places.deallocate()
      places = .allocate(capacity: alphabetCount * blocks)
      places.initialize(repeating: 0)
    }
    for (index, unit) in pattern.enumerated() {
      places[Int(unit) * blocks + index / 64] |= 1 &<< UInt64(index % 64)
    }
  }

  /// Levenshtein distance to the pattern, and length of a longest common subsequence with it.
  mutating func measure(_ text: UnsafeBufferPointer<UInt32>) -> (distance: Int, common: Int) {
    guard !pattern.isEmpty else { return (text.count, 0) }
    return blocks == 1 ? measureShort(text) : measureLong(text)
  }

  /// For patterns of 1 to 64 units.
  private func measureShort(_ text: UnsafeBufferPointer<UInt32>) -> (distance: Int, common: Int) {
    let last: UInt64 = 1 &<< UInt64(pattern.count - 1)
    var positive = UInt64.max
    var negative: UInt64 = 0
    var unmatched = UInt64.max
    var distance = pattern.count
    let places = places.baseAddress!
    for unit in text {
      let equal = places[Int(unit)]
      let used = unmatched & equal
      unmatched = (unmatched &+ used) | (unmatched &- used)
      let diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative
      var up = negative | ~(diagonal | positive)
      var down = diagonal & positive
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      up = (up &<< 1) | 1
      down &<<= 1
      positive = down | ~(diagonal | up)
      negative = up & diagonal
    }
    return (distance, (~unmatched & (last | (last &- 1))).nonzeroBitCount)
  }

  /// For patterns of any length: the same with carries from word to word.
  private mutating func measureLong(
    _ text: UnsafeBufferPointer<UInt32>
  ) -> (distance: Int, common: Int) {
    positive.fill(.max, count: blocks)
    negative.fill(0, count: blocks)
    subsequence.fill(.max, count: blocks)
    let last: UInt64 = 1 &<< UInt64((pattern.count - 1) % 64)
    var distance = pattern.count
    for unit in text {
      var carry: UInt64 = 0
      var raised: UInt64 = 1  // the row above the first rises by one with every unit of the text
      var lowered: UInt64 = 0
      for block in 0..<blocks {
        let equal = places[Int(unit) * blocks + block]
        carry = advanceSubsequence(block, equal, carry)
        let last = block == blocks - 1 ? last : 1 &<< 63
        (raised, lowered) = advanceDistance(block, equal, raised, lowered, last: last)
      }
      distance += Int(raised) - Int(lowered)
    }
    var common = 0
    for block in 0..<blocks {
      let inPattern = block == blocks - 1 ? last | (last &- 1) : .max
      common += (~subsequence[block] & inPattern).nonzeroBitCount
    }
    return (distance, common)
  }

  /// One word of a column of the common subsequence; takes and gives the carry of the addition.
  private mutating func advanceSubsequence(
    _ block: Int, _ equal: UInt64, _ carry: UInt64
  ) -> UInt64 {
    let unmatched = subsequence[block]
    let used = unmatched & equal
    let (sum, first) = unmatched.addingReportingOverflow(used)
    let (carried, second) = sum.addingReportingOverflow(carry)
    subsequence[block] = carried | (unmatched & ~used)
    return first || second ? 1 : 0
  }

  /// One word of a column of the distance; takes and gives whether the row at its border rises or
  /// falls.
  private mutating func advanceDistance(
    _ block: Int, _ places: UInt64, _ raised: UInt64, _ lowered: UInt64, last: UInt64
  ) -> (raised: UInt64, lowered: UInt64) {
    let positive = self.positive[block]
    let negative = self.negative[block]
    let equal = places | lowered
    let diagonal = (((equal & positive) &+ positive) ^ positive) | equal | negative
    var up = negative | ~(diagonal | positive)
    var down = diagonal & positive
    let out: (raised: UInt64, lowered: UInt64) = (up & last == 0 ? 0 : 1, down & last == 0 ? 0 : 1)
    up = (up &<< 1) | raised
    down = (down &<< 1) | lowered
    self.positive[block] = down | ~(diagonal | up)
    self.negative[block] = up & diagonal
    return out
  }
}

extension [UInt64] {
  fileprivate mutating func fill(_ value: UInt64, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}
