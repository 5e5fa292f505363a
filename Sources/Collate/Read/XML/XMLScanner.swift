/// A piece of an XML file.
enum XMLEvent: Sendable, Equatable {
  /// A start tag, or the first half of `<name/>`. The scanner's `attributes` are those of this tag.
  case start(name: Int)
  case end(name: Int)
  /// Text, as bytes of the file that stand for themselves.
  case text(Range<Int>)
  /// One character that is written otherwise, and the bytes of the file that stand for it: a
  /// reference, or a line end that is not LF.
  case character(Unicode.Scalar, Range<Int>)
}

/// An attribute of the tag read last, as ranges of the file.
struct XMLAttribute: Sendable, Equatable {
  /// With its prefix.
  var name: Range<Int>
  /// Between the quotes.
  var value: Range<Int>
}

/// Reads an XML file piece by piece, from its first byte to its last.
///
/// It takes XML 1.0 without a document type definition. Nothing outside the file is ever opened: an
/// external or internal DTD is refused, so that there are no entities but the five of XML itself and
/// no default attributes. `<!DOCTYPE TEI>`, which says nothing, is let through. Namespaces are not
/// looked up: names are told apart by what stands behind the prefix. XML 1.1 is read as 1.0.
///
/// Foundation has a parser, but that one tells line and column of a place somewhere behind a text and
/// not its offset, and its limits and faults differ between systems. In tests it is the oracle for
/// this one. Every byte is looked at once; memory is O(depth + distinct names).
struct XMLScanner: Sendable {
  let path: String
  let bytes: [UInt8]
  let limits: XMLLimits
  /// Attributes of the start tag read last, in their order.
  private(set) var attributes: [XMLAttribute] = []
  private(set) var names = XMLNames()
  /// Where the start tag read last begins.
  private(set) var tagStart = 0

  var at = 0
  private var open: [OpenElement] = []
  private var elementCount = 0
  private var hasRoot = false
  private var hasDocumentType = false
  /// The element whose tag was `<name/>` and whose end has not been told yet.
  private var emptyElement: Int?
  /// Where the CDATA section begins that is open.
  private var section: Int?

  private struct OpenElement {
    var name: Range<Int>
    var id: Int
  }

