/// A parsed JSON input, with the questions that its readers ask of it.
struct JSONDocument: Sendable {
  let input: InputBytes
  let root: JSONValue

  /// Parses the input; throws where it is no JSON.
  init(_ input: InputBytes) throws(ReadError) {
    self.input = input
    root = try JSONParser(input).parse()
  }

  /// The members of an object; throws where it is none. `key` names the value in the error.
  func members(of value: JSONValue, key: String) throws(ReadError) -> [JSONValue.Member] {
    if case .object(let members) = value.content { return members }
    throw wrongType(value, key, "an object")
  }

  /// The elements of an array; throws where the value is none.
  func elements(of value: JSONValue, key: String) throws(ReadError) -> [JSONValue] {
    if case .array(let elements) = value.content { return elements }
    throw wrongType(value, key, "an array")
  }

  /// The text of a string; throws where the value is none.
  func string(of value: JSONValue, key: String) throws(ReadError) -> String {
    if case .string(let string) = value.content { return string }
    throw wrongType(value, key, "a string")
  }

  /// A string, number, true or false as a person would write it on a command line; nil for others.
  func scalarText(of value: JSONValue) -> String? {
    switch value.content {
    case .string(let string): string
    case .bool(let flag): flag ? "true" : "false"
    case .number: source(value.range)
    default: nil
    }
  }

  /// JSON text as it stands in the input.
  func source(_ range: Range<Int>) -> String {
    String(decoding: input.bytes[range], as: UTF8.self)
  }

  /// A fault with the place of a value.
  func error(at range: Range<Int>, _ problem: ReadError.Problem) -> ReadError {
    let place = LineTable(bytes: input.bytes).place(at: range.lowerBound)
    return ReadError(input.path, at: place, problem)
  }

  private func wrongType(_ value: JSONValue, _ key: String, _ expected: String) -> ReadError {
    error(at: value.range, .wrongType(key: key, expected: expected))
  }
}
