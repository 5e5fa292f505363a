/// The character classes of XML 1.0, fifth edition.
enum XMLCharacters {
  /// Production 2, `Char`.
  static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// Production 3, `S`.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The end of words with single blanks between them.
  static func endOfWords(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
    var at = start
    while at < end {
      let byte = bytes[at]
      if byte <= 0x20, isSpace(byte) {
        guard byte == 0x20, at + 1 < end, !isSpace(bytes[at + 1]) else { break }
      }
      at += 1
    }
    return at
  }

  /// Production 4, `NameStartChar`.
  static func isNameStart(_ value: UInt32) -> Bool {
    switch value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  /// Production 4a, `NameChar`.
  static func isName(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(value)
    }
  }

  /// The code point that begins at `at` in valid UTF-8, and its length in bytes.
  static func scalar(in bytes: [UInt8], at: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length where at + offset < bytes.count {
      value = value << 6 | UInt32(bytes[at + offset] & 0x3F)
    }
    return (value, length)
  }
}