  /// Throws if the file is larger than the limits allow.
  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    path = input.path
    bytes = input.bytes
    self.limits = limits
    guard bytes.count <= limits.size else {
      throw ReadError(path, .tooMuchXML(.size, limit: limits.size))
    }
    at = bytes.hasByteOrderMark ? 3 : 0
  }

  /// Elements that are open.
  var depth: Int { open.count }

  /// The name of an element without its prefix.
  func localName(_ name: Int) -> String { names.locals[name] }

  /// The next piece, or nil at the end of a well-formed file.
  mutating func next() throws(ReadError) -> XMLEvent? {
    if let name = emptyElement {
      emptyElement = nil
      return .end(name: name)
    }
    while at < bytes.count {
      if section == nil, bytes[at] == UInt8(ascii: "<") {
        if let event = try markup() { return event }
      } else if let event = try text() {
        return event
      }
    }
    if let section { throw fault(.unclosed("<![CDATA["), at: section) }
    if let last = open.last {
      throw fault(.unclosedElement(string(last.name)), at: last.name.lowerBound - 1)
    }
    guard hasRoot else { throw fault(.noElement, at: bytes.count) }
    return nil
  }

  // MARK: Text

  private mutating func text() throws(ReadError) -> XMLEvent? {
    let start = at
    try skipPlainText()
    if at > start { return try inside(.text(start..<at), start) }
    switch bytes[at] {
    case 0x0D:
      at += at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
      return try inside(.character("\n", start..<at), start)
    case UInt8(ascii: "&") where section == nil:
      let scalar = try reference(before: bytes.count)
      guard depth > 0 else { throw fault(.outsideRoot, at: start) }
      return .character(scalar, start..<at)
    default:
      at += 3
      section = nil
      return nil
    }
  }

  /// Goes to the next byte that does not stand for itself.
  private mutating func skipPlainText() throws(ReadError) {
    while at < bytes.count {
      let byte = bytes[at]
      // All that can be markup or forbidden lies below, or is one of two.
      if byte > 0x3C, byte != 0x5D, byte != 0xEF {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: "&"):
        if section == nil { return }
      case 0x0D: return
      case UInt8(ascii: "]"):
        if bytes[at...].starts(with: Self.sectionEnd) {
          if section != nil { return }
          throw fault(.strayCDATAEnd, at: at)
        }
      default: try checkAllowed(at)
      }
      at += 1
    }
  }

  private static let sectionEnd: [UInt8] = Array("]]>".utf8)

  /// The event, if it stands inside the root; white space outside is dropped.
  private func inside(_ event: XMLEvent, _ start: Int) throws(ReadError) -> XMLEvent? {
    if depth > 0 { return event }
    guard bytes[start..<at].allSatisfy(XMLCharacters.isSpace) else {
      let first = bytes[start..<at].firstIndex { !XMLCharacters.isSpace($0) }
      throw fault(.outsideRoot, at: first ?? start)
    }
    return nil
  }

  /// Throws if a character that XML does not allow begins at `offset`.
  func checkAllowed(_ offset: Int) throws(ReadError) {
    let byte = bytes[offset]
    guard byte < 0x20 || byte == 0xEF else { return }
    let value = XMLCharacters.scalar(in: bytes, at: offset).value
    if !XMLCharacters.isAllowed(value) { throw fault(.forbiddenCharacter(value), at: offset) }
  }

  // MARK: Markup

  private mutating func markup() throws(ReadError) -> XMLEvent? {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if next == UInt8(ascii: "/") { return try endTag() }
    if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return try startTag() }
    let rest = bytes[at...]
    if rest.starts(with: "<!--".utf8) {
      try comment()
    } else if rest.starts(with: "<![CDATA[".utf8) {
      guard depth > 0 else { throw fault(.outsideRoot, at: at) }
      section = at
      at += 9
    } else if rest.starts(with: "<!".utf8) {
      try documentType()
    } else {
      try instruction()
    }
    return nil
  }

  private mutating func comment() throws(ReadError) {
    let start = at
    at += 4
    try skip(to: "--", from: start, "<!--")
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else {
      throw fault(.doubleHyphen, at: at - 2)
    }
    at += 1
  }

  /// `<?target …?>`; the XML declaration only as the first bytes of the file.
  private mutating func instruction() throws(ReadError) {
    let start = at
    at += 2
    let target = try name()
    let isDeclaration = string(target).lowercased() == "xml"
    if isDeclaration, start != (bytes.hasByteOrderMark ? 3 : 0) {
      throw fault(.misplacedDeclaration, at: start)
    }
    if isDeclaration { return try declaration(from: start) }
    guard at >= bytes.count || bytes[at] == UInt8(ascii: "?") || XMLCharacters.isSpace(bytes[at])
    else { throw fault(.badTag(expected: "a blank or ?>"), at: at) }
    try skip(to: "?>", from: start, "<?")
  }

  /// The rest of `<?xml version="1.…" encoding="…" standalone="…"?>`; the last two may be left out.
  private mutating func declaration(from start: Int) throws(ReadError) {
    var rest = ["version", "encoding", "standalone"][...]
    while skipSpace(), at < bytes.count, bytes[at] != UInt8(ascii: "?") {
      let first = at
      let name = string(try name())
      guard let index = rest.firstIndex(of: name), index == 0 || rest.startIndex > 0 else {
        throw fault(.badTag(expected: rest.first ?? "?>"), at: first)
      }
      rest = rest[(index + 1)...]
      let value = try assignedValue(from: start)
      guard Self.isDeclared(string(value), as: name) else {
        throw fault(.badTag(expected: Self.declared[index]), at: value.lowerBound)
      }
    }
    guard rest.startIndex > 0 else { throw fault(.badTag(expected: "version"), at: at) }
    guard bytes[at...].starts(with: "?>".utf8) else { throw fault(.badTag(expected: "?>"), at: at) }
    at += 2
  }

  /// What may stand in a declaration, in words.
  private static let declared = ["1.0", "the name of an encoding", "yes or no"]

  private static func isDeclared(_ value: String, as name: String) -> Bool {
    switch name {
    case "version":
      value.hasPrefix("1.") && value.utf8.count > 2
        && value.utf8.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    case "encoding":
      value.utf8.first.map { (0x41...0x5A).contains($0 & 0xDF) } ?? false
        && value.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
            || [0x2D, 0x2E, 0x5F].contains($0)
        }
    default: value == "yes" || value == "no"
    }
  }

  /// `<!DOCTYPE name>`; one that says more is refused.
  private mutating func documentType() throws(ReadError) {
    let start = at
    guard bytes[at...].starts(with: "<!DOCTYPE".utf8) else {
      throw fault(.badTag(expected: "<!DOCTYPE, <!-- or <![CDATA["), at: at)
    }
    guard !hasRoot, !hasDocumentType else { throw fault(.misplacedDeclaration, at: start) }
    hasDocumentType = true
    at += 9
    guard skipSpace() else { throw fault(.badTag(expected: "a blank"), at: at) }
    _ = try name()
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else {
      throw ReadError(path, at: place(start), .documentTypeDefinition)
    }
    at += 1
  }

  /// Goes behind the next `end`; `what` begins at `start`.
  private mutating func skip(
    to end: StaticString, from start: Int, _ what: String
  ) throws(ReadError) {
    let first = end.utf8Start[0]
    while at + 1 < bytes.count {
      try checkAllowed(at)
      if bytes[at] == first, bytes[at + 1] == end.utf8Start[1] {
        at += 2
        return
      }
      at += 1
    }
    throw fault(.unclosed(what), at: start)
  }

  // MARK: Tags

  private mutating func startTag() throws(ReadError) -> XMLEvent {
    let start = at
    at += 1
    guard at < bytes.count, XMLCharacters.isNameStart(XMLCharacters.scalar(in: bytes, at: at).value)
    else { throw fault(.strayLessThan, at: start) }
    guard depth > 0 || !hasRoot else { throw fault(.outsideRoot, at: start) }
    hasRoot = true
    tagStart = start
    let range = try name()
    let id = names.id(of: range, in: bytes)
    try check(names.locals.count, .names, limits.names, at: start)
    elementCount += 1
    try check(elementCount, .elements, limits.elements, at: start)
    try check(depth + 1, .depth, limits.depth, at: start)
    if try readAttributes(from: start) {
      emptyElement = id
    } else {
      open.append(OpenElement(name: range, id: id))
    }
    return .start(name: id)
  }

  /// Reads the rest of a start tag; whether it was `<name/>`.
  private mutating func readAttributes(from start: Int) throws(ReadError) -> Bool {
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hasSpace = skipSpace()
      guard at < bytes.count else { throw fault(.unclosed("<"), at: start) }
      switch bytes[at] {
      case UInt8(ascii: ">"):
        at += 1
        return false
      case UInt8(ascii: "/"):
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">") else {
          throw fault(.badTag(expected: "/>"), at: at)
        }
        at += 2
        return true
      default:
        guard hasSpace else { throw fault(.badTag(expected: "a blank or >"), at: at) }
        try readAttribute(from: start)
      }
    }
  }

  private mutating func readAttribute(from start: Int) throws(ReadError) {
    let name = try name()
    let value = try assignedValue(from: start)
    for other in attributes where XMLNames.isSame(other.name, name, in: bytes) {
      throw fault(.repeatedAttribute(string(name)), at: name.lowerBound)
    }
    attributes.append(XMLAttribute(name: name, value: value))
    try check(attributes.count, .attributes, limits.attributes, at: start)
  }

  /// The value behind a name: an equals sign, which blanks may surround, and what is quoted.
  private mutating func assignedValue(from start: Int) throws(ReadError) -> Range<Int> {
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      throw fault(.badTag(expected: "="), at: at)
    }
    at += 1
    skipSpace()
    return try attributeValue(from: start)
  }

  private mutating func attributeValue(from start: Int) throws(ReadError) -> Range<Int> {
    guard at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 else {
      throw fault(.badTag(expected: "a quotation mark"), at: at)
    }
    let quote = bytes[at]
    at += 1
    let first = at
    while at < bytes.count, bytes[at] != quote {
      switch bytes[at] {
      case UInt8(ascii: "<"): throw fault(.lessThanInAttribute, at: at)
      case UInt8(ascii: "&"): _ = try reference(before: bytes.count)
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

  private mutating func endTag() throws(ReadError) -> XMLEvent {
    let start = at
    at += 2
    let range = try name()
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">") else {
      throw fault(.badTag(expected: ">"), at: at)
    }
    at += 1
    guard let element = open.popLast() else { throw fault(.strayEnd(string(range)), at: start) }
    guard XMLNames.isSame(element.name, range, in: bytes) else {
      let names = (string(element.name), string(range))
      throw fault(.mismatchedEnd(expected: names.0, found: names.1), at: start)
    }
    return .end(name: element.id)
  }

  // MARK: Small parts

  /// Reads a name; throws where none stands.
  private mutating func name() throws(ReadError) -> Range<Int> {
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
  private mutating func skipSpace() -> Bool {
    let start = at
    while at < bytes.count, XMLCharacters.isSpace(bytes[at]) { at += 1 }
    return at > start
  }

  private func check(
    _ count: Int, _ kind: XMLLimits.Kind, _ limit: Int, at offset: Int
  ) throws(ReadError) {
    guard count > limit else { return }
    throw ReadError(path, at: place(offset), .tooMuchXML(kind, limit: limit))
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Line and column of a byte; O(file), for errors alone.
  func place(_ offset: Int) -> Place { LineTable(bytes: bytes).place(at: offset) }

  func fault(_ fault: XMLFault, at offset: Int) -> ReadError {
    ReadError(path, at: place(offset), .malformedXML(fault))
  }
}
