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
    var rest = bytes
    while let (at, width) = firstEscape(in: rest) {
      out.write(rest[..<at])
      out.write(escape(rest, at))
      rest = rest[(at + width)...]
    }
    out.write(rest)
  }

  /// Where the first byte stands that cannot stand for itself, and how many bytes its escape
  /// covers.
  ///
  /// By way of a buffer, since this is the loop that sees every byte of every witness.
  private static func firstEscape(in bytes: ArraySlice<UInt8>) -> (at: Int, width: Int)? {
    bytes.withUnsafeBufferPointer { buffer in
      for at in buffer.indices {
        switch buffer[at] {
        case 0..<0x20, 0x22, 0x5C, 0x7F: return (bytes.startIndex + at, 1)
        case 0xE2 where at + 2 < buffer.count && buffer[at + 1] == 0x80:
          if buffer[at + 2] & 0xFE == 0xA8 { return (bytes.startIndex + at, 3) }
        default: continue
        }
      }
      return nil
    }
  }

  /// The escape of a character that cannot stand in a string.
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
