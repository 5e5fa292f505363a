// `(Emphasis added – Y.B.)`: a remark in round brackets that its author has signed.

extension MarkScanner {
  /// Longest signature looked for, in bytes: four initials or abbreviations with blanks.
  private static let signatureLimit = 48

  /// Whether the bytes end with a dash and initials, as in `Emphasis added – Y.B.`, `– Yu. B.`,
  /// `— Ed.`: one to four groups of a capital, at most three more letters, and a point.
  mutating func isSigned(_ range: Range<Int>) -> Bool {
    var at = range.upperBound
    let limit = max(range.lowerBound + 1, at - Self.signatureLimit)
    var groups = 0
    while groups < 4, let start = initialStart(endingAt: at, limit) {
      groups += 1
      at = start
      while at > limit, isBlank(bytes[at - 1]) { at -= 1 }
    }
    return groups > 0 && isDash(endingAt: at, limit)
  }

  /// Where the group `Xxx.` begins that ends at `end`; nil if none does.
  private mutating func initialStart(endingAt end: Int, _ limit: Int) -> Int? {
    guard end > limit, bytes[end - 1] == UInt8(ascii: ".") else { return nil }
    var at = end - 1
    for _ in 0..<4 where at > limit {
      let start = bytes.scalarStart(before: at)
      guard start >= limit, classes[bytes.scalar(at: start).value] == .letter else { return nil }
      at = start
      if isCapital(at) { return at }
    }
    return nil
  }

  /// Whether a hyphen, en dash or em dash ends at `end`.
  private func isDash(endingAt end: Int, _ limit: Int) -> Bool {
    guard end > limit else { return false }
    switch bytes.scalar(at: bytes.scalarStart(before: end)).value {
    case 0x2D, 0x2013, 0x2014: return true
    default: return false
    }
  }
}
