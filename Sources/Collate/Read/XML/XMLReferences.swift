// References to characters, and the values of attributes that hold them.
extension XMLCursor {
  /// Reads `&…;` here.
  mutating func reference() throws(ReadError) -> Unicode.Scalar {
    let start = at
    guard let (scalar, next) = try reference(at: at, before: bytes.count) else {
      throw fault(.strayAmpersand, at: start)
    }
    at = next
    return scalar
  }

  /// The character that a reference stands for and where the reference ends; nil where none stands.
  private func reference(
    at start: Int, before end: Int
  ) throws(ReadError) -> (Unicode.Scalar, Int)? {
    let semicolon = bytes[start..<min(end, start + limits.nameLength)]
      .firstIndex(of: UInt8(ascii: ";"))
    guard let semicolon, semicolon > start + 1 else { return nil }
    let body = bytes[(start + 1)..<semicolon]
    if body.first == UInt8(ascii: "#") {
      guard let scalar = Self.numbered(body.dropFirst()) else {
        throw fault(.badCharacterReference, at: start)
      }
      return (scalar, semicolon + 1)
    }
    guard isName(start + 1..<semicolon) else { return nil }
    guard let scalar = Self.named(body) else {
      throw fault(.unknownEntity(String(decoding: body, as: UTF8.self)), at: start)
    }
    return (scalar, semicolon + 1)
  }

  /// Whether a range of the file is a name.
  private func isName(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = XMLCharacters.scalar(in: bytes, at: at)
      guard at == range.lowerBound ? XMLCharacters.isNameStart(value) : XMLCharacters.isName(value)
      else { return false }
      at += length
    }
    return true
  }

  /// The character of `65` or `x41`.
  private static func numbered(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHex = digits.first == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    // Swift takes a sign before a number, XML does not.
    guard let first = text.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(text, radix: isHex ? 16 : 10), XMLCharacters.isAllowed(value)
    else { return nil }
    return Unicode.Scalar(value)
  }

  /// The character of an entity that XML knows by itself.
  private static func named(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default: nil
    }
  }

  /// The value of an attribute between its quotes: references resolved, every white space a blank.
  func value(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&"),
        // It was read before without an error.
        let (scalar, next) = try? reference(at: at, before: range.upperBound)
      {
        result += Array(String(Character(scalar)).utf8)
        at = next
      } else {
        let isPair = byte == 0x0D && at + 1 < range.upperBound && bytes[at + 1] == 0x0A
        result.append(XMLCharacters.isSpace(byte) ? 0x20 : byte)
        at += isPair ? 2 : 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
