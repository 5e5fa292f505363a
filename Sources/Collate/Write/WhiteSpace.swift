/// White space in UTF-8, as far as printing is concerned.
enum WhiteSpace {
  /// Length in bytes of the white space character at a place, 0 where there is none.
  ///
  /// No-break spaces are none: a line may not end at them.
  static func length(_ bytes: ArraySlice<UInt8>, at: Int) -> Int {
    switch bytes[at] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2: at + 1 < bytes.endIndex && bytes[at + 1] == 0x85 ? 2 : 0
    case 0xE1...0xE3: at + 2 < bytes.endIndex && isWideSpace(bytes, at) ? 3 : 0
    default: 0
    }
  }

  /// U+1680, U+2000…200A without U+2007, U+2028, U+2029, U+205F, U+3000.
  private static func isWideSpace(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    switch (bytes[at], bytes[at + 1], bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): true
    case (0xE2, 0x80, 0x80...0x86), (0xE2, 0x80, 0x88...0x8A), (0xE2, 0x80, 0xA8...0xA9): true
    default: false
    }
  }

  /// What stands for the bytes between two words in a printed line: a blank, a no-break space where
  /// that alone parts them, or nothing.
  static func separator(in bytes: ArraySlice<UInt8>) -> String {
    var found = ""
    for at in bytes.indices {
      if length(bytes, at: at) > 0 { return " " }
      if isNoBreakSpace(bytes, at) { found = "\u{A0}" }
    }
    return found
  }

  /// U+00A0, U+202F, U+2007.
  private static func isNoBreakSpace(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    if bytes[at] == 0xC2 { return at + 1 < bytes.endIndex && bytes[at + 1] == 0xA0 }
    guard bytes[at] == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80 else { return false }
    return bytes[at + 2] == 0xAF || bytes[at + 2] == 0x87
  }
}
