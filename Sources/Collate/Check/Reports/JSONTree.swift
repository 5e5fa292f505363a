/// A JSON document that is small enough to be built before it is written.
///
/// Members stand in the order in which they are given.
enum JSONTree: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSONTree])
  case object([Member])

  /// A key with its value.
  struct Member: Sendable, Equatable {
    var key: String
    var value: JSONTree
  }

  /// A string, or null where there is none.
  static func optional(_ string: String?) -> JSONTree { string.map(JSONTree.string) ?? .null }

  /// An object without the members that have nothing to say.
  static func present(_ members: [(String, JSONTree?)]) -> JSONTree {
    .object(
      members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
  }

  /// Writes the value indented by two blanks a level, and a line end behind the outermost; O(b) in
  /// the bytes written.
  func write(into out: inout Output) {
    write(into: &out, depth: 0)
    out.write("\n")
  }

  /// Writes a value, indented by two blanks for each level that it lies deep.
  private func write(into out: inout Output, depth: Int) {
    switch self {
    case .null: out.write("null")
    case .bool(let value): out.write(value ? "true" : "false")
    case .number(let value): out.write(String(value))
    case .string(let value): JSONText.string(value, into: &out)
    case .array(let items):
      Self.list(items, "[", "]", into: &out, depth: depth) { item, out in
        item.write(into: &out, depth: depth + 1)
      }
    case .object(let members):
      Self.list(members, "{", "}", into: &out, depth: depth) { member, out in
        JSONText.string(member.key, into: &out)
        out.write(": ")
        member.value.write(into: &out, depth: depth + 1)
      }
    }
  }

  /// Writes items one to a line between two brackets.
  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, into out: inout Output, depth: Int,
    write: (Item, inout Output) -> Void
  ) {
    out.write(open)
    for (index, item) in items.enumerated() {
      if index > 0 { out.write(",") }
      out.write("\n" + String(repeating: "  ", count: depth + 1))
      write(item, &out)
    }
    if !items.isEmpty { out.write("\n" + String(repeating: "  ", count: depth)) }
    out.write(close)
  }
}

extension JSONTree: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  /// Members as they are written; a key that is written twice stands twice.
  init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member(key: $0, value: $1) })
  }
  init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
}
