/// A place in an XML file, and the small steps forward from it: plain text, names, blanks,
/// quoted values.
///
/// It knows nothing of elements; each step throws where what it reads is not written as XML is.
struct XMLCursor: Sendable {
  let path: String
  let bytes: [UInt8]
  let limits: XMLLimits
  /// The byte that is read next.
  var at: Int
  /// The first byte behind a byte order mark.
  let start: Int

  /// Throws if the file is larger than the limits allow.
  init(_ input: InputBytes, limits: XMLLimits) throws(ReadError) {
    path = input.path
    bytes = input.bytes
    self.limits = limits
    guard bytes.count <= limits.size else {
      throw ReadError(path, .tooMuchXML(.size, limit: limits.size))
    }
    start = bytes.hasByteOrderMark ? 3 : 0
    at = start
  }

  // MARK: Looking

  /// Whether an ASCII character stands here; false at the end of the file.
  func isAt(_ character: Unicode.Scalar) -> Bool {
    at < bytes.count && bytes[at] == UInt8(ascii: character)
  }

  /// Whether these bytes stand here.
  func begins(with text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[at...].starts(with: $0) }
  }

  /// Whether a character stands here with which a name can begin.
  var isAtNameStart: Bool {
    at < bytes.count && XMLCharacters.isNameStart(XMLCharacters.scalar(in: bytes, at: at).value)
  }

  /// Throws if a character that XML does not allow begins at `offset`.
  func checkAllowed(_ offset: Int) throws(ReadError) {
    let byte = bytes[offset]
    guard byte < 0x20 || byte == 0xEF else { return }
    let value = XMLCharacters.scalar(in: bytes, at: offset).value
    if !XMLCharacters.isAllowed(value) { throw fault(.forbiddenCharacter(value), at: offset) }
  }

  /// Throws if there is more of something than the limits allow.
  func check(
    _ count: Int, _ kind: XMLLimits.Kind, _ limit: Int, at offset: Int
  ) throws(ReadError) {
    guard count > limit else { return }
    throw ReadError(path, at: place(offset), .tooMuchXML(kind, limit: limit))
  }

  // MARK: Steps

  /// Goes to the next byte that does not stand for itself; in a CDATA section `<` and `&` do.
  mutating func skipPlainText(inSection: Bool) throws(ReadError) {
    while at < bytes.count {
      let byte = bytes[at]
      // All that can be markup or forbidden lies below, or is one of two.
      if byte > 0x3C, byte != 0x5D, byte != 0xEF {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: "&"):
        if !inSection { return }
      case 0x0D: return
      case UInt8(ascii: "]"):
        if begins(with: "]]>") {
          if inSection { return }
          throw fault(.strayCDATAEnd, at: at)
        }
      default: try checkAllowed(at)
      }
      at += 1
    }
  }

  /// Reads a name; throws where none stands.
  mutating func name() throws(ReadError) -> Range<Int> {
    let start = at
    while at < bytes.count {
      let (value, length) = XMLCharacters.scalar(in: bytes, at: at)
      let fits = at == start ? XMLCharacters.isNameStart(value) : XMLCharacters.isName(value)
      guard fits else { break }
      at += length
    }
    guard at > start else { throw fault(.badTag(expected: "a name"), at: start) }
    try check(at - start, .nameLength, limits.nameLength, at: start)
    return start..<at
  }

  /// Goes behind white space; whether there was any.
  @discardableResult
  mutating func skipSpace() -> Bool {
    let start = at
    while at < bytes.count, XMLCharacters.isSpace(bytes[at]) { at += 1 }
    return at > start
  }

  /// Goes behind the next `end`, two bytes; `what` begins at `start`.
  mutating func skip(
    to end: StaticString, from start: Int, _ what: String
  ) throws(ReadError) {
    let (first, second) = (end.utf8Start[0], end.utf8Start[1])
    while at + 1 < bytes.count {
      try checkAllowed(at)
      if bytes[at] == first, bytes[at + 1] == second {
        at += 2
        return
      }
      at += 1
    }
    throw fault(.unclosed(what), at: start)
  }

  /// Reads the value behind a name, in a tag that begins at `start`: an equals sign, which blanks
  /// may surround, and what is quoted.
  mutating func assignedValue(from start: Int) throws(ReadError) -> Range<Int> {
    skipSpace()
    guard isAt("=") else { throw fault(.badTag(expected: "="), at: at) }
    at += 1
    skipSpace()
    return try quotedValue(from: start)
  }

  /// Reads what is quoted; its references must be such.
  private mutating func quotedValue(from start: Int) throws(ReadError) -> Range<Int> {
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
      throw fault(.badTag(expected: "a quotation mark"), at: at)
    }
    let quote = bytes[at]
    at += 1
    let first = at
    while at < bytes.count, bytes[at] != quote {
      switch bytes[at] {
      case UInt8(ascii: "<"): throw fault(.lessThanInAttribute, at: at)
      case UInt8(ascii: "&"): _ = try reference()
      default:
        try checkAllowed(at)
        at += 1
      }
    }
    guard at < bytes.count else { throw fault(.unclosed("<"), at: start) }
    try check(at - first, .attributeLength, limits.attributeLength, at: first)
    at += 1
    return first..<at - 1
  }

  // MARK: Places

  /// The text of a range of the file.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Line and column of a byte; O(file), for errors alone.
  func place(_ offset: Int) -> Place { LineTable(bytes: bytes).place(at: offset) }

  /// A fault with its place.
  func fault(_ fault: XMLFault, at offset: Int) -> ReadError {
    ReadError(path, at: place(offset), .malformedXML(fault))
  }
}
