/// The tags that Transkribus writes into `custom`, with offsets and lengths in UTF-16 units:
///
///     readingOrder {index:0;} unclear {offset:0; length:4;}
///     abbrev {offset:9; length:2; expansion:…;}
enum LineTags {
  /// One tag as it stands there.
  struct Raw: Sendable, Equatable {
    var name: String
    var values: [(key: String, value: String)] = []

    /// Whether name and values are the same, the values in the same order.
    static func == (a: Self, b: Self) -> Bool {
      a.name == b.name && a.values.elementsEqual(b.values) { $0 == $1 }
    }

    /// The value of a key, of several the first; nil where the tag has none.
    func value(_ key: String) -> String? { values.first { $0.key == key }?.value }

    /// The same as a whole number; nil where it is none.
    func number(_ key: String) -> Int? { value(key).flatMap { Int($0) } }
  }

  /// The tags in the order in which they stand; what is not of this form is passed over.
  static func parse(_ custom: String) -> [Raw] {
    var tags: [Raw] = []
    var rest = custom[...]
    while let open = rest.firstIndex(of: "{") {
      let name = trimmed(rest[..<open])
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let body = rest[rest.index(after: open)..<close]
      var tag = Raw(name: String(name))
      for field in body.split(separator: ";") {
        guard let colon = field.firstIndex(of: ":") else { continue }
        let value = unescaped(trimmed(field[field.index(after: colon)...]))
        tag.values.append((String(trimmed(field[..<colon])), value))
      }
      if !name.isEmpty { tags.append(tag) }
      rest = rest[rest.index(after: close)...]
    }
    return tags
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// `\u003b` stands for a character that the form itself needs.
  private static func unescaped(_ text: Substring) -> String {
    guard text.contains("\\u") else { return String(text) }
    var result = ""
    var rest = text
    while let start = rest.firstRange(of: "\\u") {
      result += rest[..<start.lowerBound]
      let digits = rest[start.upperBound...].prefix(4)
      guard digits.count == 4, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        result += "\\u"
        rest = rest[start.upperBound...]
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[digits.endIndex...]
    }
    return result + rest
  }

  /// The tags of a line over its bytes; those that lie outside it are passed over.
  static func tags(_ raw: [Raw], over line: [UInt8]) -> [LineTag] {
    let offsets = unitOffsets(line)
    return raw.compactMap { tag in
      guard let offset = tag.number("offset"), let length = tag.number("length"), offset >= 0,
        length >= 0, offset < offsets.count, length < offsets.count
      else { return nil }
      let end = min(offset + length, offsets.count - 1)
      let values = tag.values.filter { $0.key != "offset" && $0.key != "length" }
      return LineTag(range: offsets[offset]..<offsets[end], name: tag.name, values: values)
    }
  }

  /// The byte at which each UTF-16 unit begins, and the end.
  private static func unitOffsets(_ line: [UInt8]) -> [Int] {
    var offsets: [Int] = []
    for (index, byte) in line.enumerated() where byte & 0xC0 != 0x80 {
      offsets.append(index)
      if byte >= 0xF0 { offsets.append(index) }
    }
    return offsets + [line.count]
  }
}
