/// Cuts TEI that this program wrote into tags and text, as byte ranges.
///
/// It knows only the XML that `TEIWriter` writes: no comments, CDATA sections, entities of a DTD or
/// attributes in single quotes. Files of others are read by the reader for TEI. Its one purpose is
/// to prove each file before it is written, at the speed at which files are written.
struct TEIScanner {
  private let bytes: [UInt8]
  private var at = 0

  /// Begins at the first byte of a whole file.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A piece of the file.
  enum Event {
    case text(Range<Int>)
    case start(Tag)
    case end(name: Range<Int>)
  }

  /// A start tag, as ranges of the file.
  struct Tag {
    var name: Range<Int>
    /// From behind the name to the end of the tag.
    var attributes: Range<Int>
    var isEmpty: Bool
  }

  /// The next piece, or nil at the end or where the bytes are no XML that it knows; O(b) in its
  /// bytes.
  mutating func next() -> Event? {
    guard at < bytes.count else { return nil }
    guard bytes[at] == 0x3C else { return text() }
    guard let close = bytes[at...].firstIndex(of: 0x3E) else { return nil }
    defer { at = close + 1 }
    if bytes[at + 1] == 0x2F { return .end(name: at + 2..<close) }
    let isEmpty = bytes[close - 1] == 0x2F || bytes[at + 1] == 0x3F
    let end = isEmpty ? close - 1 : close
    let name = bytes[at..<end].firstIndex(of: 0x20) ?? end
    return .start(Tag(name: at + 1..<name, attributes: name..<end, isEmpty: isEmpty))
  }

  private mutating func text() -> Event {
    let start = at
    at = bytes[at...].firstIndex(of: 0x3C) ?? bytes.count
    return .text(start..<at)
  }

  /// Whether a range of the file holds exactly these bytes.
  func holds(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }

  /// Text in a range of the file, character references resolved.
  func text(in range: Range<Int>) -> [UInt8] {
    guard bytes[range].contains(0x26) else { return Array(bytes[range]) }
    var result: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard bytes[at] == 0x26, let end = bytes[at..<range.upperBound].firstIndex(of: 0x3B) else {
        result.append(bytes[at])
        at += 1
        continue
      }
      result.append(Self.meaning(of: bytes[(at + 1)..<end]))
      at = end + 1
    }
    return result
  }

  /// What `&name;` stands for; the writer uses these five.
  private static func meaning(of name: ArraySlice<UInt8>) -> UInt8 {
    switch String(decoding: name, as: UTF8.self) {
    case "lt": 0x3C
    case "gt": 0x3E
    case "quot": 0x22
    case "#13": 0x0D
    default: 0x26
    }
  }

  /// The value of an attribute, or nil where the tag has none of that name; O(b) in the tag.
  func attribute(_ name: StaticString, of tag: Tag) -> String? {
    range(of: name, in: tag).map { String(decoding: text(in: $0), as: UTF8.self) }
  }

  /// Where the value of an attribute stands, as it is written.
  func range(of name: StaticString, in tag: Tag) -> Range<Int>? {
    var at = tag.attributes.lowerBound
    while at < tag.attributes.upperBound,
      let equals = bytes[at..<tag.attributes.upperBound].firstIndex(of: 0x3D)
    {
      let key = (at + 1)..<equals
      let start = equals + 2
      guard let end = bytes[start..<tag.attributes.upperBound].firstIndex(of: 0x22) else {
        return nil
      }
      if holds(key, name) { return start..<end }
      at = end + 1
    }
    return nil
  }

  /// Calls `body` with each of the pointers `#A #B` in a range, without their signs.
  func forEachPointer(in range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      while at < range.upperBound {
        let end = bytes[at..<range.upperBound].firstIndex(of: 0x20) ?? range.upperBound
        if at < end { body(UnsafeBufferPointer(rebasing: bytes[at + 1..<end])) }
        at = end + 1
      }
    }
  }
}
