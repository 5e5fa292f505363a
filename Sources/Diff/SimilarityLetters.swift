/// How often a skeleton has the letters of each of 32 groups: for an upper bound of what two
/// skeletons have in common.
///
/// A few machine instructions for a pair, and no branch. Which letters share a group decides how
/// close the bound is, never whether it holds.
struct LetterCounts: Sendable, Equatable, BitwiseCopyable {
  private var low = SIMD16<UInt8>()
  private var high = SIMD16<UInt8>()
  private(set) var length: Int32 = 0

  /// Skeletons up to this long are bounded; the sum of the counts of longer ones would not fit a
  /// byte.
  private static var longest: Int32 { 255 }

  /// Counts units by their lowest five bits; O(length).
  init(_ units: some Sequence<UInt32>) {
    for unit in units { insert(unit) }
  }

  private mutating func insert(_ unit: UInt32) {
    length += 1
    guard length <= Self.longest else { return }
    let lane = Int(unit & 15)
    if unit & 16 == 0 { low[lane] += 1 } else { high[lane] += 1 }
  }

  /// At most so many letters can two skeletons share in the same order: of each group as many as
  /// the one has that has fewer.
  @inline(__always)
  func commonAtMost(_ other: LetterCounts) -> Int {
    guard max(length, other.length) <= Self.longest else {
      return Int(min(length, other.length))
    }
    // compare and choose is one instruction, `pointwiseMin` a loop over the lanes
    let lows = other.low.replacing(with: low, where: low .< other.low)
    let highs = other.high.replacing(with: high, where: high .< other.high)
    let halves = unsafeBitCast(lows &+ highs, to: SIMD2<UInt64>.self)
    // the product's highest byte is the sum of all bytes, which is no greater than either length
    return Int(((halves[0] &+ halves[1]) &* 0x0101_0101_0101_0101) &>> 56)
  }
}
