/// Text of witnesses as XML text, XML attributes, and back.
///
/// XML 1.0 has no way to write most control characters, U+FFFE and U+FFFF, and every parser turns a
/// carriage return into a line feed. In text the first become `<g ref="#char-0001"/>`, the second a
/// character reference. In attributes, where parsers also fold white space, a backslash notation
/// stands for all of these: `\n`, `\r`, `\t`, `\s` for a blank, `\u{C}`, `\\`.
enum TEIEscape {
  /// Writes the bytes as XML text; O(b) in their number.
  static func text(_ bytes: ArraySlice<UInt8>, into out: inout Output) {
    guard bytes.contains(where: mayNeedReplacement) else { return out.write(bytes) }
    var start = bytes.startIndex
    var at = start
    while at < bytes.endIndex {
      let (replacement, width) = replacement(in: bytes, at: at)
      if let replacement {
        out.write(bytes[start..<at])
        out.write(replacement)
        start = at + width
      }
      at += width
    }
    out.write(bytes[start...])
  }

  /// Whether a byte may begin what cannot stand for itself.
  private static func mayNeedReplacement(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
  }

  /// What must stand for the character at a place, or nil where it may stand for itself, and how
  /// many bytes it covers.
  private static func replacement(in bytes: ArraySlice<UInt8>, at: Int) -> (String?, Int) {
    switch bytes[at] {
    case 0x26: ("&amp;", 1)
    case 0x3C: ("&lt;", 1)
    case 0x3E: ("&gt;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x09, 0x0A: (nil, 1)
    case 0..<0x20: ("<g ref=\"#\(TEINotation.characterID(UInt32(bytes[at])))\"/>", 1)
    case 0xEF where isNoncharacter(bytes, at):
      ("<g ref=\"#\(TEINotation.characterID(bytes[at + 2] == 0xBE ? 0xFFFE : 0xFFFF))\"/>", 3)
    default: (nil, 1)
    }
  }

  private static func isNoncharacter(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    at + 2 < bytes.endIndex && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
  }

  /// Text as the value of an attribute, in backslash notation where it needs it.
  static func attribute(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case " ": result += "\\s"
      case _ where mustBeNumbered(scalar):
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Control characters, white space and what nobody can see in an attribute.
  private static func mustBeNumbered(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFFFE
      || scalar.value == 0xFFFF || scalar.properties.isWhitespace
  }

  /// Words about a witness as the value of an attribute or as text, where a person wrote them.
  static func plain(_ text: String) -> String {
    var out = Output()
    Self.text(Array(text.utf8)[...], into: &out)
    return String(decoding: out.bytes, as: UTF8.self).replacing("\"", with: "&quot;")
  }

  /// A name that a person gave, as one XML token.
  static func name(_ text: String) -> String {
    let kept = text.unicodeScalars.map { $0.properties.isWhitespace ? "-" : String($0) }.joined()
    return plain(kept.isEmpty ? "field" : kept)
  }

  /// The characters in a witness that XML 1.0 cannot hold; O(b).
  static func unwritable(in bytes: [UInt8]) -> Set<UInt32> {
    var found: Set<UInt32> = []
    for at in bytes.indices {
      switch bytes[at] {
      case 0x09, 0x0A, 0x0D: break
      case 0..<0x20: found.insert(UInt32(bytes[at]))
      case 0xEF where isNoncharacter(bytes[...], at):
        found.insert(bytes[at + 2] == 0xBE ? 0xFFFE : 0xFFFF)
      default: break
      }
    }
    return found
  }
}
