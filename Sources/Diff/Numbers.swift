extension UInt64 {
  /// The value with every bit spread over all others: the same on every machine and in every run.
  ///
  /// Two rounds of multiplying by an odd constant (2⁶⁴ divided by the golden ratio, made odd) and
  /// folding the high half into the low one. A bijection, so that distinct values stay distinct.
  @inlinable
  var mixed: UInt64 {
    var value = self &* 0x9E37_79B9_7F4A_7C15
    value ^= value &>> 32
    value = value &* 0x9E37_79B9_7F4A_7C15
    return value ^ (value &>> 29)
  }

  /// The smallest 2ⁿ - 1 that is not less than the value: a mask for a table of 2ⁿ slots.
  var allOnesBelow: UInt64 { self == 0 ? 0 : UInt64.max &>> UInt64(leadingZeroBitCount) }
}

extension Int {
  /// The greatest whole number whose square is not more than the value, by Newton's method.
  ///
  /// The library's square root of a `Double` would need the C library's mathematics linked.
  var squareRoot: Int {
    guard self > 1 else { return Swift.max(self, 0) }
    var root = 1 &<< ((Int.bitWidth - leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + self / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
