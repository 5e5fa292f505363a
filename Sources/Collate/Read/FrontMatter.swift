/// What the lines between `---` and `---` at the start of a file say.
struct FrontMatter: Sendable, Equatable {
  var siglum: String?
  /// Where it stands in the file.
  var siglumOffset: Int?
  var description = WitnessDescription()
  /// What is doubtful in it, and may be told.
  var doubts: [ReadError] = []
  /// Offset of the first byte after byte order mark and front matter.
  var end = 0
}

/// Reads front matter: one `key: value` a line, as people know it from Markdown.
///
/// A small part of YAML, and what it leaves out is refused, not misread: values may stand in single
/// or double quotation marks; empty lines and lines that begin with `#` are skipped; `- ` before a
/// key, as in a list, is allowed for the keys of a holding. Each key may stand once, with two
/// exceptions: a repeated `repository`, `settlement` or `shelfmark` begins another holding (the
/// last in the same repository), and fields of other names may repeat.
struct FrontMatterParser {
  private let input: InputBytes
  private let bytes: [UInt8]
  private var front = FrontMatter()
  private var seen: Set<String> = []

  /// Takes a whole file, byte order mark included; nothing is read before `parse`.
  init(_ input: InputBytes) {
    self.input = input
    bytes = input.bytes
  }

  /// Reads the front matter, if the file begins with it. Throws at the first line that is none.
  consuming func parse() throws(ReadError) -> FrontMatter {
    let start = bytes.hasByteOrderMark ? 3 : 0
    front.end = start
    let first = bytes.line(from: start)
    guard isFence(first.content) else { return front }
    var at = first.next
    while at < bytes.count {
      let (content, next) = bytes.line(from: at)
      if isFence(content) {
        front.end = next
        return front
      }
      try read(content)
      at = next
    }
    throw error(at: start, .unclosedFrontMatter)
  }

  /// Reads a line `key: value`, or an item of a list of such lines; comments and empty lines are
  /// passed over.
  private mutating func read(_ line: Range<Int>) throws(ReadError) {
    var line = bytes.trimmed(line)
    guard let first = line.first, bytes[first] != UInt8(ascii: "#") else { return }
    let isItem = bytes[first] == UInt8(ascii: "-") && line.count > 1 && isBlank(bytes[first + 1])
    if isItem { line = bytes.trimmed(first + 1..<line.upperBound) }
    guard let colon = bytes.colon(in: line) else { throw error(at: line.lowerBound, .noColon) }
    let keyRange = bytes.trimmed(line.lowerBound..<colon)
    let key = bytes.text(keyRange)
    guard !key.isEmpty else { throw error(at: line.lowerBound, .emptyKey) }
    let value = bytes.trimmed(colon + 1..<line.upperBound)
    // `holdings:` above a list of them.
    if value.isEmpty, key == "holdings" { return }
    try set(key, to: try self.value(value, of: key), at: keyRange.lowerBound, value.lowerBound)
  }

  /// A value without its quotation marks.
  private func value(_ range: Range<Int>, of key: String) throws(ReadError) -> String {
    guard let first = range.first else { return "" }
    let quote = bytes[first]
    switch quote {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let value = unquoted(range, quote) else { throw error(at: first, .unclosedQuote) }
      return value
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      // `>` and `|` alone announce a value on the lines below.
      if range.count <= 2 { throw error(at: first, .unsupportedValue(key: key)) }
    case UInt8(ascii: "{"):
      throw error(at: first, .unsupportedValue(key: key))
    default: break
    }
    return bytes.text(range)
  }

  /// The text inside quotation marks, or nil if they do not close at the end of the value.
  private func unquoted(_ range: Range<Int>, _ quote: UInt8) -> String? {
    var value: [UInt8] = []
    var at = range.lowerBound + 1
    let last = range.upperBound - 1
    while at < last {
      let isEscape =
        quote == UInt8(ascii: "\"")
        ? bytes[at] == UInt8(ascii: "\\") : bytes[at] == quote && bytes[at + 1] == quote
      if isEscape {
        at += 1
        guard at < last else { return nil }
      } else if bytes[at] == quote {
        return nil
      }
      value.append(bytes[at])
      at += 1
    }
    guard at == last, bytes[last] == quote else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  /// Takes a value by its key; throws where the key stands twice or the value cannot be one.
  private mutating func set(
    _ key: String, to value: String, at keyStart: Int, _ valueStart: Int
  ) throws(ReadError) {
    let name = key.lowercased()
    if let field = Holding.field(name) {
      guard !value.isEmpty else { return }
      guard front.description.add(value, field) else {
        throw error(at: keyStart, .repeatedKey(key))
      }
    } else if name == "siglum" {
      guard front.siglum == nil else { throw error(at: keyStart, .repeatedKey(key)) }
      front.siglum = value
      front.siglumOffset = valueStart
    } else if let field = WitnessDescription.field(name) {
      guard seen.insert(name).inserted else { throw error(at: keyStart, .repeatedKey(key)) }
      if let problem = WitnessDescription.problem(value, name) {
        throw error(at: valueStart, problem)
      }
      front.description[keyPath: field] = value.isEmpty ? nil : value
    } else {
      front.description.others.append(.init(name: key, value: value))
      let known = WitnessDescription.fieldNames
      front.doubts.append(error(at: keyStart, .unknownField(key, known: known)))
    }
  }

  private func isFence(_ line: Range<Int>) -> Bool {
    bytes[bytes.trimmedAtEnd(line)].elementsEqual("---".utf8)
  }

  private func error(at offset: Int, _ problem: ReadError.Problem) -> ReadError {
    ReadError(input.path, at: input.place(at: offset), problem)
  }
}
