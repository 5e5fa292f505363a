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

/// Reads an XML file piece by piece, from its first byte to its last.
///
/// It takes XML 1.0 without a document type definition. Nothing outside the file is ever opened: an
/// external or internal DTD is refused, so that there are no entities but the five of XML itself
/// and no default attributes. `<!DOCTYPE TEI>`, which says nothing, is let through. Namespaces are
/// not looked up: names are told apart by what stands behind the prefix. XML 1.1 is read as 1.0.
///
/// Foundation has a parser, but that one tells line and column of a place somewhere behind a text
/// and not its offset, and its limits and faults differ between systems. In tests it is the oracle
/// for this one. Every byte is looked at once; memory is O(depth + distinct names).
struct XMLScanner: Sendable {
  private var cursor: XMLCursor
  private var names = XMLNames()
  /// Where the start tag read last begins.
  private(set) var tagStart = 0

  private var tag = XMLAttributes()
  private var open: [OpenElement] = []
  private var elementCount = 0
  private var hasRoot = false
  private var hasDocumentType = false
  /// The element whose tag was `<name/>` and whose end has not been told yet.
  private var emptyElement: Int?
  /// Where the CDATA section begins that is open.
  private var section: Int?

  /// An element whose end tag has not come yet.
  private struct OpenElement {
    var name: Range<Int>
    var id: Int
  }

