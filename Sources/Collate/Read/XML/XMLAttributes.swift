/// An attribute of a tag, as ranges of the file.
struct XMLAttribute: Sendable, Equatable {
  /// With its prefix.
  var name: Range<Int>
  /// Between the quotes.
  var value: Range<Int>
}

/// The attributes of the start tag read last, in their order.
struct XMLAttributes: Sendable {
  private(set) var list: [XMLAttribute] = []

  /// Reads the rest of a tag that begins at `start`, behind its name; whether it was `<name/>`.
  mutating func read(_ cursor: inout XMLCursor, from start: Int) throws(ReadError) -> Bool {
    list.removeAll(keepingCapacity: true)
    while true {
      let hasSpace = cursor.skipSpace()
      guard cursor.at < cursor.bytes.count else { throw cursor.fault(.unclosed("<"), at: start) }
      switch cursor.bytes[cursor.at] {
      case UInt8(ascii: ">"):
        cursor.at += 1
        return false
      case UInt8(ascii: "/"):
        guard cursor.begins(with: "/>") else {
          throw cursor.fault(.badTag(expected: "/>"), at: cursor.at)
        }
        cursor.at += 2
        return true
      default:
        guard hasSpace else {
          throw cursor.fault(.badTag(expected: "a blank or >"), at: cursor.at)
        }
        try readOne(&cursor, from: start)
      }
    }
  }

  /// Reads an attribute, which must not stand twice.
  private mutating func readOne(_ cursor: inout XMLCursor, from start: Int) throws(ReadError) {
    let name = try cursor.name()
    let value = try cursor.assignedValue(from: start)
    for other in list where XMLNames.isSame(other.name, name, in: cursor.bytes) {
      throw cursor.fault(.repeatedAttribute(cursor.string(name)), at: name.lowerBound)
    }
    list.append(XMLAttribute(name: name, value: value))
    try cursor.check(list.count, .attributes, cursor.limits.attributes, at: start)
  }
}

extension XMLScanner {
  /// The value of an attribute of the tag read last, by its name with prefix; nil where it has
  /// none.
  func attribute(_ name: StaticString) -> String? {
    attributes.first { holds($0.name, name) }.map { value($0.value) }
  }

  /// The same by a name that is not known before the program runs.
  func attribute(named name: String) -> String? {
    attributes.first { bytes[$0.name].elementsEqual(name.utf8) }.map { value($0.value) }
  }

  /// Whether a range of the file holds exactly these bytes.
  private func holds(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
  }
}
