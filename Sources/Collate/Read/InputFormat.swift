/// What an input is, as far as its name or its first bytes tell.
enum InputFormat: Sendable, Equatable {
  case plainText, json, xml
  /// Not read: its files are rarely well-formed, and its tags would be compared as words.
  case html

  /// By the ending of the name; standard input by how it begins.
  ///
  /// Throws where that is no format with a reader.
  static func of(_ input: InputBytes) throws(ReadError) -> InputFormat {
    let ending = fileName(input.path).ending
    switch ending {
    case "json": return .json
    case "html", "htm", "xhtml": return .html
    case "docx", "odt", "rtf", "epub", "pdf":
      throw ReadError(input.path, .unknownFormat(ending: ending))
    case "xml", "tei": return start(of: input.bytes) == .html ? .html : .xml
    default: return input.path == "-" ? start(of: input.bytes) : .plainText
    }
  }

  /// By the first bytes: JSON begins like an object with a key, XML with a declaration, a comment
  /// or a tag of TEI, PAGE or ALTO; a gap, `<…>`, is none.
  static func start(of bytes: [UInt8]) -> InputFormat {
    let start = bytes.dropFirst(bytes.hasByteOrderMark ? 3 : 0).drop(while: isSpace)
    let next = start.dropFirst()
    switch start.first {
    case UInt8(ascii: "{"):
      return next.drop(while: isSpace).first == UInt8(ascii: "\"") ? .json : .plainText
    case UInt8(ascii: "<"):
      if isHTML(start) { return .html }
      if start.starts(with: "<?xml".utf8) || start.starts(with: "<!".utf8) { return .xml }
      let root = String(decoding: next.prefix { $0 > 0x20 && $0 != 0x3E }, as: UTF8.self)
      return ["TEI", "TEI.2", "teiCorpus", "PcGts", "alto"].contains(root) ? .xml : .plainText
    default: return .plainText
    }
  }

  /// HTML begins with its document type or its outermost tag, in capitals or not.
  private static func isHTML(_ start: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: start.prefix(15), as: UTF8.self).lowercased()
    guard words.hasPrefix("<html") else { return words.hasPrefix("<!doctype html") }
    return words.dropFirst(5).first.map { ">/ \t".contains($0) || $0.isNewline } ?? true
  }

  /// A file name in two at its last dot; the ending in lower case.
  static func fileName(_ path: String) -> (stem: Substring, ending: String) {
    let name = lastName(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (name[..<dot], name[name.index(after: dot)...].lowercased())
  }

  /// The last name of a path, which has no slash.
  static func lastName(of path: String) -> Substring {
    guard let last = path.utf8.last, last != UInt8(ascii: "/"), path.utf8.allSatisfy({ $0 < 0x80 })
    else { return path.split(separator: "/").last ?? "" }
    // Of ASCII, bytes are characters.
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { path[path.utf8.index(after: $0)...] } ?? path[...]
  }
}
