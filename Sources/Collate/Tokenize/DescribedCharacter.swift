// Han characters that have no code point, described by their parts: `⿰氵亍`.

extension TokenScanner {
  /// Where the description ends that begins at `position`, if it is whole: an operator for each two
  /// parts, or three, before them, parts being described in their turn.
  ///
  /// O(`longestDescription`), so that no row of operators costs more than its length.
  mutating func descriptionEnd(at position: Int) -> Int? {
    var next = position
    var missing = 1
    for _ in 0..<Self.longestDescription {
      guard next < nextMark else { return nil }
      let (value, length) = bytes.scalar(at: next)
      if let parts = Self.parts(of: value) {
        missing += parts - 1
      } else if isPart(value) {
        missing -= 1
      } else {
        return nil
      }
      next += length
      if missing == 0 { return next > position + length ? next : nil }
    }
    return nil
  }

  /// Four times what Unicode allowed until it set no limit.
  private static let longestDescription = 64

  /// How many parts an ideographic description character puts together; nil for all others.
  private static func parts(of value: UInt32) -> Int? {
    switch value {
    case 0x2FF2, 0x2FF3: 3
    case 0x2FF0...0x2FFD, 0x31EF: 2
    case 0x2FFE, 0x2FFF: 1
    default: nil
    }
  }

  /// Ideographs, radicals, strokes and kana; a part that cannot be told is a fullwidth `？`.
  private mutating func isPart(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0x2FDF, 0x31C0...0x31E3, 0xFF1F: true
    default: classes[value] == .ideograph
    }
  }
}
