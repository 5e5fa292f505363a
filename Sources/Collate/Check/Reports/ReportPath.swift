/// Paths as the hosts of repositories want them: relative to the folder of the run, by slashes.
enum ReportPath {
  /// The path without `.` in it and without doubled slashes.
  static func plain(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The path as a reference of RFC 3986: relative, or a `file` URI where the path is absolute.
  static func uri(_ path: String) -> String {
    let plain = plain(path)
    return (plain.hasPrefix("/") ? "file://" : "") + plain.utf8.map(encoded).joined()
  }

  /// All but unreserved characters in percent notation, so that no colon makes a scheme.
  private static func encoded(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      String(UnicodeScalar(byte))
    default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
}
