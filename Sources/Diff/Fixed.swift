/// A score, in 1/1024.
///
/// Scores are whole numbers, so that sums are exact: no order of summing, no fused multiplication
/// and no mathematical library of one platform can change a result.
typealias Score = Int32

/// A share of all witnesses of a group, in 1/65536.
typealias Share = Int32

/// What stands for 1 in scores and in shares, and a logarithm in whole numbers.
enum Fixed {
  /// The score 1.
  static let one: Score = 1024
  /// All witnesses of a group.
  static let whole: Share = 65536

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
