/// A score, in 1/1024.
///
/// Scores are whole numbers, so that sums are exact: no order of summing, no fused multiplication
/// and no mathematical library of one platform can change a result.
typealias Score = Int32

/// A share of all witnesses of a group, in 1/65536.
typealias Share = Int32

/// What stands for 1 in scores and in shares, and reckoning with them in whole numbers.
enum Fixed {
  /// The score 1.
  static let one: Score = 1024
  /// All witnesses of a group.
  static let whole: Share = 65536

  /// A weight as a share of all.
  @inline(__always)
  static func share(_ weight: Int32, of total: Int32) -> Share {
    weight == total ? whole : Share(Int64(weight) * Int64(whole) / Int64(total))
  }

  /// A score in proportion to a share.
  @inline(__always)
  static func part(_ score: Score, _ share: Share) -> Score {
    share == whole ? score : Score((Int64(score) * Int64(share)) >> 16)
  }

  /// Binary logarithm of `value` ≥ 1, in 1/65536, by repeated squaring; off by less than 1/32768.
  static func log2(_ value: Int) -> Int {
    precondition(value > 0)
    let exponent = Int.bitWidth - 1 - value.leadingZeroBitCount
    // The mantissa, 1 ≤ x < 2, in 1/2^30.
    var x = exponent <= 30 ? value << (30 - exponent) : value >> (exponent - 30)
    var fraction = 0
    for _ in 0..<16 {
      x = (x * x) >> 30
      fraction <<= 1
      if x >= 2 << 30 {
        x >>= 1
        fraction |= 1
      }
    }
    return exponent << 16 | fraction
  }
}
