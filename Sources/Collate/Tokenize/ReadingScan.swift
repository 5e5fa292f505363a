// Readings of Han characters that the text gives in brackets after them.

extension TokenScanner {
  /// Whether brackets at `position` tell how the Han character before them is read: `春（はる）`,
  /// `吾輩《わがはい》`, `春(춘)`.
  mutating func isReading(bracketAt position: Int) -> Bool {
    readingEnd(bracketAt: position) != nil
  }

  /// Takes the reading with its brackets as one word. Sign by sign, it would face the syllables of
  /// the text after it: the は of `（はる）は` the particle.
  mutating func scanReading() {
    guard let end = readingEnd(bracketAt: at) else { return }
    let start = at
    at = end
    close(from: start, .word, isSupplied: depth > 0)
  }

  /// Where the reading ends; O(its bytes).
  private func readingEnd(bracketAt position: Int) -> Int? {
    let (opening, length) = bytes.scalar(at: position)
    guard let closing = Self.closingBracket(ofReading: opening), isHan(before: position) else {
      return nil
    }
    var next = position + length
    while next < nextMark {
      let (value, size) = bytes.scalar(at: next)
      if value == closing { return next > position + length ? next + size : nil }
      guard Self.isSyllable(value) else { return nil }
      next += size
    }
    return nil
  }

  private static func closingBracket(ofReading opening: UInt32) -> UInt32? {
    switch opening {
    case 0x28: 0x29
    case 0xFF08: 0xFF09
    case 0x300A: 0x300B
    default: nil
    }
  }

  /// Kana, with the point between them, and Hangul.
  private static func isSyllable(_ value: UInt32) -> Bool {
    switch value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0xAC00...0xD7A3: true
    default: false
    }
  }

  private func isHan(before position: Int) -> Bool {
    guard position > body.lowerBound else { return false }
    let (value, _) = bytes.scalar(at: bytes.scalarStart(before: position))
    return value == 0x3005 || Unicode.Scalar(value)?.properties.isIdeographic == true
  }
}