  /// Throws if the file is larger than the limits allow.
  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    cursor = try XMLCursor(input, limits: limits)
  }

  /// The file, as the user named it.
  var path: String { cursor.path }

  /// The file itself.
  var bytes: [UInt8] { cursor.bytes }

  var limits: XMLLimits { cursor.limits }

  /// Attributes of the start tag read last, in their order.
  var attributes: [XMLAttribute] { tag.list }

  /// Whether the tag read last was `<name/>`.
  var isEmptyTag: Bool { emptyElement != nil }

  /// The byte that is read next.
  var at: Int { cursor.at }

  /// Elements that are open.
  var depth: Int { open.count }

  /// The name of an element without its prefix.
  func localName(_ name: Int) -> String { names.locals[name] }

  /// The text of a range of the file.
  func string(_ range: Range<Int>) -> String { cursor.string(range) }

  /// The value of an attribute: references resolved, every white space a blank.
  func value(_ range: Range<Int>) -> String { cursor.value(range) }

  /// Line and column of a byte; O(file), for errors alone.
  func place(_ offset: Int) -> Place { cursor.place(offset) }

  /// The next piece, or nil at the end of a well-formed file.
  mutating func next() throws(ReadError) -> XMLEvent? {
    if let name = emptyElement {
      emptyElement = nil
      return .end(name: name)
    }
    while cursor.at < cursor.bytes.count {
      if section == nil, cursor.isAt("<") {
        if let event = try markup() { return event }
      } else if let event = try text() {
        return event
      }
    }
    try checkEnd()
    return nil
  }

  /// Throws where the file ends within something, or without an element.
  private func checkEnd() throws(ReadError) {
    if let section { throw cursor.fault(.unclosed("<![CDATA["), at: section) }
    if let last = open.last {
      throw cursor.fault(.unclosedElement(string(last.name)), at: last.name.lowerBound - 1)
    }
    guard hasRoot else { throw cursor.fault(.noElement, at: cursor.at) }
  }

  // MARK: Text

  /// Reads a piece of text up to what does not stand for itself, or what stands there; nil for the
  /// end of a CDATA section, and for white space outside the root.
  private mutating func text() throws(ReadError) -> XMLEvent? {
    let start = cursor.at
    try cursor.skipPlainText(inSection: section != nil)
    if cursor.at > start { return try inside(.text(start..<cursor.at), start) }
    if cursor.isAt("\r") {
      cursor.at += cursor.begins(with: "\r\n") ? 2 : 1
      return try inside(.character("\n", start..<cursor.at), start)
    }
    guard section == nil else {
      cursor.at += 3
      section = nil
      return nil
    }
    let scalar = try cursor.reference()
    guard depth > 0 else { throw cursor.fault(.outsideRoot, at: start) }
    return .character(scalar, start..<cursor.at)
  }

  /// The event, if it stands inside the root; white space outside is dropped.
  private func inside(_ event: XMLEvent, _ start: Int) throws(ReadError) -> XMLEvent? {
    if depth > 0 { return event }
    let other = cursor.bytes[start..<cursor.at].firstIndex { !XMLCharacters.isSpace($0) }
    if let other { throw cursor.fault(.outsideRoot, at: other) }
    return nil
  }

  // MARK: Markup

  /// Reads what begins with `<`; nil for what is no tag.
  private mutating func markup() throws(ReadError) -> XMLEvent? {
    let next = cursor.at + 1 < cursor.bytes.count ? cursor.bytes[cursor.at + 1] : 0
    if next == UInt8(ascii: "/") { return try endTag() }
    if next != UInt8(ascii: "!"), next != UInt8(ascii: "?") { return try startTag() }
    if next == UInt8(ascii: "?") {
      try cursor.skipInstruction()
    } else if cursor.begins(with: "<!--") {
      try cursor.skipComment()
    } else if cursor.begins(with: "<![CDATA[") {
      guard depth > 0 else { throw cursor.fault(.outsideRoot, at: cursor.at) }
      section = cursor.at
      cursor.at += 9
    } else {
      try documentType()
    }
    return nil
  }

  /// Reads a document type that stands where it may.
  private mutating func documentType() throws(ReadError) {
    guard cursor.begins(with: "<!DOCTYPE") else {
      throw cursor.fault(.badTag(expected: "<!DOCTYPE, <!-- or <![CDATA["), at: cursor.at)
    }
    guard !hasRoot, !hasDocumentType else {
      throw cursor.fault(.misplacedDeclaration, at: cursor.at)
    }
    hasDocumentType = true
    try cursor.skipDocumentType()
  }

  // MARK: Tags

  /// Reads a start tag, or the whole of `<name/>`.
  private mutating func startTag() throws(ReadError) -> XMLEvent {
    let start = cursor.at
    cursor.at += 1
    guard cursor.isAtNameStart else { throw cursor.fault(.strayLessThan, at: start) }
    guard depth > 0 || !hasRoot else { throw cursor.fault(.outsideRoot, at: start) }
    hasRoot = true
    tagStart = start
    let range = try cursor.name()
    let id = names.id(of: range, in: cursor.bytes)
    try countElement(at: start)
    if try tag.read(&cursor, from: start) {
      emptyElement = id
    } else {
      open.append(OpenElement(name: range, id: id))
    }
    return .start(name: id)
  }

  /// Counts an element that begins at `start`; throws where there are more than the limits allow.
  private mutating func countElement(at start: Int) throws(ReadError) {
    elementCount += 1
    try cursor.check(names.locals.count, .names, limits.names, at: start)
    try cursor.check(elementCount, .elements, limits.elements, at: start)
    try cursor.check(depth + 1, .depth, limits.depth, at: start)
  }

  /// Reads an end tag, which must be that of the element begun last.
  private mutating func endTag() throws(ReadError) -> XMLEvent {
    let start = cursor.at
    cursor.at += 2
    let range = try cursor.name()
    cursor.skipSpace()
    guard cursor.isAt(">") else { throw cursor.fault(.badTag(expected: ">"), at: cursor.at) }
    cursor.at += 1
    guard let element = open.popLast() else {
      throw cursor.fault(.strayEnd(string(range)), at: start)
    }
    guard XMLNames.isSame(element.name, range, in: cursor.bytes) else {
      let names = (string(element.name), string(range))
      throw cursor.fault(.mismatchedEnd(expected: names.0, found: names.1), at: start)
    }
    return .end(name: element.id)
  }
}
