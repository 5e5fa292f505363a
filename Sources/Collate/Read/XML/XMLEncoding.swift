// Foundation knows the encodings.
import Foundation

/// The encodings of XML files, and their way to UTF-8.
enum XMLEncoding {
  /// The file in UTF-8 if it is XML in another encoding, by its byte order mark or its declaration;
  /// nil if nothing is to be done. O(bytes).
  ///
  /// Line and column of a place stay what they are; its offset counts in the UTF-8.
  static func converted(_ bytes: [UInt8], path: String) throws(ReadError) -> [UInt8]? {
    if let wide = wide(bytes) {
      guard let text = String(data: Data(bytes), encoding: wide.encoding) else {
        throw ReadError(path, .badEncoding(wide.name))
      }
      // A UTF-16 file that is no XML is left to be refused.
      guard text.unicodeScalars.first(where: { $0 != "\u{FEFF}" }) == "<" else { return nil }
      return Array(text.unicodeScalars.first == "\u{FEFF}" ? text.dropFirst().utf8 : text[...].utf8)
    }
    guard let name = declared(in: bytes) else { return nil }
    let key = name.uppercased()
    if key == "UTF-8" || key == "UTF8" { return nil }
    // The bytes were read as single ones, so the declaration cannot be true.
    if key.hasPrefix("UTF-16") || key.hasPrefix("UTF-32") { return nil }
    guard let encoding = encoding(key) else { throw ReadError(path, .unknownEncoding(name)) }
    guard let text = String(data: Data(bytes), encoding: encoding) else {
      throw ReadError(path, .badEncoding(name))
    }
    return Array(text.utf8)
  }

  /// UTF-16 by its byte order mark, or by how `<?` looks in it.
  private static func wide(_ bytes: [UInt8]) -> (encoding: String.Encoding, name: String)? {
    // UTF-32 begins like UTF-16 and is left to be refused.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0x3C, 0, 0x3F, 0]) {
      return (.utf16LittleEndian, "UTF-16")
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0x3C, 0, 0x3F]) {
      return (.utf16BigEndian, "UTF-16")
    }
    return nil
  }

  /// The name in `<?xml … encoding="…"?>`; nil where there is no such declaration.
  static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.hasByteOrderMark ? 3 : 0
    let head = bytes[start..<min(bytes.count, start + 512)]
    guard head.starts(with: "<?xml".utf8), let close = head.firstIndex(of: UInt8(ascii: ">")) else {
      return nil
    }
    let text = String(decoding: head[..<close], as: UTF8.self)
    guard let key = text.range(of: "encoding") else { return nil }
    let rest = text[key.upperBound...].drop { $0 == " " || $0 == "=" || $0 == "\t" || $0 == "\n" }
    guard let quote = rest.first, quote == "\"" || quote == "'",
      let end = rest.dropFirst().firstIndex(of: quote)
    else { return nil }
    return String(rest.dropFirst()[..<end])
  }

  /// An encoding by the name that IANA lists it under, in capitals; nil where it is not read.
  private static func encoding(_ name: String) -> String.Encoding? {
    switch name {
    case "US-ASCII", "ASCII": .ascii
    case "ISO-8859-1", "ISO8859-1", "LATIN1", "ISO-LATIN-1": .isoLatin1
    case "ISO-8859-2", "LATIN2": .isoLatin2
    case "ISO-8859-5": core(0x0205)
    case "ISO-8859-7": core(0x0207)
    case "ISO-8859-15": core(0x020F)
    case "WINDOWS-1250", "CP1250": .windowsCP1250
    case "WINDOWS-1251", "CP1251": .windowsCP1251
    case "WINDOWS-1252", "CP1252": .windowsCP1252
    case "WINDOWS-1253", "CP1253": .windowsCP1253
    case "KOI8-R": core(0x0A02)
    case "MACINTOSH": .macOSRoman
    default: nil
    }
  }

  /// An encoding by its number in Core Foundation (CFStringEncodingExt.h), as Foundation wraps it.
  private static func core(_ number: UInt) -> String.Encoding {
    String.Encoding(rawValue: 0x8000_0000 | number)
  }
}
