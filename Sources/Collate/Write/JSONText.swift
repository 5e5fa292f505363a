/// Strings as JSON writes them (RFC 8259).
enum JSONText {
  /// Writes a string with its quotation marks.
  static func string(_ string: String, into out: inout Output) {
    self.string(Array(string.utf8)[...], into: &out)
  }

  /// Writes valid UTF-8 as a string with its quotation marks; O(b) in its bytes.
  ///
  /// Escaped are quotation mark, backslash and control characters, as they must be, and U+2028 and
  /// U+2029 besides, which end a line where JSON is read as JavaScript.
  static func string(_ bytes: ArraySlice<UInt8>, into out: inout Output) {
    out.write("\"")
    body(bytes, into: &out)
    out.write("\"")
  }

  /// Writes what stands between the quotation marks, so that a string can be written in pieces.
  static func body(_ bytes: ArraySlice<UInt8>, into out: inout Output) {
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      let width = escapedWidth(bytes, at)
      if width > 0 {
        out.write(bytes[start..<at])
        out.write(escape(bytes, at))
        start = at + width
      }
      at += max(width, 1)
    }
    out.write(bytes[start...])
  }

  /// Number of bytes at a place that an escape must stand for; 0 where a byte stands for itself.
  private static func escapedWidth(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
    switch bytes[at] {
    case 0..<0x20, 0x22, 0x5C, 0x7F: 1
    case 0xE2 where isLineSeparator(bytes, at): 3
    default: 0
    }
  }

  private static func isLineSeparator(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    at + 2 < bytes.endIndex && bytes[at + 1] == 0x80 && (0xA8...0xA9).contains(bytes[at + 2])
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, _ at: Int) -> String {
    switch bytes[at] {
    case 0x22: return "\\\""
    case 0x5C: return "\\\\"
    case 0x0A: return "\\n"
    case 0x0D: return "\\r"
    case 0x09: return "\\t"
    case 0xE2: return bytes[at + 2] == 0xA8 ? "\\u2028" : "\\u2029"
    default:
      let hex = String(bytes[at], radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }
}
