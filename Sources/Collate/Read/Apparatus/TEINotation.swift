/// The notation in which our TEI keeps what XML cannot hold: in attributes, where parsers fold
/// white space, backslashes (`\n`, `\r`, `\t`, `\s` for a blank, `\u{C}`, `\\`); for characters
/// that XML 1.0 forbids, `g` with an id that has the code point in it.
enum TEINotation {
  /// Undoes the backslash notation; nil where it is not well formed.
  static func unescape(_ text: String) -> String? {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\\" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard let meant = escaped(&rest) else { return nil }
      result.unicodeScalars.append(meant)
    }
    return result
  }

  /// The character that stands behind a backslash; nil where it is no escape.
  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "s": return " "
    case "\\": return "\\"
    case "u":
      guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else { return nil }
      let value = UInt32(String(rest[..<end]), radix: 16)
      rest = rest[rest.index(after: end)...]
      return value.flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }

  /// What the ids of classes in the header begin with.
  static let classPrefix = "class-"

  /// The id of a character that XML cannot hold: `char-` and four hexadecimal digits.
  static func characterID(_ scalar: UInt32) -> String {
    let hex = String(scalar, radix: 16, uppercase: true)
    return "char-" + String(repeating: "0", count: 4 - hex.count) + hex
  }

  /// The character that an id of `characterID` stands for.
  static func character(id: some StringProtocol) -> Unicode.Scalar? {
    guard id.hasPrefix("char-"), let value = UInt32(id.dropFirst(5), radix: 16) else { return nil }
    return Unicode.Scalar(value)
  }
}

extension Mark.Kind {
  /// The mark's name on `label/@type` and `milestone/@unit`.
  var teiName: String {
    switch self {
    case .noteMark: "note-mark"
    case .speaker: "speaker"
    case .heading: "heading"
    case .dateline: "dateline"
    case .archive: "archive"
    case .uncertain: "uncertain"
    case .note: "note"
    case .remark: "remark"
    case .gap: "gap"
    case .suppliedOpen, .suppliedClose: "supplied"
    }
  }

  /// The mark of this name, or nil.
  init?(teiName: String) {
    guard let kind = Self.allCases.first(where: { $0.teiName == teiName }) else { return nil }
    self = kind
  }
}
