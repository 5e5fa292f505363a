/// A JSON value and where it stands, so that a fault in its meaning can be shown at its place.
///
/// Foundation's parser tells neither places nor the order of keys, and rewrites numbers; here
/// unknown values must survive as they are written.
struct JSONValue: Sendable, Equatable {
  var content: Content
  /// Bytes of the input.
  var range: Range<Int>

  /// The value itself.
  enum Content: Sendable, Equatable {
    case null
    case bool(Bool)
    /// As written at `range`.
    case number
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  /// A key with its value, and where the key stands.
  struct Member: Sendable, Equatable {
    var key: String
    var keyRange: Range<Int>
    var value: JSONValue
  }
}

/// Parses JSON as RFC 8259 defines it; O(bytes).
struct JSONParser {
  private let path: String
  private let bytes: [UInt8]
  private var at = 0
  /// Values inside values; the limit keeps hostile input from exhausting the stack.
  private var depth = 0
  private static let depthLimit = 200

  /// Takes a whole file, byte order mark included; nothing is read before `parse`.
  init(_ input: InputBytes) {
    path = input.path
    bytes = input.bytes
  }

  /// The one value of the input. Throws at the first byte that JSON does not allow, at a key that
  /// an object has twice, and where values are nested deeper than 200.
  consuming func parse() throws(ReadError) -> JSONValue {
    if bytes.hasByteOrderMark { at = 3 }
    let value = try value()
    skipSpace()
    guard at == bytes.count else { throw malformed("the end") }
    return value
  }

  /// Reads a value; throws where none stands or it is nested too deep.
  private mutating func value() throws(ReadError) -> JSONValue {
    skipSpace()
    let start = at
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw error(at: at, .nestedTooDeep) }
    let content: JSONValue.Content
    switch at < bytes.count ? bytes[at] : 0 {
    case UInt8(ascii: "{"): content = .object(try members())
    case UInt8(ascii: "["): content = .array(try elements())
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: content = try number()
    }
    return JSONValue(content: content, range: start..<at)
  }

  /// Reads an object, in which no key stands twice.
  private mutating func members() throws(ReadError) -> [JSONValue.Member] {
    at += 1
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    skipSpace()
    if take("}") { return members }
    repeat {
      skipSpace()
      let start = at
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw malformed("a key") }
      let key = try string()
      let keyRange = start..<at
      guard keys.insert(key).inserted else { throw error(at: start, .repeatedKey(key)) }
      skipSpace()
      guard take(":") else { throw malformed(":") }
      members.append(.init(key: key, keyRange: keyRange, value: try value()))
      skipSpace()
    } while take(",")
    guard take("}") else { throw malformed(", or }") }
    return members
  }

  /// Reads an array.
  private mutating func elements() throws(ReadError) -> [JSONValue] {
    at += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return elements }
    repeat {
      elements.append(try value())
      skipSpace()
    } while take(",")
    guard take("]") else { throw malformed(", or ]") }
    return elements
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONValue.Content
  ) throws(ReadError) -> JSONValue.Content {
    let text = word.description
    guard bytes[at...].starts(with: text.utf8) else { throw malformed("a value") }
    at += text.utf8.count
    return content
  }

  /// Passes over a number, which stays as it is written.
  private mutating func number() throws(ReadError) -> JSONValue.Content {
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return .number
  }

  private mutating func digits() throws(ReadError) {
    let start = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    if at == start { throw malformed(start > 0 && isNumberByte(start - 1) ? "a digit" : "a value") }
  }

  private func isNumberByte(_ offset: Int) -> Bool { "-.eE+".utf8.contains(bytes[offset]) }

  // Strings.

  /// Reads a string; what needs no escape is copied in one piece.
  private mutating func string() throws(ReadError) -> String {
    let start = at
    at += 1
    var text: [UInt8] = []
    var plain = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        text += bytes[plain..<at]
        at += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[plain..<at]
        try escape(into: &text)
        plain = at
      case 0..<0x20: throw malformed("a character other than a control character")
      default: at += 1
      }
    }
    at = start
    throw malformed("a string that ends")
  }

  /// Reads what stands behind a backslash.
  private mutating func escape(into text: inout [UInt8]) throws(ReadError) {
    let start = at
    at += 2
    switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "\""): text.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): text.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): text.append(UInt8(ascii: "/"))
    case UInt8(ascii: "u"): text += Array(String(try codePoint(from: start)).utf8)
    default:
      at = start
      throw malformed("an escape of JSON")
    }
  }

  /// The code point of `\uXXXX` or of a pair of surrogates; a lone surrogate is an error, since no
  /// UTF-8 text can hold it.
  private mutating func codePoint(from start: Int) throws(ReadError) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, take("\\"), take("u") {
      let second = try unit()
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
      {
        return scalar
      }
    }
    at = start
    throw malformed("a pair of surrogates")
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(ReadError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw malformed("four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  // Bytes and places.

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private func malformed(_ expected: String) -> ReadError {
    error(at: at, .malformedJSON(expected: expected))
  }

  private func error(at offset: Int, _ problem: ReadError.Problem) -> ReadError {
    ReadError(path, at: LineTable(bytes: bytes).place(at: offset), problem)
  }
}
